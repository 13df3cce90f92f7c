/** What Pandoc's title block says. */
export interface TitleBlock {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A line of the block with the indented lines that go on with it. */
const PART = String.raw`%[ \t]*(.*(?:\n[ \t]+\S.*)*)`;
const BLOCK = new RegExp(`^(?=%[ \\t])${PART}(?:\\n${PART})?(?:\\n${PART})?(?:\\n|$)`);

/**
 * Pandoc's title block: up to three lines that begin with `%` — title, authors between semicolons, date — each of
 * which may go on in indented lines; undefined where a text does not begin with one.
 */
export function readTitleBlock(text: string): TitleBlock | undefined {
  const match = BLOCK.exec(text);
  if (!match) return undefined;
  const [block, title = '', authors = '', date = ''] = match;
  const names = authors.split(/[;\n]/).map((name) => name.trim());
  const told = { title: title.replace(/\s+/g, ' '), authors: names.filter(Boolean), date };
  const data = Object.fromEntries(Object.entries(told).filter(([, value]) => value.length > 0));
  return Object.keys(data).length === 0 ? undefined : { data, body: text.slice(block.length) };
}
