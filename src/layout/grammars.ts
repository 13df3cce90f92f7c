import type { LanguageFn } from 'highlight.js';

/** A language that code can be coloured in. */
export interface Grammar {
  /** The names that a fence may call it by, a space between; the first is its own. */
  readonly names: string;
  /** Reads its grammar from disk. */
  readonly load: () => Promise<{ readonly default: LanguageFn }>;
  /** Languages inside it that are coloured too, by their own names. */
  readonly embeds?: readonly string[];
}

/**
 * Every language known, each behind an import of its own: an article pays only for what its fences name.
 * Left out: grammars that guess which language is inside them (pgsql), and those of languages rarely printed.
 */
export const GRAMMARS: readonly Grammar[] = [
  {
    names: 'bash sh zsh ksh shell shell-script',
    load: () => import('highlight.js/lib/languages/bash'),
    embeds: ['console'],
  },
  {
    names: 'console shellsession sh-session terminal',
    load: () => import('highlight.js/lib/languages/shell'),
    embeds: ['bash'],
  },
  {
    names: 'javascript js mjs cjs jsx node',
    load: () => import('highlight.js/lib/languages/javascript'),
    embeds: ['xml', 'css', 'graphql'],
  },
  {
    names: 'typescript ts mts cts tsx',
    load: () => import('highlight.js/lib/languages/typescript'),
    embeds: ['xml', 'css', 'graphql'],
  },
  {
    names: 'json json5 jsonc jsonl geojson webmanifest',
    load: () => import('highlight.js/lib/languages/json'),
  },
  {
    names: 'python py python3 py3 gyp ipython',
    load: () => import('highlight.js/lib/languages/python'),
  },
  {
    names: 'python-repl pycon',
    load: () => import('highlight.js/lib/languages/python-repl'),
    embeds: ['python'],
  },
  { names: 'java jsp', load: () => import('highlight.js/lib/languages/java') },
  { names: 'kotlin kt kts', load: () => import('highlight.js/lib/languages/kotlin') },
  { names: 'scala sc', load: () => import('highlight.js/lib/languages/scala') },
  { names: 'groovy gradle', load: () => import('highlight.js/lib/languages/groovy') },
  { names: 'c h', load: () => import('highlight.js/lib/languages/c') },
  { names: 'cpp c++ cc cxx hpp hh hxx h++', load: () => import('highlight.js/lib/languages/cpp') },
  { names: 'arduino ino', load: () => import('highlight.js/lib/languages/arduino') },
  { names: 'csharp cs c# dotnet', load: () => import('highlight.js/lib/languages/csharp') },
  { names: 'fsharp fs f#', load: () => import('highlight.js/lib/languages/fsharp') },
  { names: 'vbnet vb', load: () => import('highlight.js/lib/languages/vbnet') },
  {
    names: 'objectivec objc obj-c objective-c mm',
    load: () => import('highlight.js/lib/languages/objectivec'),
  },
  { names: 'swift', load: () => import('highlight.js/lib/languages/swift') },
  { names: 'dart', load: () => import('highlight.js/lib/languages/dart') },
  { names: 'go golang', load: () => import('highlight.js/lib/languages/go') },
  { names: 'rust rs', load: () => import('highlight.js/lib/languages/rust') },
  {
    names: 'ruby rb rails gemspec podspec irb',
    load: () => import('highlight.js/lib/languages/ruby'),
  },
  {
    names: 'erb html+erb',
    load: () => import('highlight.js/lib/languages/erb'),
    embeds: ['xml', 'ruby'],
  },
  { names: 'perl pl pm', load: () => import('highlight.js/lib/languages/perl') },
  { names: 'php php7 php8', load: () => import('highlight.js/lib/languages/php') },
  { names: 'lua luau', load: () => import('highlight.js/lib/languages/lua') },
  { names: 'r rscript', load: () => import('highlight.js/lib/languages/r') },
  { names: 'julia jl', load: () => import('highlight.js/lib/languages/julia') },
  { names: 'matlab octave', load: () => import('highlight.js/lib/languages/matlab') },
  { names: 'fortran f90 f95', load: () => import('highlight.js/lib/languages/fortran') },
  { names: 'haskell hs', load: () => import('highlight.js/lib/languages/haskell') },
  { names: 'ocaml ml mli', load: () => import('highlight.js/lib/languages/ocaml') },
  { names: 'elm', load: () => import('highlight.js/lib/languages/elm') },
  { names: 'erlang erl', load: () => import('highlight.js/lib/languages/erlang') },
  { names: 'elixir ex exs', load: () => import('highlight.js/lib/languages/elixir') },
  { names: 'clojure clj cljs cljc edn', load: () => import('highlight.js/lib/languages/clojure') },
  {
    names: 'lisp common-lisp elisp emacs-lisp',
    load: () => import('highlight.js/lib/languages/lisp'),
  },
  { names: 'scheme scm racket rkt', load: () => import('highlight.js/lib/languages/scheme') },
  { names: 'nim', load: () => import('highlight.js/lib/languages/nim') },
  { names: 'd dlang', load: () => import('highlight.js/lib/languages/d') },
  { names: 'crystal cr', load: () => import('highlight.js/lib/languages/crystal') },
  {
    names: 'sql mysql postgres postgresql pgsql plsql tsql sqlite mariadb',
    load: () => import('highlight.js/lib/languages/sql'),
  },
  { names: 'graphql gql', load: () => import('highlight.js/lib/languages/graphql') },
  { names: 'css pcss postcss', load: () => import('highlight.js/lib/languages/css') },
  { names: 'scss sass', load: () => import('highlight.js/lib/languages/scss') },
  { names: 'less', load: () => import('highlight.js/lib/languages/less') },
  {
    names: 'xml html xhtml htm svg rss atom xsd xsl plist vue svelte astro mathml',
    load: () => import('highlight.js/lib/languages/xml'),
    embeds: ['javascript', 'css'],
  },
  {
    names: 'markdown md mkd mdown mdx',
    load: () => import('highlight.js/lib/languages/markdown'),
    embeds: ['xml'],
  },
  {
    names: 'asciidoc adoc',
    load: () => import('highlight.js/lib/languages/asciidoc'),
    embeds: ['xml'],
  },
  { names: 'latex tex', load: () => import('highlight.js/lib/languages/latex') },
  { names: 'yaml yml eyaml', load: () => import('highlight.js/lib/languages/yaml') },
  {
    names: 'ini toml cfg conf dosini editorconfig gitconfig',
    load: () => import('highlight.js/lib/languages/ini'),
  },
  { names: 'properties env dotenv', load: () => import('highlight.js/lib/languages/properties') },
  {
    names: 'dockerfile docker containerfile',
    load: () => import('highlight.js/lib/languages/dockerfile'),
    embeds: ['bash'],
  },
  { names: 'makefile make mk mak', load: () => import('highlight.js/lib/languages/makefile') },
  { names: 'cmake', load: () => import('highlight.js/lib/languages/cmake') },
  { names: 'nginx nginxconf', load: () => import('highlight.js/lib/languages/nginx') },
  { names: 'apache apacheconf htaccess', load: () => import('highlight.js/lib/languages/apache') },
  { names: 'diff patch udiff', load: () => import('highlight.js/lib/languages/diff') },
  { names: 'http https', load: () => import('highlight.js/lib/languages/http') },
  { names: 'powershell ps ps1 pwsh', load: () => import('highlight.js/lib/languages/powershell') },
  { names: 'dos bat cmd batch', load: () => import('highlight.js/lib/languages/dos') },
  { names: 'vim viml vimscript', load: () => import('highlight.js/lib/languages/vim') },
  { names: 'awk gawk', load: () => import('highlight.js/lib/languages/awk') },
  { names: 'protobuf proto protobuf3', load: () => import('highlight.js/lib/languages/protobuf') },
  { names: 'thrift', load: () => import('highlight.js/lib/languages/thrift') },
  { names: 'nix', load: () => import('highlight.js/lib/languages/nix') },
  {
    names: 'handlebars hbs mustache',
    load: () => import('highlight.js/lib/languages/handlebars'),
    embeds: ['xml'],
  },
  {
    names: 'twig craftcms',
    load: () => import('highlight.js/lib/languages/twig'),
    embeds: ['xml'],
  },
  {
    names: 'django jinja jinja2 htmldjango',
    load: () => import('highlight.js/lib/languages/django'),
    embeds: ['xml'],
  },
  { names: 'haml', load: () => import('highlight.js/lib/languages/haml'), embeds: ['ruby'] },
  { names: 'wasm wat wast', load: () => import('highlight.js/lib/languages/wasm') },
  { names: 'x86asm asm nasm assembly', load: () => import('highlight.js/lib/languages/x86asm') },
  { names: 'llvm ll', load: () => import('highlight.js/lib/languages/llvm') },
  { names: 'glsl hlsl shader', load: () => import('highlight.js/lib/languages/glsl') },
  { names: 'verilog v sv systemverilog', load: () => import('highlight.js/lib/languages/verilog') },
  { names: 'vhdl', load: () => import('highlight.js/lib/languages/vhdl') },
  { names: 'tcl tk', load: () => import('highlight.js/lib/languages/tcl') },
  { names: 'prolog swipl', load: () => import('highlight.js/lib/languages/prolog') },
  { names: 'delphi pascal objectpascal', load: () => import('highlight.js/lib/languages/delphi') },
  {
    names: 'coffeescript coffee cson',
    load: () => import('highlight.js/lib/languages/coffeescript'),
    embeds: ['javascript'],
  },
];

const BY_NAME: ReadonlyMap<string, Grammar> = new Map(
  GRAMMARS.flatMap((grammar) => grammar.names.split(' ').map((name) => [name, grammar] as const)),
);

/** The longest part of an info string that is looked at, in UTF-16 units. */
const INFO_LIMIT = 100;
const CLASS = /^\{[^}]*?\.([\w+#-]+)/;
const WORD = /^[{.]*([^\s,:{}()=]+)/;

/**
 * The grammar that a fence's info string names: its first word in any case (`js`, `rust,ignore`,
 * `language-python`), or its first class (`{#id .python}`); `undefined` for any other text.
 */
export function grammarOf(info: string): Grammar | undefined {
  const start = info.slice(0, INFO_LIMIT).trim().toLowerCase();
  const word = (CLASS.exec(start) ?? WORD.exec(start))?.[1]?.replace(/^lang(?:uage)?-/, '');
  return word === undefined ? undefined : BY_NAME.get(word);
}

/** A grammar's own name, as highlight.js knows it. */
export function nameOf(grammar: Grammar): string {
  return grammar.names.split(' ', 1)[0] ?? '';
}

/** The grammars that fences name, with those they embed, each once. */
export function grammarsOf(infos: Iterable<string>): ReadonlySet<Grammar> {
  const named = new Set<Grammar>();
  for (const info of infos) {
    const grammar = grammarOf(info);
    if (grammar) named.add(grammar);
  }
  for (const grammar of [...named]) {
    for (const name of grammar.embeds ?? []) named.add(BY_NAME.get(name) ?? grammar);
  }
  return named;
}
