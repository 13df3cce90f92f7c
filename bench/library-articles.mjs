// Made-up articles: words of invented roots after Zipf's law, nested tags, authors, dates, several languages, now and then
// a head that is odd. Seeded: the same count gives the same files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VOCABULARY = 60_000;
const MEAN_BYTES = 3000;

/** Numbers from 0 to 1 that a seed tells (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const ONSETS = 'b c d f g h j k l m n p r s t w y ng ny kh sy tr pr st'.split(' ');
const VOWELS = 'a a a i i u e e o ai au'.split(' ');
const CODAS = ['', '', '', 'n', 'ng', 'r', 's', 't', 'k', 'h', 'l', 'm'];
const PREFIXES = ['', '', '', 'me', 'mem', 'ber', 'di', 'ter', 'pe', 'ke'];
const SUFFIXES = ['', '', '', '', 'kan', 'an', 'i', 'nya'];
const SMALL = {
  id: 'yang dan di ke dari ini itu dengan untuk pada dalam tidak akan oleh juga ada adalah karena atau sebagai'.split(
    ' ',
  ),
  en: 'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they'.split(
    ' ',
  ),
};
const CYRILLIC =
  'это новый город большой день река море ветер книга слово утро дорога гора письмо время'.split(
    ' ',
  );
const HAN =
  '東京海山川空風雨雪花鳥月火水木金土日年時分人口手足目耳新聞社会経済政治文化科学技術北南西中国';

function vocabulary(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const syllable = () => pick(ONSETS) + pick(VOWELS) + pick(CODAS);
  const words = new Set();
  while (words.size < VOCABULARY) {
    const root = Array.from({ length: random() < 0.2 ? 1 : random() < 0.7 ? 2 : 3 }, syllable).join(
      '',
    );
    words.add(words.size < 300 ? root : pick(PREFIXES) + root + pick(SUFFIXES));
  }
  return [...words];
}

/** Ranks from 0 up to `size`, the first the most frequent, as Zipf has it; by a table of 65,536 places. */
function zipf(size) {
  const places = 65_536;
  const table = new Uint16Array(places);
  let total = 0;
  for (let rank = 1; rank <= size; rank += 1) total += 1 / (rank + 2);
  let rank = 1;
  let sum = 1 / 3;
  for (let at = 0; at < places; at += 1) {
    while (sum < ((at + 0.5) / places) * total && rank < size) {
      rank += 1;
      sum += 1 / (rank + 2);
    }
    table[at] = rank - 1;
  }
  // The rarest words share few places: among the neighbours of one, each is as likely.
  return (random) => {
    const at = Math.floor(random() * (places - 1));
    const low = table[at];
    return low + Math.floor(random() * Math.max(1, table[at + 1] - low));
  };
}

/** Writes `count` articles under a folder; returns their bytes. */
export function generate(folder, count, seed = 7) {
  const random = randomFrom(seed);
  const words = vocabulary(random);
  const rank = zipf(words.length);
  const made = new Set();
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    const { path, text } = article(index, random, () => words[rank(random)]);
    const file = join(folder, path);
    const directory = file.slice(0, file.lastIndexOf('/'));
    if (!made.has(directory)) mkdirSync(directory, { recursive: true });
    made.add(directory);
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

const pickFrom = (list, random) => list[Math.floor(random() * list.length)];

/** The language of an article, and its next word. */
function tongue(random, word) {
  const chance = (share) => random() < share;
  const language = chance(0.6) ? 'id' : chance(0.9) ? 'en' : chance(0.5) ? 'ja' : 'ru';
  const small = SMALL[language];
  const next = () => {
    if (language === 'ru' && chance(0.8)) return pickFrom(CYRILLIC, random);
    return small && chance(0.35) ? pickFrom(small, random) : word();
  };
  return { language, next };
}

function article(index, random, word) {
  const { language, next } = tongue(random, word);
  const year = 2009 + Math.floor(random() ** 0.7 * 17);
  const month = two(1 + Math.floor(random() * 12));
  const title = capital(phrase(4 + Math.floor(random() * 7), next));
  const address = `https://news.example/${year}/${index}`;
  const head = [
    '---',
    titleLine(title, random, next),
    dateLine(`${year}-${month}`, random),
    ...namesLines(random),
    ...detailLines({ random, next, language, address }),
    '---',
    '',
  ];
  const text = `${head.join('\n')}\n${body(random, next, language)}`;
  return { path: `${year}/${month}/${String(index).padStart(6, '0')}-${slug(title)}.md`, text };
}

function titleLine(title, random, next) {
  if (random() < 0.05) return `title: ${title}: ${next()}`;
  return random() < 0.2 ? `title: "${title}"` : `title: ${title}`;
}

function dateLine(month, random) {
  const day = `${month}-${two(1 + Math.floor(random() * 28))}`;
  const clock = `${two(Math.floor(random() * 24))}:${two(Math.floor(random() * 60))}`;
  return `date: ${day}${random() < 0.7 ? `T${clock}:00+07:00` : ''}`;
}

function namesLines(random) {
  const tags = Array.from({ length: Math.floor(random() * 5) }, () => tag(random));
  const authors = Array.from({ length: random() < 0.1 ? 2 : 1 }, () => author(random));
  const listed = tags.length > 0 && random() < 0.3;
  const tagLine = listed ? `tags:\n  - ${tags.join('\n  - ')}` : `tags: [${tags.join(', ')}]`;
  return [`authors: [${authors.join(', ')}]`, tagLine];
}

function detailLines({ random, next, language, address }) {
  const sometimes = (share, line) => (random() < share ? [line()] : []);
  return [
    ...sometimes(0.8, () => `lang: ${language}`),
    ...sometimes(0.5, () => `description: ${capital(phrase(12, next))}.`),
    ...sometimes(0.3, () => `source: ${address}`),
    ...sometimes(0.05, () => `series: Seri ${1 + Math.floor(random() * 40)}`),
    ...sometimes(0.03, () => 'draft: true'),
    ...sometimes(0.1, () => `rubrik: rubrik-${Math.floor(random() * 9)}`),
  ];
}

function phrase(length, next) {
  return Array.from({ length }, next).join(' ');
}

function body(random, next, language) {
  const goal = MEAN_BYTES * (0.4 + 1.1 * random());
  const parts = [];
  for (let size = 0; size < goal; ) {
    const kind = random();
    const part =
      kind < 0.08
        ? `## ${capital(`${next()} ${next()} ${next()}`)}`
        : kind < 0.12
          ? Array.from({ length: 3 }, () => `- ${sentence(random, next, language)}`).join('\n')
          : kind < 0.15
            ? `> ${sentence(random, next, language)}`
            : Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
                sentence(random, next, language),
              ).join(' ');
    parts.push(part);
    size += Buffer.byteLength(part) + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

function sentence(random, next, language) {
  if (language === 'ja') {
    return `${Array.from({ length: 12 + Math.floor(random() * 20) }, () => HAN[Math.floor(random() * HAN.length)]).join('')}。`;
  }
  const words = Array.from({ length: 6 + Math.floor(random() * 14) }, next);
  const at = Math.floor(random() * words.length);
  const mark = random();
  if (mark < 0.05) words[at] = `**${words[at]}**`;
  else if (mark < 0.08) words[at] = `[${words[at]}](https://www.example.org/${words[at]})`;
  else if (mark < 0.12) words[at] = `${words[at]}-${words[at]}`;
  else if (mark < 0.15) words[at] = String(Math.floor(random() * 2000));
  else if (mark < 0.3) words[at] += ',';
  return `${capital(words.join(' '))}.`;
}

/** One of 400 tags, half of them under one of 20 others; the first are the most used. */
function tag(random) {
  const at = Math.floor(random() ** 2 * 400);
  return at % 2 === 0 ? `topik${at}` : `bidang${at % 20}/sub${at}`;
}

function author(random) {
  const at = Math.floor(random() ** 1.5 * 500);
  return `${capital(ONSETS[at % ONSETS.length])}a${ONSETS[(at * 7) % ONSETS.length]}i Penulis${at}`;
}

function slug(title) {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 40)
    .replace(/-$/, '');
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function two(value) {
  return String(value).padStart(2, '0');
}
