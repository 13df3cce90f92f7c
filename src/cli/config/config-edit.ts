/** A value as a setting holds it. */
export type Setting = string | number | boolean;

/**
 * The text of a configuration in which a key has another value: of the top, or `queries.name`. Everything else stays
 * as it is written, comments too. What it reads as is for the caller to check: TOML has more ways to write a key.
 */
export function withSetting(source: string, key: string, value: Setting): string {
  const [table, name] = key.startsWith('queries.') ? ['queries', key.slice(8)] : [undefined, key];
  const lines = source === '' ? [] : source.replace(/\n$/, '').split('\n');
  const written =
    typeof value === 'string' ? JSON.stringify(value).replaceAll('\x7f', '\\u007F') : String(value);
  const { start, end, missing } = regionOf(lines, table);
  const at = lines.findIndex(
    (line, index) => index >= start && index < end && nameOf(line) === name,
  );
  const shown = /^[\w-]+$/.test(name) ? name : JSON.stringify(name);
  if (at >= 0) lines[at] = replaced(lines[at] ?? '', written);
  else lines.splice(placeIn(lines, start, end), 0, ...missing, `${shown} = ${written}`);
  return `${lines.join('\n')}\n`;
}

/** The lines of a table, without its heading; a table that is not there begins at the end. */
function regionOf(lines: readonly string[], table: string | undefined) {
  const isHead = (line: string) => /^\s*\[/.test(line);
  const head = lines.findIndex((line) => new RegExp(`^\\s*\\[\\s*${table}\\s*\\]`).test(line));
  if (table !== undefined && head < 0) {
    const missing = [...(lines.length > 0 ? [''] : []), `[${table}]`];
    return { start: lines.length, end: lines.length, missing };
  }
  const start = table === undefined ? 0 : head + 1;
  const next = lines.findIndex((line, at) => at >= start && isHead(line));
  return { start, end: next < 0 ? lines.length : next, missing: [] };
}

/** Where a line is added: after the last of the region that is not blank. */
function placeIn(lines: readonly string[], start: number, end: number): number {
  let at = end;
  while (at > start && lines[at - 1]?.trim() === '') at -= 1;
  return at;
}

function nameOf(line: string): string | undefined {
  return /^\s*(?:([\w-]+)|"([^"\\]*)"|'([^']*)')\s*=/
    .exec(line)
    ?.slice(1)
    .find((name) => name !== undefined);
}

/** The line with another value; what stands behind it stays. */
function replaced(line: string, written: string): string {
  const match =
    /^(\s*(?:[\w-]+|"[^"\\]*"|'[^']*')\s*=\s*)(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^#\s]*)(.*)$/.exec(
      line,
    );
  return match ? `${match[1]}${written}${match[2]}` : line;
}
