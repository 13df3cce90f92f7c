import { type Box, bracketed, columnsFor, grid, hung, row } from './math-box.ts';
import { accented, isWord, lettered, lowered, negated, primed, raised } from './math-letters.ts';
import { parseMath } from './math-parse.ts';
import type { MathNode } from './math-reading.ts';
import { blank, type Edges, joined, type Piece, piece, textOf } from './math-spacing.ts';
import { type Atom, type Environment, VULGAR } from './math-symbols-data.ts';
import { superscript } from './script-letters.ts';

/** How a part is set: closed up inside a script, over several rows in display; `failed` when it cannot be. */
interface Setting {
  readonly script: boolean;
  readonly tall: boolean;
  readonly fault: { failed: boolean };
}

type Of<K extends MathNode['kind']> = Extract<MathNode, { kind: K }>;

const ROOTS: Readonly<Record<string, string>> = { '': '√', '2': '√', '3': '∛', '4': '∜' };

/**
 * TeX math on one line as Unicode text; undefined when a command is not known, braces do not match, or it is longer
 * than 20 000 UTF-16 units or nested deeper than 64, so that its source can be printed instead.
 */
export function mathText(tex: string): string | undefined {
  return drawn(tex, false)?.rows[0]?.trim();
}

/** As {@link mathText} for display math: rows, matrices and cases lined up, without trailing or common leading blanks. */
export function mathLines(tex: string): string[] | undefined {
  const box = drawn(tex, true);
  if (!box) return undefined;
  const rows = box.rows.map((text) => text.trimEnd());
  const indents = rows.filter((text) => text !== '').map((text) => text.search(/\S/));
  const indent = indents.reduce((least, columns) => Math.min(least, columns), Infinity);
  const lines = indents.length > 0 ? rows.map((text) => text.slice(indent)) : [];
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function drawn(tex: string, tall: boolean): Box | undefined {
  const tree = parseMath(tex);
  if (!tree) return undefined;
  const fault = { failed: false };
  const { box } = draw(tree, { script: false, tall, fault });
  return fault.failed ? undefined : box;
}

function draw(node: MathNode, setting: Setting): Piece {
  if (setting.fault.failed) return blank(0);
  switch (node.kind) {
    case 'symbol':
      return drawSymbol(node, setting);
    case 'space':
      return blank(node.thin && setting.script ? 0 : node.columns);
    case 'list':
      return drawList(node, setting);
    case 'group':
      return classed(draw(node.body, setting), node.atom);
    case 'fraction':
      return drawFraction(node, flat(setting));
    case 'root':
      return drawRoot(node, flat(setting));
    case 'scripts':
      return drawScripts(node, setting);
    case 'pattern':
      return drawPattern(node, flat(setting));
    case 'fence':
      return drawFence(node, setting);
    case 'grid':
      return setting.tall ? drawGrid(node, setting) : drawRows(node, setting);
    default:
      return drawLetters(node, flat(setting));
  }
}

function drawSymbol({ text, atom }: Of<'symbol'>, setting: Setting): Piece {
  const close = setting.script && atom === 'inner';
  return piece(text, close ? 'ord' : atom, /[\s/]/.test(text) ? 3 : 0);
}

function flat(setting: Setting): Setting {
  return { ...setting, tall: false };
}

function scripted(setting: Setting): Setting {
  return { ...setting, script: true, tall: false };
}

/** The piece, or the formula given up when there is none. */
function orFail<T>(found: T | undefined, setting: Setting, otherwise: T): T {
  if (found === undefined) setting.fault.failed = true;
  return found ?? otherwise;
}

function drawList(node: Of<'list'>, setting: Setting, edges?: Edges): Piece {
  const pieces = node.children.map((child) => draw(child, setting));
  return orFail(joined(pieces, setting.script, edges), setting, blank(0));
}

const KEPT: ReadonlySet<Atom> = new Set(['open', 'close', 'inner', 'function', 'large', 'word']);

/** Braces hide the class of a sign or relation; a command may set another. */
function classed(part: Piece, atom?: Atom): Piece {
  const empty = part.box.rows.length === 1 && part.box.rows[0] === '';
  if (empty && part.before > 0) return part;
  const left = atom ?? (KEPT.has(part.left) ? part.left : 'ord');
  return { ...part, left, right: atom ?? (KEPT.has(part.right) ? part.right : 'ord') };
}

function drawFraction({ top, bottom }: Of<'fraction'>, setting: Setting): Piece {
  const text = `${textOf(draw(top, setting), 2)}/${textOf(draw(bottom, setting), 1)}`;
  const vulgar = setting.script || !Object.hasOwn(VULGAR, text) ? undefined : VULGAR[text];
  return vulgar === undefined ? piece(text, 'inner', 3) : piece(vulgar, 'ord', 0);
}

function drawRoot({ body, index }: Of<'root'>, setting: Setting): Piece {
  const radicand = textOf(draw(body, setting), 0);
  const degree = index ? textOf(draw(index, scripted(setting)), 3) : '';
  const known = Object.hasOwn(ROOTS, degree) ? ROOTS[degree] : undefined;
  const sign = known ?? `${superscript(degree) ?? `^(${degree})`}√`;
  const right = radicand.endsWith(')') ? 'ord' : 'inner';
  return { ...piece(sign + radicand, 'ord', 1), left: known ? 'ord' : 'inner', right };
}

function drawScripts({ base, sub, sup, primes }: Of<'scripts'>, setting: Setting): Piece {
  const part = base ? draw(base, setting) : piece('', 'ord', 0);
  const script = scripted(setting);
  const low = sub ? lowered(textOf(draw(sub, script), 3)) : '';
  const high = primed(primes) + (sup ? raised(textOf(draw(sup, script), 3)) : '');
  const binding = Math.max(1, part.binding) as Piece['binding'];
  if (part.box.rows.length > 1) {
    return { ...part, box: orFail(hung(part.box, high, low), setting, row('')), binding };
  }
  const bare = textOf(part, 3);
  const text = base && COMPOUND.has(single(base).kind) ? `(${bare})` : bare;
  const box = row(bare === '' ? high + low : text + low + high);
  return { ...part, ...scriptedClass(part, low + high), box, binding };
}

function scriptedClass({ left, right }: Piece, scripts: string): Pick<Piece, 'left' | 'right'> {
  if (left === 'none') return { left: 'ord', right: 'ord' };
  if (right === 'function' && scripts.endsWith(')')) return { left, right: 'large' };
  return { left, right: right === 'word' ? 'ord' : right };
}

const COMPOUND: ReadonlySet<MathNode['kind']> = new Set(['fraction', 'root', 'scripts']);

/** The one node inside braces that hold nothing else. */
function single(node: MathNode): MathNode {
  let inner = node;
  for (;;) {
    const next: MathNode | undefined = inner.kind === 'group' ? inner.body : onlyChild(inner);
    if (!next) return inner;
    inner = next;
  }
}

function onlyChild(node: MathNode): MathNode | undefined {
  return node.kind === 'list' && node.children.length === 1 ? node.children[0] : undefined;
}

function drawPattern({ atom, parts }: Of<'pattern'>, setting: Setting): Piece {
  const texts = parts.map((part) =>
    typeof part === 'string' ? part : textOf(draw(part, setting), 3),
  );
  return piece(texts.join(''), atom, 1);
}

function drawFence({ open, close, body }: Of<'fence'>, setting: Setting): Piece {
  const inner = draw(body, setting);
  const box = orFail(bracketed(inner.box, open, close), setting, row(''));
  const left = open === '' ? 'ord' : 'open';
  const binding = open === '' || close === '' ? 3 : 0;
  return { box, left, right: close === '' ? 'ord' : 'close', binding, before: 0, after: 0 };
}

function drawLetters(node: Of<'negated' | 'accent' | 'letters'>, setting: Setting): Piece {
  const body = single(node.body);
  if (node.kind === 'accent' && body.kind === 'scripts' && body.base && !body.sup) {
    return drawScripts({ ...body, base: { ...node, body: body.base } }, setting);
  }
  const part = draw(node.body, setting);
  const text = part.box.rows.join(' ');
  if (node.kind === 'negated') {
    const atom = part.left;
    return piece(orFail(negated(text), setting, ''), atom, 0);
  }
  if (node.kind === 'accent') return piece(orFail(accented(text, node), setting, ''), 'ord', 0);
  const word = node.alphabet === 'plain' && isWord(text);
  return { ...classed(part, word ? 'word' : undefined), box: row(lettered(text, node.alphabet)) };
}

function drawCells({ look, rows }: Of<'grid'>, setting: Setting): Box[][] {
  const pairs = look.align === 'pairs';
  return rows.map((cells) =>
    cells.map((cell, at) => {
      const edges = pairs ? pairEdges(at, cells.length) : undefined;
      return (cell.kind === 'list' ? drawList(cell, setting, edges) : draw(cell, setting)).box;
    }),
  );
}

/** An operator next to the `&` of a pair keeps its blanks. */
function pairEdges(at: number, count: number): Edges {
  if (at % 2 === 1) return { before: 'ord', after: 'none' };
  return { before: 'none', after: at + 1 < count ? 'ord' : 'none' };
}

function drawGrid(node: Of<'grid'>, setting: Setting): Piece {
  const { open, close, align } = node.look;
  const cells = drawCells(node, setting);
  const single = cells.every((line) => line.length < 2) && align === 'pairs';
  const whole = grid(cells, columnsFor(single ? 'left' : align, node.columns));
  const box = orFail(whole && bracketed(whole, open, close), setting, row(''));
  return { ...gridPiece(open + close), box };
}

function gridPiece(brackets: string): Piece {
  return piece('', 'inner', brackets === '' ? 3 : 0);
}

const SEPARATORS: Readonly<Record<Environment['align'], string>> = {
  pairs: '',
  relation: ' ',
  left: ' ',
  centre: ', ',
  argument: ', ',
};

/** A grid on one line: rows after `;`, the brackets of cases closed. */
function drawRows(node: Of<'grid'>, setting: Setting): Piece {
  const { open, close, align } = node.look;
  const lines = drawCells(node, setting).map((line) => {
    const texts = line.map(({ rows }) => rows[0] ?? '');
    return texts.join(SEPARATORS[align]).trim();
  });
  const [before, after] = open === '{' || close === '}' ? ['{', '}'] : [open, close];
  const text = before + lines.join('; ') + after;
  return { ...gridPiece(open + close), box: row(text) };
}
