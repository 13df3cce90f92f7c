const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', '#39': "'", '#039': "'" },
  ...{
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    '#8217': '’',
    '#8216': '‘',
    '#8220': '“',
    '#8221': '”',
  },
};

/** A value without entities and line ends. */
export function clean(value: string): string {
  return value
    .replace(/&(#?\w{2,5});/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

/** As {@link clean}; undefined if nothing is left. */
export function plain(value: string | undefined): string | undefined {
  const text = value === undefined ? '' : clean(value);
  return text === '' ? undefined : text;
}

/** Letters and digits only, to compare titles by. */
export function bare(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const LEAD = /^\s*(?:by|oleh|penulis|reporter|writer|author|written by|ditulis oleh)\s*[:\s]\s*/i;

/** Names without what leads to them, without addresses, each once. */
export function people(names: readonly string[]): string[] {
  const parts = names.flatMap((name) =>
    clean(name)
      .replace(LEAD, '')
      .split(/\s*(?:;|,\s+(?=\p{Lu}\p{Ll}+\s)|\s(?:dan|and|&)\s)\s*/u),
  );
  return unique(
    parts
      .map((name) => name.replace(/\s*[(<][^)>]*@[^)>]*[)>]\s*$/, '').trim())
      .filter(
        (name) =>
          !/^(?:https?:|www\.|@)|^(?:admin|administrator|redaksi)$/i.test(name) &&
          /\p{L}/u.test(name),
      ),
  );
}

/** Each value once, whatever its case. */
export function unique(values: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const value of values) {
    const key = value.toLowerCase();
    if (value !== '' && !seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}
