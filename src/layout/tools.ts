import type { Article } from '../model/article.ts';
import { descendants } from '../model/tree.ts';
import type { PageSettings, PageTools } from './frame.ts';
import { glueFor } from './glue.ts';
import { cutClusters } from './hard-break.ts';

/** What decides which tools an article needs. */
interface Needs {
  readonly format: string;
  readonly hyphens: 'auto' | 'on' | 'off';
  readonly page: Omit<PageSettings, 'tools'>;
}

/** Narrowest page that `auto` does not hyphenate, in columns. */
const HYPHENS_BELOW = 50;

/** Loads what this article needs on this page, and nothing else. */
export async function toolsFor(article: Article, needs: Needs): Promise<PageTools> {
  const nodes = kindsIn(article);
  const { page } = needs;
  return {
    glue: Number.isFinite(page.width) ? glueFor(article.meta.lang) : undefined,
    hardBreak: hasLongRuns(article, page.width)
      ? (await import('./hard-break-ansi.ts')).hardBreak
      : cutClusters,
    hyphenate: await hyphenatorFor(article, needs),
    math: nodes.math && !page.plain ? await import('./math.ts') : undefined,
    highlight:
      nodes.languages.size > 0 && needs.format === 'ansi'
        ? await (await import('./highlight.ts')).loadHighlighter(nodes.languages)
        : undefined,
  };
}

function kindsIn(article: Article): { math: boolean; languages: ReadonlySet<string> } {
  const languages = new Set<string>();
  let math = false;
  for (const node of descendants(article.body)) {
    if (node.type === 'code' && node.lang) languages.add(node.lang);
    math ||= node.type === 'math' || node.type === 'inlineMath';
  }
  return { math, languages };
}

/** Whether anything may have to be cut: a line of code or a word with no place to break in the width. */
function hasLongRuns(article: Article, width: number): boolean {
  if (!Number.isFinite(width)) return false;
  const columns = Math.max(1, Math.floor(width / 2));
  return new RegExp(`\\S{${columns}}|^(?: {4}|\\t|.*\\|).{${columns}}|^(?:\`\`\`|~~~)`, 'm').test(
    article.source,
  );
}

async function hyphenatorFor(article: Article, { hyphens, page }: Needs) {
  const auto = page.width < HYPHENS_BELOW || page.justify;
  const wanted = hyphens === 'on' || (hyphens === 'auto' && auto);
  const isAsked = hyphens === 'on' || !page.plain;
  if (!wanted || !isAsked || !article.meta.lang) return undefined;
  return (await import('./hyphenate.ts')).hyphenator(article.meta.lang);
}
