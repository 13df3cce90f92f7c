import { YAMLException } from 'js-yaml';
import { TomlError } from 'smol-toml';

/** Why a parser refused a head and where in it, line and column from 0. */
export interface Fault {
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/** The reason and the place within `raw` that a parser's error tells; its first line if it tells none. */
export function faultOf(error: unknown, raw: string): Fault {
  if (error instanceof YAMLException) {
    // gray-matter hands the head over with the end of the fence's line before it.
    const line = Math.max(0, (error.mark?.line ?? 1) - 1);
    return { reason: error.reason, line, column: error.mark?.column ?? 0 };
  }
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  if (error instanceof TomlError) {
    return { reason: message, line: error.line - 1, column: error.column - 1 };
  }
  return { reason: message, ...jsonPlace(message, raw) };
}

function jsonPlace(message: string, raw: string): { line: number; column: number } {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return { line: 0, column: 0 };
  const trimmed = raw.length - raw.trimStart().length;
  const added = raw.trimStart().startsWith('{') ? 0 : 1;
  const before = raw.slice(0, Math.max(0, Number(position) + trimmed - added)).split('\n');
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}
