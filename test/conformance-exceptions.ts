/** A file of `spec-data`. */
export type Suite = 'commonmark' | 'gfm' | 'gfm-extensions';

/** An example that is read otherwise than its specification says, on purpose. */
export interface Exception {
  readonly suite: Suite;
  readonly example: number;
  readonly reason: string;
}

/** Why, and for which examples of each suite. */
const REASONS: readonly (Partial<Record<Suite, readonly number[]>> & {
  readonly reason: string;
})[] = [
  {
    reason: 'Two rules on the first two lines are an empty head: front matter goes before.',
    commonmark: [98],
    gfm: [68],
  },
  {
    reason:
      'An HTML table with one cell is for layout: what stands in the cell is read as if the table were not there.',
    commonmark: [148, 149, 160, 192, 193],
    gfm: [118, 119, 130, 159, 160],
  },
  {
    reason:
      'A tag that is never ended is no tag: its characters are shown, so that no word is lost.',
    commonmark: [156, 157, 158],
    gfm: [126, 127, 128],
  },
  {
    reason: 'A `del` around paragraphs is a `del` in each of them.',
    commonmark: [168],
    gfm: [137],
  },
  {
    reason: 'A line break right after `<pre><code>` is not shown, as after `<pre>`.',
    commonmark: [171],
    gfm: [139],
  },
  {
    reason: 'The text in a `textarea` is text of the article.',
    commonmark: [173],
  },
  {
    reason: 'A `style` that is never closed does not hide the rest of the article.',
    commonmark: [175],
    gfm: [142],
  },
  {
    reason: 'CDATA is hidden whole; a parser of HTML shows what follows its first `>`.',
    commonmark: [631],
    gfm: [649],
  },
  {
    reason: 'Two brackets are a wikilink, and `![[…]]` embeds a picture.',
    commonmark: [550, 592],
    gfm: [556, 598],
  },
  {
    reason:
      "Bare addresses are links: GFM's own extension, which this part of the specification leaves out.",
    commonmark: [604, 608, 610, 613, 614],
    gfm: [610, 614, 616, 619, 620],
  },
  {
    reason: 'A bare `ftp:` address is text: the parser links http, https and mail addresses.',
    gfm: [628],
  },
  {
    reason: 'Comments end as CommonMark 0.31 has it; GFM keeps the older rule of 0.29.',
    gfm: [645, 646],
  },
  {
    reason:
      "GFM's tag filter shows the tags of elements it forbids; here no element is run, so none is shown.",
    gfm: [653],
    'gfm-extensions': [22],
  },
  {
    reason: 'The specification says only that nothing may crash: its result is `IGNORE`.',
    'gfm-extensions': [20],
  },
  {
    reason: 'A footnote that nothing refers to is shown after the others: no word is lost.',
    'gfm-extensions': [23],
  },
];

const SUITES: readonly Suite[] = ['commonmark', 'gfm', 'gfm-extensions'];

/** Every exception; an example that is not here is read as its specification says. */
export const EXCEPTIONS: readonly Exception[] = REASONS.flatMap(({ reason, ...examples }) =>
  SUITES.flatMap((suite) => (examples[suite] ?? []).map((example) => ({ suite, example, reason }))),
);
