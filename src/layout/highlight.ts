import { createContext, Script } from 'node:vm';
import type { Emitter, HLJSApi, LanguageFn } from 'highlight.js';
import type { Role } from '../model/theme.ts';
import { grammarOf, grammarsOf, nameOf } from './grammars.ts';

/** A stretch of code in one role; without a role it is plain code. */
export interface CodePiece {
  readonly text: string;
  readonly role?: Role;
}

/** One source line of code, without its newline. */
export type CodeLine = readonly CodePiece[];

/**
 * Colours code in the language that an info string names: one line for each line of the code, the texts joined
 * by newlines being the code exactly. `undefined` when the language is not known or the code asks too much.
 */
export type Highlighter = (code: string, language: string) => readonly CodeLine[] | undefined;

/** Most UTF-16 units of one block; grammars take more than linear time on hostile text (highlight.js #4529). */
const BLOCK_LIMIT = 20 * 1024;
/** Most UTF-16 units of all blocks of one article. */
const ARTICLE_LIMIT = 200 * 1024;
/** The longest line, in UTF-16 units. */
const LINE_LIMIT = 2000;
/** Most milliseconds for one block, and for all blocks of one article. */
const BLOCK_TIME = 400;
const ARTICLE_TIME = 1500;

/** A prompt at the start of a line: such a block is a session rather than a script. */
const PROMPT = /^ {0,3}(?:[\w.-]{1,40}@[\w.-]{1,40}:?[\w./~-]{0,80} ?)?[$%] /m;

/**
 * Reads the grammars that the fences of one article name, and no other; `undefined` when none is known.
 * The highlighter counts what it has done, so each article takes one of its own.
 */
export async function loadHighlighter(
  languages: Iterable<string>,
): Promise<Highlighter | undefined> {
  const grammars = [...grammarsOf(languages)];
  if (grammars.length === 0) return undefined;
  const [core, ...modules] = await Promise.all([
    import('highlight.js/lib/core'),
    ...grammars.map((grammar) => grammar.load()),
  ]);
  const engine = core.default.newInstance();
  // An empty list of languages to choose from: a grammar that would guess what is inside it finds nothing.
  engine.configure({ __emitter: PieceEmitter, languages: [] });
  grammars.forEach((grammar, index) => {
    const define = modules[index]?.default;
    const name = nameOf(grammar);
    if (define) engine.registerLanguage(name, name === 'diff' ? unifiedDiff(define) : define);
  });
  return highlighter(engine);
}

function highlighter(engine: HLJSApi): Highlighter {
  const within = timeGuard(ARTICLE_TIME);
  let units = 0;
  return (code, info) => {
    const language = languageOf(engine, code, info);
    if (language === undefined || tooLarge(code)) return undefined;
    units += code.length;
    if (units > ARTICLE_LIMIT) return undefined;
    const pieces = within(() => coloured(engine, code, language));
    return pieces && linesOf(pieces);
  };
}

function tooLarge(code: string): boolean {
  return code.length > BLOCK_LIMIT || code.split('\n').some((line) => line.length > LINE_LIMIT);
}

function coloured(engine: HLJSApi, code: string, language: string): CodePiece[] | undefined {
  const { errorRaised, _emitter: emitter } = engine.highlight(code, { language });
  if (errorRaised || !(emitter instanceof PieceEmitter)) return undefined;
  const pieces = flattened(emitter.pieces);
  // A grammar that loses or doubles text must not change what the author wrote.
  return pieces.map((piece) => piece.text).join('') === code ? pieces : undefined;
}

function languageOf(engine: HLJSApi, code: string, info: string): string | undefined {
  const grammar = grammarOf(info);
  const name = grammar && nameOf(grammar);
  if (name === undefined || !engine.getLanguage(name)) return undefined;
  return name === 'bash' && PROMPT.test(code) ? 'console' : name;
}

/**
 * Runs jobs that may take long, and stops one in the midst of a regular expression when the time for it, or for
 * all of them, is over; a job that is stopped or throws gives `undefined`.
 */
function timeGuard(total: number): <T>(job: () => T) => T | undefined {
  // node:vm is used for its clock alone: the job is this program's own function, called from one line of script.
  const sandbox: { job?: () => unknown } = {};
  const context = createContext(sandbox, { codeGeneration: { strings: false, wasm: false } });
  const script = new Script('job()');
  let left = total;
  return <T>(job: () => T) => {
    if (left < 1) return undefined;
    const start = performance.now();
    let result: T | undefined;
    sandbox.job = () => {
      result = job();
    };
    try {
      script.runInContext(context, { timeout: Math.ceil(Math.min(left, BLOCK_TIME)) });
    } catch {
      // Colour is never worth a page: the caller prints the code plain.
      result = undefined;
    }
    left -= performance.now() - start;
    return result;
  };
}

/** A piece, or all pieces of an embedded language. */
type Pieces = CodePiece | readonly Pieces[];

/** Takes what highlight.js finds as pieces of text with roles, in place of its tree and its HTML. */
class PieceEmitter implements Emitter {
  readonly pieces: Pieces[] = [];
  readonly #roles: (Role | undefined)[] = [];

  openNode(scope: string): void {
    this.#roles.push(roleOf(scope, this.#roles.at(-1)));
  }

  closeNode(): void {
    this.#roles.pop();
  }

  startScope(scope: string): void {
    this.openNode(scope);
  }

  endScope(): void {
    this.closeNode();
  }

  addText(text: string): void {
    const role = this.#roles.at(-1);
    if (text !== '') this.pieces.push(role ? { text, role } : { text });
  }

  __addSublanguage(emitter: Emitter): void {
    if (emitter instanceof PieceEmitter) this.pieces.push(emitter.pieces);
  }

  finalize(): void {
    this.#roles.length = 0;
  }

  toHTML(): string {
    return '';
  }
}

/** Pieces in order, however deep languages are embedded in one another. */
function flattened(root: readonly Pieces[]): CodePiece[] {
  const out: CodePiece[] = [];
  const open = [root.values()];
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const { done, value } = last.next();
    if (done) open.pop();
    else if ('text' in value) out.push(value);
    else open.push(value.values());
  }
  return out;
}

function linesOf(pieces: readonly CodePiece[]): CodeLine[] {
  let line: CodePiece[] = [];
  const lines = [line];
  for (const piece of pieces) {
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) {
        line = [];
        lines.push(line);
      }
      if (text !== '') append(line, { ...piece, text });
    }
  }
  return lines;
}

function append(line: CodePiece[], piece: CodePiece): void {
  const last = line.at(-1);
  if (last && last.role === piece.role) {
    line[line.length - 1] = { ...last, text: last.text + piece.text };
  } else line.push(piece);
}

/** In a diff, `meta` is the line that opens a hunk and `comment` the head of a file. */
function unifiedDiff(define: LanguageFn): LanguageFn {
  return (engine) => ({
    ...define(engine),
    classNameAliases: { meta: 'hunk', comment: 'meta' },
  });
}

/** Roles of highlight.js's scopes; a scope that is not here looks as what it stands in. */
const ROLES: ReadonlyMap<string, Role | undefined> = new Map([
  ...scopes('syntaxKeyword', 'keyword', 'selector-tag', 'selector-pseudo', 'variable.language'),
  ...scopes('syntaxKeyword', 'name', 'template-tag', 'bullet'),
  ...scopes('syntaxString', 'string', 'regexp', 'char', 'link', 'selector-attr', 'code', 'formula'),
  ...scopes('syntaxNumber', 'number', 'literal', 'symbol', 'variable.constant'),
  ...scopes('syntaxComment', 'comment', 'doctag', 'quote'),
  ...scopes('syntaxName', 'title', 'section', 'attr', 'attribute', 'selector-id'),
  ...scopes('syntaxName', 'variable', 'selector-class', 'template-variable'),
  ...scopes('syntaxType', 'type', 'title.class', 'built_in'),
  ...scopes('syntaxMeta', 'meta'),
  ...scopes('added', 'addition'),
  ...scopes('removed', 'deletion'),
  ...scopes('hunk', 'hunk'),
  ...scopes('strong', 'strong'),
  ...scopes('emphasis', 'emphasis'),
  ...scopes(undefined, 'subst'),
]);

function scopes(
  role: Role | undefined,
  ...names: string[]
): (readonly [string, Role | undefined])[] {
  return names.map((name) => [name, role] as const);
}

/** The role of the most exact name known: of `title.class.inherited`, that of `title.class`. */
function roleOf(scope: string, around: Role | undefined): Role | undefined {
  for (let name = scope; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    if (ROLES.has(name)) return ROLES.get(name);
  }
  return around;
}
