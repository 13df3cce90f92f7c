import type { Root } from 'mdast';
import { type Features, markdownToMdast } from 'satteri';

/** What sijori reads beyond CommonMark. Front matter is taken off before, by `front-matter.ts`. */
const FEATURES: Features = {
  gfm: true,
  math: true,
  definitionList: true,
  superscript: true,
  subscript: true,
  wikilinks: true,
  headingAttributes: true,
  frontmatter: false,
};

/** Markdown to mdast with UTF-16 positions, in time linear in the text. */
export function toMdast(source: string): Root {
  return markdownToMdast(source, { features: FEATURES }) as Root;
}

/** As {@link toMdast}, with `$` and `[[` as plain characters. */
export function toMdastWithout(source: string): Root {
  return markdownToMdast(source, {
    features: { ...FEATURES, math: { singleDollarTextMath: false }, wikilinks: false },
  }) as Root;
}
