/**
 * What a terminal would be made to do or to hide by a text, besides showing it. It models the terminal and trusts
 * nothing of the program: every sequence, control and invisible character outside of an allowlist is a finding.
 * Allowed when `styled`: SGR and OSC 8 links to http, https and mailto, both opened and closed on one line.
 */
export function findings(text: string, { styled }: { styled: boolean }): string[] {
  const found: string[] = [];
  for (const line of text.split('\n')) {
    const rest = styled ? withoutStyles(line, found) : line;
    found.push(...controlsIn(rest), ...invisiblesIn(rest));
  }
  return found;
}

const SGR = /\x1b\[[\d;:]{0,64}m/g;
/** Gives the address when split by: empty where a link ends. */
const LINK = /\x1b\]8;(?:id=[\w.-]{1,250})?;([\x21-\x7e]{0,2083})(?:\x1b\\|\x07)/;

/** A line without its allowed sequences; what is wrong with them is put into `found`. */
function withoutStyles(line: string, found: string[]): string {
  const shown = withoutLinks(line, found);
  const looks = shown.match(SGR) ?? [];
  // Colours by number hold any number; what is left are single attributes.
  const attributes = looks.map((look) =>
    look.slice(2, -1).replace(/[34]8;(?:5;\d+|2;\d+;\d+;\d+)/g, '1'),
  );
  found.push(...attributes.filter((codes) => /(?:^|;)0*[568](?:;|$)/.test(codes)));
  if (!/^(?:0|22|23|24|27|29|39|49)?$/.test(attributes.at(-1) ?? '')) found.push('SGR left open');
  return shown.replace(SGR, '');
}

function withoutLinks(line: string, found: string[]): string {
  const parts = line.split(LINK);
  let open = '';
  parts.forEach((part, at) => {
    if (at % 2 === 1) open = part;
    else if (open !== '') found.push(...faultsOfLink(open, part.replace(SGR, '')));
  });
  if (open !== '') found.push('link left open');
  return parts.filter((_, at) => at % 2 === 0).join('');
}

/** What is wrong with a link of an address and the words that it lies under. */
function faultsOfLink(uri: string, words: string): string[] {
  const [, scheme = '', host] = /^([a-z][\w+.-]*):(?:\/\/([^/?#\\]*))?/i.exec(uri) ?? [];
  if (!/^(?:https?|mailto)$/i.test(scheme)) return [`link to ${scheme}:`];
  if (/^mailto$/i.test(scheme)) return [];
  if (!host || host.includes('@')) return [`link to the host ${host}`];
  const said = /^(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?=[/:?#]|$)/i.exec(words.trim())?.[1];
  const name = (of: string) => of.toLowerCase().replace(/^www\.|:\d+$/g, '');
  const deceives = said !== undefined && name(said) !== name(host);
  return deceives ? [`the words ${said} lead to ${host}`] : [];
}

const name = (char: string) =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function controlsIn(line: string): string[] {
  return (line.match(/[\0-\x08\x0a-\x1f\x7f-\x9f]/g) ?? []).map(name);
}

/** Bidi controls, what prints nothing, characters that are none: nowhere. */
const NOWHERE =
  /^[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]$/u;
const FLAG = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}/gu;
const EMOJI = /^[\u{1f000}-\u{1faff}\u2190-\u2bff\u2600-\u27bf\ufe0f\u20e3\xa9\xae\u3030\u303d]$/u;
/** Letters of scripts that spell with ZWJ and ZWNJ. */
const JOINING =
  /^[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\u1b00-\u1bbf\ua980-\ua9df\ufb50-\ufefc]$/u;
const COMBINING = /^[\p{Mn}\p{Me}]$/u;
const MOST_MARKS = 8;

function invisiblesIn(line: string): string[] {
  const found: string[] = [];
  const chars = [...line.replace(FLAG, '\u{1f3f4}')];
  let base = '';
  let marks = 0;
  chars.forEach((char, at) => {
    if (isMisplaced(char, base, chars[at + 1] ?? '')) found.push(name(char));
    marks = COMBINING.test(char) ? marks + 1 : 0;
    if (marks === 0) base = char;
    if (marks === MOST_MARKS + 1) found.push(`more than ${MOST_MARKS} marks`);
  });
  return found;
}

function isMisplaced(char: string, base: string, after: string): boolean {
  if (/[\u200c\u200d]/.test(char)) return !joins(base, after);
  if (/[\ufe00-\ufe0f]/.test(char)) return /^[ \t]?$/.test(base);
  return NOWHERE.test(char) || ((char.codePointAt(0) ?? 0) & 0xfffe) === 0xfffe;
}

function joins(base: string, after: string): boolean {
  if (EMOJI.test(base) && EMOJI.test(after)) return true;
  return JOINING.test(base) && (JOINING.test(after) || /^ ?$/.test(after));
}
