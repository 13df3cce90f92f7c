/** A program that keeps articles in a folder of Markdown. */
export type Tool = 'hugo' | 'jekyll' | 'hexo' | 'zola' | 'astro' | 'obsidian';

/** Why a file of such a folder is no article. */
export type Reason = 'section' | 'outside' | 'about';

/** What of a folder is to be imported, and what is left out. */
export interface Sorted {
  readonly articles: readonly string[];
  readonly left: readonly { readonly path: string; readonly reason: Reason }[];
}

/** Files that tell whose folder it is, surest first. */
const MARKS: readonly (readonly [RegExp, Tool])[] = [
  [/^hugo\.(?:toml|ya?ml|json)$/, 'hugo'],
  [/^astro\.config\.\w+$/, 'astro'],
  [/^\.obsidian$/, 'obsidian'],
  [/^(?:_posts|_drafts|_layouts|_includes)$/, 'jekyll'],
  [/^(?:archetypes|layouts)$/, 'hugo'],
  [/^scaffolds$/, 'hexo'],
];

/** The folders that each tool keeps its articles in; everywhere where none is said. */
const HOMES: Readonly<Record<Tool, RegExp | undefined>> = {
  hugo: /^content\//,
  zola: /^content\//,
  hexo: /^source\//,
  astro: /^(?:src\/(?:content|pages|data)|content)\//,
  jekyll: undefined,
  obsidian: undefined,
};
/** Folders of Jekyll's that hold how a site looks, not what it says. */
const LOOKS = /^(?:_site|_layouts|_includes|_sass|_data|vendor)\//;
/** Files at the top of a repository about the repository. */
const ABOUT =
  /^(?:readme|changelog|contributing|code_of_conduct|license|licence|security|authors)(?:\.\w+)*$/i;

/** What several programs have, and only together tells whose it is. */
const TOGETHER: readonly (readonly [readonly string[], Tool])[] = [
  [['_config.yml', 'source'], 'hexo'],
  [['_config.yml'], 'jekyll'],
  [['content', 'config.toml', 'templates'], 'zola'],
  [['content', 'config.toml', 'sass'], 'zola'],
  [['content', 'config.toml'], 'hugo'],
  [['content', 'config.yaml'], 'hugo'],
  [['content', 'config.yml'], 'hugo'],
  [['content', 'config'], 'hugo'],
];

/** The program whose folder it is, by the names of what lies in it; undefined for a folder of plain Markdown. */
export function toolOf(names: readonly string[]): Tool | undefined {
  const marked = MARKS.find(([mark]) => names.some((name) => mark.test(name)))?.[1];
  const there = new Set(names);
  return marked ?? TOGETHER.find(([all]) => all.every((name) => there.has(name)))?.[1];
}

/** Sorts the files of a folder, paths from its top, into articles and what is left out. */
export function sortOut(paths: readonly string[], tool: Tool | undefined): Sorted {
  const told = paths.map((path) => ({ path, reason: reasonFor(path, tool) }));
  return {
    articles: told.filter(({ reason }) => reason === undefined).map(({ path }) => path),
    left: told.flatMap(({ path, reason }) => (reason === undefined ? [] : [{ path, reason }])),
  };
}

function reasonFor(path: string, tool: Tool | undefined): Reason | undefined {
  if (/(?:^|\/)_index(?:\.[a-z]{2,3})?\.(?:md|markdown)$/i.test(path)) return 'section';
  if (tool === undefined || tool === 'obsidian') return undefined;
  if (ABOUT.test(path)) return 'about';
  if (HOMES[tool]?.test(path) === false || (tool === 'jekyll' && LOOKS.test(path)))
    return 'outside';
  return /\.(?:md|markdown|mdown|mkd)$/i.test(path) ? undefined : 'outside';
}
