import type { Element, ElementContent, Root } from 'hast';
import {
  attribute,
  element,
  elements,
  findElement,
  firstAttribute,
  isElement,
  looks,
  rewriteElements,
  text,
  words,
} from './elements.ts';

/** Where scripts that load pictures late are told what to load; hast's names. */
const LATE = [
  ...['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataOriginalSrc', 'dataUrl', 'dataImg'],
  ...['dataFullUrl', 'dataOrigFile', 'dataHiRes', 'dataFallbackSrc'],
];
const LATE_SETS = ['dataSrcSet', 'dataSrcset', 'dataLazySrcset', 'dataLazySrcSet'];
/** What stands in for a picture until it is loaded. */
const STAND_IN =
  /^data:|^about:|blank\.(?:gif|png)|placeholder|spacer\.gif|(?:pixel|1x1)\.(?:gif|png)/i;

/** Pictures as they look once they are loaded: `<picture>`, `<noscript>`, `srcset` and `data-src`; counting pixels go. */
export function settlePictures(root: Root): void {
  rewriteElements(root, (one, parent) => {
    if (one.tagName === 'noscript') return unscripted(one, parent);
    if (one.tagName === 'picture') return pictured(one);
    if (one.tagName === 'amp-img') return [{ ...one, tagName: 'img', children: [] }];
    return undefined;
  });
  rewriteElements(root, (one) => {
    if (one.tagName === 'img') return settled(one);
    return one.tagName === 'a' && isOwnFile(one) ? one.children : undefined;
  });
}

/** Whether a link leads from a picture to a picture: that is how pages enlarge one. */
function isOwnFile(link: Element): boolean {
  const isFile = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#].*)?$/i.test(attribute(link, 'href'));
  return isFile && words(link).trim() === '' && imageIn(link) !== undefined;
}

/** What a `<noscript>` shows is kept only if it is a picture; then the stand-in before it is the same picture. */
function unscripted(noscript: Element, parent: Root | Element): readonly ElementContent[] {
  const own = findElement(noscript, ({ tagName }) => tagName === 'img');
  if (!own || words(noscript).trim() !== '') return [];
  const siblings = parent.children as ElementContent[];
  const at = siblings.indexOf(noscript);
  const before = siblings.slice(0, at).findLast((one) => one.type === 'element');
  const twin = isElement(before) ? imageIn(before) : undefined;
  if (!twin || sourceOf(twin) !== '') return twin ? [] : noscript.children;
  twin.properties = { ...twin.properties, src: sourceOf(own) };
  return [];
}

function imageIn(element: Element): Element | undefined {
  return isElement(element, 'img', 'amp-img')
    ? element
    : findElement(element, ({ tagName }) => tagName === 'img' || tagName === 'amp-img');
}

function pictured(picture: Element): readonly ElementContent[] {
  const image = imageIn(picture) ?? element('img', []);
  if (sourceOf(image) === '') {
    const sets = [...elements(picture)].filter(({ tagName }) => tagName === 'source');
    const src = sets.map(sourceOf).find((source) => source !== '');
    if (src !== undefined) image.properties = { ...image.properties, src };
  }
  return [image];
}

/** A picture's address, empty if all there is stands in for it. */
function sourceOf(image: Element): string {
  const late = firstAttribute(image, LATE) || largest(firstAttribute(image, LATE_SETS));
  const src = attribute(image, 'src').trim();
  const own = STAND_IN.test(src) ? '' : src;
  return late || own || largest(attribute(image, 'srcSet'));
}

/** The largest picture of a `srcset`; candidates are parted by commas that spaces follow, for addresses may have commas. */
function largest(set: string): string {
  const candidates = set.split(/,\s+|,(?=https?:|\/)/).map((one) => one.trim().split(/\s+/));
  let best = { url: '', size: -1 };
  for (const [url = '', size = '1x'] of candidates) {
    const number = Number.parseFloat(size) || 1;
    if (url !== '' && !url.startsWith('data:') && number > best.size) best = { url, size: number };
  }
  return best.url;
}

function settled(image: Element): readonly ElementContent[] | undefined {
  const src = sourceOf(image);
  const sides = ['width', 'height'].map((name) => Number.parseFloat(attribute(image, name)));
  if (src === '' || sides.some((side) => side <= 2)) return [];
  image.properties = { ...image.properties, src };
  return undefined;
}

const CAPTION =
  /(?:^|[\s_-])(?:caption|thumbcaption|credits?|photo-?credit|img-?desc|photo-?desc)(?:$|[\s_-])/;
const FIGURE_LIKE = ['div', 'p', 'table', 'span', 'section', 'dl', 'center', 'figure'];

/** Pictures with words beneath them that are no `<figure>` yet: boxes of nothing but a picture and what its class calls a caption. */
export function makeFigures(root: Root): void {
  joinCaptions(root);
  const pictures = new WeakMap<Element, number>();
  rewriteElements(root, (one) => {
    const within = one.children.map((child) => (isElement(child) ? (pictures.get(child) ?? 0) : 0));
    const count = within.reduce((sum, more) => sum + more, one.tagName === 'img' ? 1 : 0);
    pictures.set(one, count);
    if (count !== 1 || !FIGURE_LIKE.includes(one.tagName)) return undefined;
    const made = figured(one);
    if (made) pictures.set(made, 1);
    return made && [made];
  });
}

/** A picture and, right after it, what its class calls a caption. */
function joinCaptions(root: Root): void {
  rewriteElements(root, (one, parent) => {
    if (!isCaption(one) || imageIn(one) || isElement(parent, 'figure')) return undefined;
    const siblings = parent.children as ElementContent[];
    const before = siblings.slice(0, siblings.indexOf(one)).findLast(isSomething);
    if (!isElement(before, 'img', 'p', 'a') || words(before).trim() !== '' || !imageIn(before))
      return undefined;
    const copy = { ...before, properties: { ...before.properties }, children: before.children };
    before.tagName = 'div';
    before.children = [];
    return [element('figure', [copy, element('figcaption', one.children)])];
  });
}

function isSomething(child: ElementContent): boolean {
  return child.type === 'element' || (child.type === 'text' && child.value.trim() !== '');
}

function figured(one: Element): Element | undefined {
  const image = imageIn(one);
  if (!image || hasFigure(one)) return undefined;
  const captions = outermost(one, isCaption);
  const said = captions.map(words).join('');
  if (captions.length === 0 || squeezed(said) !== squeezed(words(one))) return undefined;
  const link = findElement(one, (a) => a.tagName === 'a' && a.children.includes(image));
  const parts = captions.flatMap((caption) => [text(' '), ...caption.children]);
  return element('figure', [link ?? image, element('figcaption', parts.slice(1))]);
}

function hasFigure(box: Element): boolean {
  return findElement(box, (one) => isElement(one, 'figure', 'figcaption', 'pre')) !== undefined;
}

function isCaption(one: Element): boolean {
  return one.tagName !== 'img' && CAPTION.test(looks(one)) && words(one).trim() !== '';
}

function outermost(root: Element, is: (one: Element) => boolean): Element[] {
  return root.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const hasImage = findElement(child, ({ tagName }) => tagName === 'img') !== undefined;
    return is(child) && !hasImage ? [child] : outermost(child, is);
  });
}

function squeezed(value: string): string {
  return value.replace(/\s+/g, '');
}
