import type { Article, Block, Inline } from '../model/article.ts';
import { indent, type Line, type Style, segment, stack } from '../model/line.ts';
import { resolveTarget, terminalTarget } from '../model/targets.ts';
import { code } from './blocks/code.ts';
import { figure, math } from './blocks/figure.ts';
import { heading, thematicBreak } from './blocks/heading.ts';
import { descriptionList, list } from './blocks/list.ts';
import { abbreviationDefinition, footnotes, linkList } from './blocks/notes.ts';
import { caption, paragraph, summary, verbatim } from './blocks/paragraph.ts';
import { alert, blockquote, details } from './blocks/quote.ts';
import { table } from './blocks/table.ts';
import { aligned, isolated } from './direction.ts';
import type { Frame, Layouts, PageSettings } from './frame.ts';
import { header, titleHeading } from './header.ts';
import { runsOf } from './inline.ts';
import { type Group, paginate, spreads } from './pages.ts';
import { numberReferences, printsItsTarget, type References } from './references.ts';
import { fill } from './wrap.ts';

/** How each kind of block is set. Definitions are printed where they are used. */
const LAYOUTS: Layouts = {
  abbreviationDefinition,
  alert,
  blockquote,
  caption,
  code,
  definition: () => [],
  descriptionList,
  details,
  figure,
  footnoteDefinition: () => [],
  heading,
  html: verbatim,
  list,
  math,
  paragraph,
  summary,
  table,
  thematicBreak,
  verbatim,
};

/** Levels of quotes and lists that are moved right; deeper ones stay below the last. */
const DEEPEST = 16;
/** Narrowest room that a quote or list may leave its blocks, in columns. */
const NARROWEST = 8;

/** An article as the lines of a page: header, body, footnotes, numbered links. */
export function layout(article: Article, settings: PageSettings): Line[] {
  const groups = groupsOf(article, settings);
  const { spread, width, margin } = settings;
  const lines = spread
    ? spreads(paginate(groups, spread.height), width)
    : stack(
        groups.map((group) => group.lines),
        (at) => groups[at]?.before ?? 1,
      );
  return margin > 0 ? indent(lines, margin) : lines;
}

/** The parts of the page in order, each the lines of one block. */
function groupsOf(article: Article, settings: PageSettings): Group[] {
  const from = { path: article.path, url: article.meta.source?.url };
  const target = (url: string) => resolveTarget(url, from);
  const references = numberReferences(
    article.body,
    (node) => isNumbered(node, target, settings),
    target,
  );
  const frame = frameOf(settings, references, {
    width: settings.width,
    moved: 0,
    depth: 0,
    lists: 0,
  });
  const links = linkList(references.links, frame);
  const hasNotes = references.footnotes.length > 0;
  return [
    { kind: 'header', lines: settings.header ? header(article, frame) : [] },
    ...bodyOf(article, settings).map((block, at, blocks) => groupOf(block, blocks[at - 1], frame)),
    { kind: 'footnotes', lines: ending(footnotes(references.footnotes, frame), frame) },
    { kind: 'links', lines: hasNotes ? links : ending(links, frame) },
  ];
}

/**
 * A section of the first or second rank begins after two blank lines on a page, everything else after one; definitions
 * of abbreviations are one list.
 */
function groupOf(block: Block, above: Block | undefined, frame: Frame): Group {
  const { type } = block;
  const opens = type === 'heading' && block.depth <= 2 && !frame.settings.plain;
  const goesOn = type === 'abbreviationDefinition' && above?.type === type;
  return { kind: type, lines: frame.block(block), before: opens ? 2 : goesOn ? 0 : 1 };
}

/** The blocks to print: without the heading that the header already shows as title. */
function bodyOf(article: Article, settings: PageSettings): readonly Block[] {
  const { children } = article.body;
  const title = settings.header ? titleHeading(article) : undefined;
  return title ? children.filter((block) => block !== title) : children;
}

/** Columns of the rule above notes, where there is room. */
const NOTE_RULE = 20;

/** Notes under a short rule at the margin, as in a book; in a pipe just the notes. */
function ending(lines: Line[], frame: Frame): Line[] {
  if (lines.length === 0 || frame.settings.plain) return lines;
  const rule = frame.glyphs.rule.repeat(Math.min(NOTE_RULE, Math.max(1, frame.width)));
  return stack([[[segment(rule, frame.style('rule'))]], lines]);
}

function isNumbered(
  node: Parameters<Parameters<typeof numberReferences>[1]>[0],
  target: (url: string) => string,
  settings: PageSettings,
): boolean {
  if (node.url === '' || node.url.startsWith('#')) return false;
  if (settings.hyperlinks && terminalTarget(target(node.url)) !== undefined) return false;
  return node.type === 'image' || !printsItsTarget(node, settings.plain);
}

interface Room {
  readonly width: number;
  readonly moved: number;
  readonly depth: number;
  readonly lists: number;
}

function frameOf(settings: PageSettings, references: References, room: Room): Frame {
  const { theme } = settings;
  const frame: Frame = {
    settings,
    references,
    ...room,
    glyphs: theme.glyphs,
    style: (role) => theme.styles[role],
    narrow: (columns, isList = false) => {
      const lists = room.lists + (isList ? 1 : 0);
      const { width, moved } = roomLeft(room, columns);
      const depth = room.depth + (moved > 0 ? 1 : 0);
      return frameOf(settings, references, { width, moved, depth, lists });
    },
    within: (width) => frameOf(settings, references, { ...room, width, moved: 0 }),
    block: (block) => {
      const set = LAYOUTS[block.type] as ((block: Block, frame: Frame) => Line[]) | undefined;
      return set ? set(block, frame) : [];
    },
    blocks: (blocks, gap = 1) =>
      stack(
        blocks.map((block) => frame.block(block)),
        gap,
      ),
    inline: (nodes: readonly Inline[], style: Style = {}) => inline(nodes, style, frame),
  };
  return frame;
}

/** What is left of a room that `columns` are taken from: all of it where there is no room to move right. */
function roomLeft(room: Room, columns: number): { width: number; moved: number } {
  const width = room.width - columns;
  const cramped = columns > 0 && (room.depth >= DEEPEST || width < NARROWEST);
  return cramped && columns < room.width
    ? { width: room.width, moved: 0 }
    : { width: Math.max(1, width), moved: columns };
}

function inline(nodes: readonly Inline[], style: Style, frame: Frame): Line[] {
  const { tools, wrap, justify } = frame.settings;
  const runs = isolated(runsOf(nodes, frame, style), frame);
  return aligned(fill(runs, { ...tools, width: frame.width, wrap, justify }), runs, frame);
}
