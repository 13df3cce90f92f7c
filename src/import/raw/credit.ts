import type { Said } from './fields.ts';

const LONGEST = 140;
const MOST_WORDS = 6;

const AUTHOR =
  'penulis|ditulis oleh|reporter|rep|pewarta|wartawan|jurnalis|kontributor|koresponden|laporan|oleh|penyusun|teks|' +
  'author|writer|written by|reported by|reporting by|additional reporting by|story by|text by|words by|correspondent|by';
const EDITOR =
  'redaktur pelaksana|redaktur|red|editor|penyunting|disunting oleh|edited by|editing by|writing by';
const SOURCE = 'sumber|source';
const PHOTO =
  'foto oleh|foto|fotografer|pewarta foto|photos? by|photograph by|photographer|photo credit|photo|dok';
const ROLE = `${PHOTO}|${AUTHOR}|${EDITOR}|${SOURCE}`;

const LABELLED = new RegExp(`^(${ROLE})\\s*(?::|\\|)\\s*(\\S.*)$`, 'i');
/** Roles that need no colon before a name. */
const UNMARKED =
  /^(ditulis oleh|oleh|by|written by|reported by|reporting by|story by|edited by|editing by|photos? by) (?=\p{Lu})(.+)$/iu;
const BEFORE_ROLE = new RegExp(
  `\\s*(?:[|•·;/,]\\s*)?(?=(?<![\\p{L}\\d])(?:(?:${ROLE})\\s*:|(?:writing|editing) by ))`,
  'iu',
);
const ROLE_ALONE = new RegExp(`^(?:(${AUTHOR})|(${EDITOR})|(${PHOTO}))$`, 'i');

const WIRE =
  'detik[A-Z]?\\w*|(?:CNN|CNBC) Indonesia|Okezone|VIVA|ANTARA(?: News)?|AP News|(?:The )?Associated Press|AP|Reuters|AFP|CNN|BBC(?: News)?|NPR|(?:CBS|NBC|ABC|Fox) News|Bloomberg|Bernama|Xinhua|' +
  '[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|id|co|net|org|news|tv)';
const NAME_AND_WIRE = new RegExp(`^(.{3,80}?)(?:\\s+[-–—|]\\s*|\\s*[-–—|]\\s+|, )(${WIRE})$`, 'u');
const WIRE_ALONE = new RegExp(`^(?:${WIRE})$`);
const LETTER = new RegExp(
  `^Laporan (?:Wartawan|Reporter|Kontributor) (${WIRE})\\s*[,:–-]\\s*(.+)$`,
  'iu',
);

/** Academic titles and callings: what follows a comma without being a name of its own. */
const DEGREE =
  /^(?:(?:[A-Z][A-Za-z]{0,4}\.)+[A-Za-z]{0,4}\.?|S\.?H|M\.?H|S\.?E|M\.?M|M\.?Si|Ph\.?D|Jr|Sr|II|III)$|^(?:(?:staff|senior|chief|special|political) )?(?:writer|reporter|correspondent|editor)$/i;
const PARTICLE = /^(?:bin|binti|van|von|de|der|den|da|dos|al|el|la|le|ibn|y)$/i;

/** Who wrote, edited or photographed, or where it is from, when a line says nothing else. */
export function readCredit(line: string): Said | undefined {
  if (line.length > LONGEST || line.length < 4) return undefined;
  const text = /^[([][^()[\]]*[)\]]$/.test(line) ? line.slice(1, -1).trim() : line;
  return readLetter(text) ?? readLabelled(text) ?? readUnmarked(text) ?? readWire(text);
}

function readLabelled(text: string): Said | undefined {
  const parts = text.split(BEFORE_ROLE).filter((part) => part !== '');
  const said = parts.map((part) => labelled(part));
  return said.every((one) => one !== undefined) ? merged(said) : undefined;
}

function labelled(part: string): Said | undefined {
  const match = LABELLED.exec(part);
  if (match) return inRole(match[1] ?? '', match[2] ?? '', false);
  return readUnmarked(part);
}

function readUnmarked(text: string): Said | undefined {
  const match = UNMARKED.exec(text);
  if (!match) return undefined;
  const [, role = '', value = ''] = match;
  const wire = NAME_AND_WIRE.exec(value);
  const names = wire?.[1] ?? '';
  if (!wire || !isNames(names)) return inRole(role, value, true);
  const said = inRole(role, names, true);
  return said && { ...said, source: wire[2] ?? '' };
}

function readWire(text: string): Said | undefined {
  const match = NAME_AND_WIRE.exec(text);
  const [, names = '', source = ''] = match ?? [];
  // One word alone may be a place: `Jakarta, CNN Indonesia`.
  if (!isNames(names) || !(names.includes(' ') || /^detik/.test(source))) return undefined;
  return { authors: splitNames(names), source };
}

function readLetter(text: string): Said | undefined {
  const match = LETTER.exec(text);
  const names = match?.[2] ?? '';
  return match && isNames(names)
    ? { authors: splitNames(names), source: match[1] ?? '' }
    : undefined;
}

function inRole(role: string, value: string, strict: boolean): Said | undefined {
  const is = (roles: string) => new RegExp(`^(?:${roles})$`, 'i').test(role);
  if (is(SOURCE)) return isShort(value, 100) ? { source: value } : undefined;
  if (is(PHOTO)) return isShort(value, 80) ? { credit: value } : undefined;
  if (strict ? !isNames(value) : !isLabelledName(value)) return undefined;
  return is(EDITOR) ? { editors: splitNames(value) } : { authors: splitNames(value) };
}

function isShort(value: string, longest: number): boolean {
  const isSentence = /[!?]$/.test(value) || (/\.$/.test(value) && value.split(' ').length > 3);
  return value.length <= longest && !isSentence;
}

/** What several roles on one line say together; none if two of them say the same differently. */
function merged(all: readonly Said[]): Said | undefined {
  const authors = all.flatMap((said) => said.authors ?? []);
  const editors = all.flatMap((said) => said.editors ?? []);
  const single = (key: 'source' | 'credit') => all.flatMap((said) => said[key] ?? []);
  const [sources, credits] = [single('source'), single('credit')];
  if (sources.length > 1 || credits.length > 1) return undefined;
  return {
    ...(authors.length > 0 && { authors }),
    ...(editors.length > 0 && { editors }),
    ...(sources[0] !== undefined && { source: sources[0] }),
    ...(credits[0] !== undefined && { credit: credits[0] }),
  };
}

/** The role that a line names and nothing else: its name is on the line before. */
export function roleAlone(text: string): 'authors' | 'editors' | 'credit' | undefined {
  const match = text.length <= 30 ? ROLE_ALONE.exec(text) : null;
  if (!match) return undefined;
  if (match[1] !== undefined) return 'authors';
  return match[2] === undefined ? 'credit' : 'editors';
}

/** Whether a text names a news agency or a site and nothing else. */
export function isWire(text: string): boolean {
  return text.length <= 60 && WIRE_ALONE.test(text);
}

/** Whether a text is a list of names and nothing else: capitals, no digits, no sentence. */
export function isNames(text: string): boolean {
  if (text.length > 120 || /[\d:!?"“”()<>@#]/.test(text)) return false;
  const names = splitNames(text);
  return names.length > 0 && names.every(isName);
}

function isName(name: string): boolean {
  const words = name.split(' ');
  return (
    words.length <= MOST_WORDS &&
    /^\p{Lu}/u.test(name) &&
    words.every((word) => /^['’(]?\p{Lu}/u.test(word) || PARTICLE.test(word))
  );
}

/** Whether a text may be a name where one is awaited: after a role and a colon it may be anything short: `pratiwi`, `Tim`. */
export function isLabelledName(text: string): boolean {
  if (text.length > 120 || /\d{3}|[!?]$|:/.test(text)) return false;
  const names = splitNames(text);
  return (
    names.length > 0 &&
    names.every((name) => /\p{L}/u.test(name) && name.split(' ').length <= MOST_WORDS)
  );
}

/** Names of a list: parted by commas, `dan`, `and`, `&`, `/` and `;`; a degree stays with its name. */
export function splitNames(text: string): string[] {
  const parts = text.split(/\s*[;/&]\s*|\s+(?:dan|and)\s+|\s*,\s*/i);
  const names: string[] = [];
  for (const part of parts) {
    const name = part.replace(/^(?:dan|and) /i, '').trim();
    const last = names.at(-1);
    if (name === '') continue;
    if (last !== undefined && DEGREE.test(name)) names[names.length - 1] = `${last}, ${name}`;
    else names.push(name);
  }
  return names;
}
