import type { Element, Root } from 'hast';
import { percentDecoded } from '../../model/targets.ts';
import {
  attribute,
  element,
  elements,
  isElement,
  looks,
  rewriteElements,
  words,
} from './elements.ts';

/** A footnote of a page: the element that holds its text, and what it is called. */
interface Note {
  readonly label: string;
  readonly target: Element;
}

const NUMBER = /^\s*[[({]?\s*([\p{L}\p{N}*†‡]{1,4})\s*[\])}]?\s*$/u;
const BACK = /^(?:[\s↑↩⤴⬆^\ufe0e\ufe0f]|\d+|\b[a-z]\b|[.,[\]()])*$/iu;
/** Elements of these names stand for a footnote until the tree is mdast. */
export const NOTE_CALL = 'sijori-call';
export const NOTE_TEXT = 'sijori-note';

/**
 * Marks footnotes: a raised (or bracketed) number that links to an element of this page which links back to it. What has no way
 * back is an ordinary link.
 */
export function markFootnotes(root: Root): void {
  const byId = namedElements(root);
  const notes = new Map<string, Note>();
  const labels = new Set<string>();
  rewriteElements(root, (one) => {
    if (isCallBox(one)) return one.children;
    const call = callOf(one, byId, notes, labels);
    return call && [element(NOTE_CALL, [], { label: call.label, id: attribute(one, 'id') })];
  });
  if (notes.size > 0)
    moveNotes(root, new Map([...notes.values()].map((note) => [note.target, note])));
}

function namedElements(root: Root): ReadonlyMap<string, Element> {
  const byId = new Map<string, Element>();
  const name = (id: string, one: Element) => {
    if (id !== '' && !byId.has(id)) byId.set(id, one);
  };
  for (const one of elements(root)) {
    // Some pages name the number before a note, not the note.
    const number = isElement(one, 'div', 'p', 'li') ? one.children.find(isNumber) : undefined;
    if (isElement(number)) name(attribute(number, 'id'), one);
    name(attribute(one, 'id'), one);
  }
  return byId;
}

function isNumber(child: Element['children'][number]): boolean {
  return isElement(child, 'a') && attribute(child, 'href').includes('#') && BACK.test(words(child));
}

/** A raised number whose link is a call already. */
function isCallBox(one: Element): boolean {
  const [first] = one.children;
  return one.tagName === 'sup' && one.children.length === 1 && isElement(first, NOTE_CALL);
}

function callOf(
  one: Element,
  byId: ReadonlyMap<string, Element>,
  notes: Map<string, Note>,
  labels: Set<string>,
): Note | undefined {
  const link = linkOf(one);
  const id = link && targetOf(link);
  const label = link && NUMBER.exec(words(one))?.[1];
  const target = id === undefined ? undefined : byId.get(id);
  if (id === undefined || !label || !target || !leadsBack(target)) return undefined;
  const known = notes.get(id);
  if (known) return known;
  const note = { label: labels.has(label) ? `${label}-${notes.size + 1}` : label, target };
  labels.add(note.label);
  notes.set(id, note);
  return note;
}

/** The only link in a raised number, or a link that is a number in brackets. */
function linkOf(one: Element): Element | undefined {
  if (one.tagName === 'a') {
    const isSign = /footnote|noteref/i.test(
      `${attribute(one, 'role')} ${attribute(one, 'className')} ${attribute(one, 'epub:type')}`,
    );
    return isSign || /^\s*\[\d+\]\s*$/.test(words(one)) ? one : undefined;
  }
  if (one.tagName !== 'sup') return undefined;
  const links = [...elements(one)].filter(({ tagName }) => tagName === 'a');
  return links.length === 1 ? links[0] : undefined;
}

function targetOf(link: Element): string | undefined {
  const hash = /#(.+)$/.exec(attribute(link, 'href'))?.[1];
  return hash === undefined ? undefined : percentDecoded(hash);
}

function leadsBack(target: Element): boolean {
  if (!isElement(target, 'li', 'p', 'div', 'aside', 'dd', 'section', 'td')) return false;
  return isElement(target, 'aside') || backLinks(target).length > 0;
}

function backLinks(target: Element): Element[] {
  return [...elements(target)].filter(
    (one) => one.tagName === 'a' && attribute(one, 'href').includes('#') && BACK.test(words(one)),
  );
}

/** Takes the texts of the notes out of the lists they stand in; their links back go. */
function moveNotes(root: Root, notes: ReadonlyMap<Element, Note>): void {
  const found: Element[] = [];
  rewriteElements(root, (one) => {
    const note = notes.get(one);
    if (!note) return isEmptied(one) ? [] : undefined;
    const back = new Set(backLinks(one));
    rewriteElements(one, (link) => (back.has(link) || isBackBox(link) ? [] : undefined));
    found.push(element(NOTE_TEXT, one.children, { label: note.label }));
    return [];
  });
  root.children.push(...found);
}

function isBackBox(one: Element): boolean {
  const isBox = /backlink/.test(attribute(one, 'className')) || one.tagName === 'sup';
  return isBox && BACK.test(words(one));
}

const NOTE_BOX = /note|reference|reflist/i;

/** Lists that held nothing but notes, and the boxes of these. */
function isEmptied(one: Element): boolean {
  const isList = isElement(one, 'ol', 'ul', 'dl');
  const isBox =
    isElement(one, 'section', 'aside', 'div') &&
    NOTE_BOX.test(`${looks(one)} ${attribute(one, 'role')}`);
  return (isList || isBox) && one.children.every(isNothing);
}

function isNothing(child: Element['children'][number]): boolean {
  if (child.type === 'element') return child.tagName === 'hr';
  return child.type !== 'text' || child.value.trim() === '';
}

/** The label of a footnote, as its node has it. */
export function labelOf(one: Element): string {
  return attribute(one, 'label');
}
