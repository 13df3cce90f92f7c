import type { Element, ElementContent } from 'hast';
import { attribute, elements, findElement, isElement, words } from './elements.ts';

/** Words that lead to another article. */
const LEADS =
  /^\s*(?:[*>»•·\-–(["“]|\p{Emoji_Presentation})*\s*(?:(?:baca|simak|lihat|tonton|saksikan)(?:\s+(?:juga|pula|selengkapnya|artikel(?: lainnya)?|berita(?: lainnya)?|video))|berita terkait|artikel terkait|(?:read|see|watch) (?:also|more)|also read|related(?: (?:articles?|stories))?|read next|pilihan editor|halaman selanjutnya|rekomendasi(?: untuk anda)?|اقرأ أيض[اًا]+|関連記事|lire aussi|à lire aussi|lee también|leia também|siehe auch|lees ook)(?=[\s:：.,…]|$)\s*[:：]?/iu;
const LONGEST = 400;

/** What is left of an article without its inserts, and what these lead to. */
export interface WithoutInserts {
  readonly children: ElementContent[];
  readonly related: readonly string[];
}

/** Takes out `Baca juga: …` and its kin, where a block says nothing else; the titles are kept. */
export function takeInserts(children: readonly ElementContent[]): WithoutInserts {
  const related: string[] = [];
  return { children: without(children, related), related: [...new Set(related)] };
}

const BLOCKS = new Set(
  'p div li ul ol table section h2 h3 h4 h5 h6 strong b em span blockquote center figure'.split(
    ' ',
  ),
);

function without(children: readonly ElementContent[], related: string[]): ElementContent[] {
  const made: ElementContent[] = [];
  // After a lead alone, a list of links is what it leads to.
  let isList = false;
  for (const child of children) {
    const said = words(child).replace(/\s+/g, ' ').trim();
    const titles: readonly string[] | undefined = isElement(child)
      ? insertIn(child, said, isList)
      : undefined;
    if (titles) {
      related.push(...titles);
      isList = titles.length === 0 || isList;
      continue;
    }
    if (said !== '') isList = false;
    made.push(isElement(child) ? { ...child, children: without(child.children, related) } : child);
  }
  return made;
}

function insertIn(block: Element, said: string, isList: boolean): readonly string[] | undefined {
  return BLOCKS.has(block.tagName) && said.length <= LONGEST
    ? titlesIn(block, said, isList)
    : undefined;
}

/** The titles that a block leads to; undefined if it says anything else. */
function titlesIn(block: Element, said: string, isList: boolean): string[] | undefined {
  const lead = LEADS.exec(said)?.[0] ?? '';
  if (lead === '' && !isList) return undefined;
  const links = [...elements(block)].filter((one) => one.tagName === 'a');
  const titles = links.map((one) =>
    words(one).replace(/\s+/g, ' ').trim().replace(LEADS, '').trim(),
  );
  const rest = squeezed(said.slice(lead.length));
  const linked = squeezed(titles.join(''));
  if (lead !== '' && rest === '') return [];
  if (links.length === 0 || hasPicture(block)) return undefined;
  return rest === linked ? titles.filter((title) => title !== '') : undefined;
}

function hasPicture(block: Element): boolean {
  return (
    findElement(
      block,
      (one) => isElement(one, 'figcaption', 'iframe', 'video') && attribute(one, 'src') !== 'x',
    ) !== undefined
  );
}

function squeezed(value: string): string {
  return value.replace(/[^\p{L}\p{N}]+/gu, '');
}
