import type * as mdast from 'mdast';
import type { Article, Block, Inline } from '../model/article.ts';
import { type Line, lineWidth, type Segment, segment, stack } from '../model/line.ts';
import { readingMinutes } from '../model/minutes.ts';
import { width } from '../model/width.ts';
import type { Frame } from './frame.ts';
import { fill } from './wrap.ts';

/** Title, subtitle and byline, set apart from the body, and the lead picture; nothing for a text without any. */
export function header(article: Article, frame: Frame): Line[] {
  const { meta } = article;
  const isBare = meta.title === '' && meta.authors.length + meta.tags.length === 0 && !meta.date;
  if (isBare) return [];
  // A heading may hold links, whose numbers would else be in the list of addresses only.
  const words = titleHeading(article)?.children ?? [{ type: 'text', value: meta.title }];
  const title = frame.inline(words as Inline[], frame.style('title'));
  const subtitle = meta.subtitle
    ? frame.inline([{ type: 'text', value: meta.subtitle }], frame.style('subtitle'))
    : [];
  const byline = bylineOf(article, frame);
  const rule = frame.settings.plain || !Number.isFinite(frame.width) ? [] : [ruleOf(frame)];
  return stack([
    stack([title, subtitle], 0),
    stack([byline, rule], 0),
    leadPicture(article, frame),
  ]);
}

/** The heading of the body that is the article's title; undefined where its head says the title. */
export function titleHeading({ body, meta }: Article): mdast.Heading | undefined {
  if (!meta.titleFromBody) return undefined;
  const isFirst = (block: Block) => block.type === 'heading' && block.depth === 1;
  return body.children.find(isFirst) as mdast.Heading | undefined;
}

/** The lead picture as its description and caption, where the front matter has words for it. */
function leadPicture({ meta }: Article, frame: Frame): Line[] {
  const { alt, caption, credit, src = '' } = meta.image ?? {};
  const words = [caption, credit].filter((part) => part !== undefined).join(' · ');
  if (!alt && words === '') return [];
  const shown = alt ? frame.inline([{ type: 'image', url: src, alt }]) : [];
  return stack([shown, frame.inline([{ type: 'text', value: words }], frame.style('caption'))], 0);
}

function ruleOf(frame: Frame): Line {
  return [segment(frame.glyphs.rule.repeat(frame.width), frame.style('headerRule'))];
}

/** `Pratiwi · 14 September 2023, 08:21 WIB · 3 min read · #Rusia`: lines break between parts, without a dot there. */
function bylineOf(article: Article, frame: Frame): Line[] {
  const style = frame.style('byline');
  const parts = factsOf(article, frame).map((text) => segment(text, style));
  const tags = article.meta.tags.map((tag) => segment(`#${tag}`, frame.style('tag')));
  const lines: Segment[][] = [];
  let used = 0;
  [...parts, ...tags].forEach((part, at) => {
    const between = segment(at > parts.length ? ' ' : ' · ', style);
    const columns = width(part.text);
    const last = lines.at(-1);
    if (last && used + width(between.text) + columns <= frame.width) {
      last.push(between, part);
      used += width(between.text) + columns;
    } else {
      lines.push([part]);
      used = columns;
    }
  });
  return lines.flatMap((line) => fitting(line, frame));
}

/** What the byline says besides tags. */
function factsOf({ meta, words }: Article, { settings }: Frame): string[] {
  const { locale } = settings;
  const facts = [
    meta.authors.join(', '),
    meta.date ? locale.date(meta.date) : '',
    meta.updated ? locale.text('updated', { date: locale.date(meta.updated) }) : '',
    locale.text('minutes', { minutes: readingMinutes(words, meta.lang) }),
    meta.draft ? locale.text('draft') : '',
  ];
  return facts.filter((fact) => fact !== '');
}

/** A part that is wider than the page is broken like a paragraph. */
function fitting(line: readonly Segment[], frame: Frame): Line[] {
  if (lineWidth(line) <= frame.width) return [line];
  const { hardBreak } = frame.settings.tools;
  return fill(line, { hardBreak, width: frame.width, wrap: 'greedy' });
}
