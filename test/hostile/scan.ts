/**
 * What a terminal would be made to do by a text, besides showing it: every sequence outside of an allowlist. SGR
 * and OSC 8 links to http, https and mailto are allowed when `styled`, nothing otherwise.
 */
export function findings(text: string, { styled }: { styled: boolean }): string[] {
  const found: string[] = [];
  let rest = text;
  if (styled) {
    rest = rest
      .replace(/\x1b\[[\d;:]{0,64}m/g, '')
      .replace(
        /\x1b\]8;(?:id=[\w.-]{1,250})?;(?:(?:https?|mailto):[\x21-\x7e]{1,2083})?\x1b\\/g,
        '',
      );
  }
  const forbidden =
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\u200b\u2060\ufeff\xad\u{e0001}-\u{e007f}]/gu;
  for (const [char] of rest.matchAll(forbidden)) {
    found.push(`U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  }
  return found;
}
