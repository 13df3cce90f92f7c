import type { Article } from '../model/article.ts';
import { type Line, segment, stack } from '../model/line.ts';
import { visible } from '../model/printable.ts';
import type { Frame } from './frame.ts';
import { fill, type Run } from './wrap.ts';

/** Words a minute read in silence: 238 in English (Brysbaert 2019), 213 in Indonesian (same content, fewer words). */
const WORDS_A_MINUTE = { id: 213, other: 238 };

/** Minutes that reading `words` takes, at least one. */
export function readingMinutes(words: number, lang: string | undefined): number {
  const speed = lang?.startsWith('id') ? WORDS_A_MINUTE.id : WORDS_A_MINUTE.other;
  return Math.max(1, Math.round(words / speed));
}

/** Title, subtitle and byline, set apart from the body. */
export function header(article: Article, frame: Frame): Line[] {
  const { meta } = article;
  const title = frame.inline([{ type: 'text', value: meta.title }], frame.style('title'));
  const subtitle = meta.subtitle
    ? frame.inline([{ type: 'text', value: meta.subtitle }], frame.style('subtitle'))
    : [];
  const byline = bylineOf(article, frame);
  const rule = frame.settings.plain || !Number.isFinite(frame.width) ? [] : [ruleOf(frame)];
  const lines = stack(
    [stack([title, subtitle], 0), stack([byline, rule], 0)],
    frame.settings.plain ? 1 : 1,
  );
  return lines;
}

function ruleOf(frame: Frame): Line {
  return [segment(frame.glyphs.rule.repeat(frame.width), frame.style('headerRule'))];
}

/** `Pratiwi · 14 September 2023, 08:21 WIB · 3 min read · #Rusia`; parts are never cut, lines break between them. */
function bylineOf(article: Article, frame: Frame): Line[] {
  const { meta } = article;
  const { locale } = frame.settings;
  const minutes = readingMinutes(article.words, meta.lang);
  const date = meta.date ? locale.date(meta.date) : '';
  const updated = meta.updated ? locale.text('updated', { date: locale.date(meta.updated) }) : '';
  const parts = [
    meta.authors.join(', '),
    date,
    updated,
    locale.text('minutes', { minutes }),
    meta.draft ? locale.text('draft') : '',
  ];
  const style = frame.style('byline');
  const runs: Run[] = parts
    .filter((part) => part !== '')
    .flatMap((part, at) => [
      { text: at > 0 ? ' \u2060·\u00a0' : '', style },
      { text: unbroken(part), style },
    ]);
  if (meta.tags.length > 0) {
    runs.push({ text: ' ·\u00a0', style });
    meta.tags.forEach((tag, at) => {
      if (at > 0) runs.push({ text: ' ', style });
      runs.push({ text: unbroken(`#${tag}`), style: frame.style('tag') });
    });
  }
  return fill(runs, {
    hardBreak: frame.settings.tools.hardBreak,
    width: frame.width,
    wrap: 'greedy',
  }).map(spaced);
}

function unbroken(text: string): string {
  return visible(text).replace(/ /g, '\u00a0').replace(/-/g, '\u2011');
}

/** The no-break space is for the breaker only; what is printed is a space. */
function spaced(line: Line): Line {
  return line.map(({ text, style }) =>
    segment(text.replace(/\u00a0/g, ' ').replace(/\u2011/g, '-'), style),
  );
}
