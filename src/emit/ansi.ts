import { Chalk, type ChalkInstance } from 'chalk';
import type { Color, ColorDepth, Line, Segment, Style } from '../model/line.ts';

const OSC_8 = '\x1b]8;';
const END = '\x1b\\';
/** First strong isolate and its end; the width of both is 0. */
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';
/** Bold and underline stay where colour is unwanted (https://no-color.org speaks of colour only). */
const ATTRIBUTES = ['bold', 'dim', 'italic', 'underline', 'inverse'] as const;

/** Writes lines with SGR and OSC 8 sequences, opened and closed on each line. */
export function ansi(lines: readonly Line[], options: { colors: ColorDepth }): string {
  const painter = new Painter(options.colors);
  return lines.map((line) => `${painter.line(line)}\n`).join('');
}

/** Remembers what each style looks like as a sequence: pages use few styles, in many places. */
class Painter {
  readonly #chalk: ChalkInstance;
  readonly #colors: boolean;
  readonly #looks = new Map<Style, (text: string) => string>();
  /** Ids of links, so that a link over two lines lights up as one. */
  readonly #links = new Map<string, number>();

  constructor(colors: ColorDepth) {
    this.#colors = colors > 0;
    this.#chalk = new Chalk({ level: colors === 0 ? 1 : colors });
  }

  line(line: Line): string {
    let out = '';
    for (let at = 0; at < line.length; ) {
      const { link, isolate } = line[at]!.style;
      const end = endOfUnit(line, at);
      let text = '';
      for (; at < end; at++) text += this.#segment(line[at]!);
      if (link !== undefined) text = this.#linked(text, link);
      out += isolate === undefined ? text : `${ISOLATE}${text}${END_ISOLATE}`;
    }
    return out;
  }

  #linked(text: string, target: string): string {
    const id = this.#links.get(target) ?? this.#links.size + 1;
    this.#links.set(target, id);
    return `${OSC_8}id=${id};${target}${END}${text}${OSC_8};${END}`;
  }

  #segment({ text, style }: Segment): string {
    let look = this.#looks.get(style);
    if (!look) {
      look = this.#lookOf(style);
      this.#looks.set(style, look);
    }
    return look(text);
  }

  #lookOf(style: Style): (text: string) => string {
    let chalk = this.#chalk;
    if (this.#colors && style.color) chalk = foreground(chalk, style.color);
    if (this.#colors && style.background) chalk = background(chalk, style.background);
    for (const attribute of ATTRIBUTES) if (style[attribute]) chalk = chalk[attribute];
    if (style.strike) chalk = chalk.strikethrough;
    return chalk === this.#chalk ? (text) => text : chalk;
  }
}

/** The end of the segments from `from` on that are one link and one isolate. */
function endOfUnit(line: Line, from: number): number {
  const { link, isolate } = line[from]!.style;
  let end = from + 1;
  while (
    end < line.length &&
    line[end]!.style.link === link &&
    line[end]!.style.isolate === isolate
  )
    end += 1;
  return end;
}

function foreground(chalk: ChalkInstance, color: Color): ChalkInstance {
  return isHex(color) ? chalk.hex(color) : chalk[color];
}

function background(chalk: ChalkInstance, color: Color): ChalkInstance {
  if (isHex(color)) return chalk.bgHex(color);
  const name = `bg${color.charAt(0).toUpperCase()}${color.slice(1)}` as 'bgRed';
  return chalk[name];
}

function isHex(color: Color): color is `#${string}` {
  return color.startsWith('#');
}
