import type { ColorDepth } from '../model/line.ts';

/** What the place that output goes to can do: found out once, from the environment, without asking it anything. */
export interface Terminal {
  /** Whether it is a terminal at all. */
  readonly isTerminal: boolean;
  /** Columns; undefined in a pipe where nothing says. */
  readonly columns: number | undefined;
  readonly rows: number | undefined;
  readonly colors: ColorDepth;
  /** Whether bold, underline and links may be written, which NO_COLOR leaves on. */
  readonly styled: boolean;
  readonly hyperlinks: boolean;
  readonly bidi: boolean;
}

/** The stream's side of it, as Node tells it. */
export interface Stream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Narrowest and widest page that a terminal's size can ask for, in columns. */
const NARROWEST = 10;
const WIDEST = 1000;

/** Reads the environment and the stream's size. `color` is the user's `--color`. */
export function terminalOf(
  stream: Stream,
  env: Environment,
  color: 'auto' | 'always' | 'never',
): Terminal {
  const isTerminal = stream.isTTY === true;
  const styled = isStyled(isTerminal, env, color);
  const uncolored = color === 'auto' && !isForced(env) && Boolean(env['NO_COLOR']);
  return {
    isTerminal,
    columns: sizeOf(isTerminal ? stream.columns : undefined) ?? sizeOf(Number(env['COLUMNS'])),
    rows: sizeOf(stream.rows) ?? sizeOf(Number(env['LINES'])),
    colors: styled && !uncolored ? depthOf(env) : 0,
    styled,
    hyperlinks: styled && followsLinks(env, isTerminal),
    bidi: styled && reorders(env),
  };
}

function isStyled(
  isTerminal: boolean,
  env: Environment,
  color: 'auto' | 'always' | 'never',
): boolean {
  if (color !== 'auto') return color === 'always';
  const force = env['FORCE_COLOR'];
  if (force === '0' || force === 'false') return false;
  return isForced(env) || (isTerminal && env['TERM'] !== 'dumb');
}

function sizeOf(columns: number | undefined): number | undefined {
  if (columns === undefined || !Number.isFinite(columns) || columns < 1) return undefined;
  return Math.min(WIDEST, Math.max(NARROWEST, Math.floor(columns)));
}

/** FORCE_COLOR (not 0) and CLICOLOR_FORCE ask for colour whatever the stream is; NO_COLOR loses to them. */
function isForced(env: Environment): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return Boolean(env['CLICOLOR_FORCE']) && env['CLICOLOR_FORCE'] !== '0';
}

function depthOf(env: Environment): ColorDepth {
  const force = env['FORCE_COLOR'];
  if (force === '3' || force === '2') return Number(force) as ColorDepth;
  if (/^(?:truecolor|24bit)$/.test(env['COLORTERM'] ?? '')) return 3;
  return /256/.test(env['TERM'] ?? '') ? 2 : 1;
}

/** Terminals known to follow OSC 8; FORCE_HYPERLINK says so of others. */
function followsLinks(env: Environment, isTerminal: boolean): boolean {
  const force = env['FORCE_HYPERLINK'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (!isTerminal || env['TERM'] === 'linux') return false;
  const program = env['TERM_PROGRAM'] ?? '';
  return (
    /^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|mintty|rio|zed)$/i.test(program) ||
    /kitty|alacritty|foot|ghostty|wezterm|contour/.test(env['TERM'] ?? '') ||
    Number(env['VTE_VERSION'] ?? 0) >= 5000 ||
    ['WT_SESSION', 'KONSOLE_VERSION', 'DOMTERM', 'KITTY_WINDOW_ID'].some((name) =>
      Boolean(env[name]),
    )
  );
}

/** Terminals that reorder right-to-left text themselves. */
function reorders(env: Environment): boolean {
  return (
    Number(env['VTE_VERSION'] ?? 0) >= 5800 ||
    Boolean(env['KONSOLE_VERSION']) ||
    /^mlterm/.test(env['TERM'] ?? '')
  );
}
