import { strFromU8, unzipSync } from 'fflate';
import { ReaderError } from '../../model/errors.ts';
import { percentDecoded } from '../../model/targets.ts';
import { localName, type XmlElement, xmlElements } from './xml.ts';

/** A book taken apart. */
export interface Book {
  readonly title: string;
  readonly authors: readonly string[];
  readonly editors: readonly string[];
  readonly languages: readonly string[];
  readonly dates: readonly string[];
  readonly publisher: string | undefined;
  readonly subjects: readonly string[];
  /** Paths of its texts within the book, in reading order. */
  readonly chapters: readonly string[];
  /** What its table of contents calls them, by path. */
  readonly titles: ReadonlyMap<string, string>;
  /** The bytes of a file; undefined if there is none. */
  file(path: string): Uint8Array | undefined;
}

/** Bytes of texts and tables that are unpacked of one book, in all, and files. */
const LARGEST = 64 * 1024 * 1024;
const MOST_FILES = 20_000;
const WANTED = /\.(?:x?html?|xml|opf|ncx)$/i;

/** Opens a book. @throws ReaderError `not-epub`, `epub-locked` or `too-large`. */
export function openBook(bytes: Uint8Array, name: string): Book {
  const files = unpacked(bytes, name);
  const text = (path: string) => {
    const file = files[path];
    return file && strFromU8(file);
  };
  const root = xmlElements(text('META-INF/container.xml') ?? '').find(
    (element) => localName(element) === 'rootfile',
  );
  const path = root?.attributes['full-path'];
  const source = path === undefined ? undefined : text(path);
  if (path === undefined || source === undefined) throw new ReaderError('not-epub', { path: name });
  const elements = xmlElements(source);
  const manifest = manifestOf(elements, path);
  const chapters = chaptersOf(elements, manifest);
  const locked = lockedFiles(text('META-INF/encryption.xml') ?? '');
  if (chapters.some((chapter) => locked.has(chapter)))
    throw new ReaderError('epub-locked', { path: name });
  return {
    ...metadataOf(elements),
    chapters,
    titles: titlesOf(manifest, text),
    file: (chapter) => files[chapter],
  };
}

function unpacked(bytes: Uint8Array, path: string): Record<string, Uint8Array> {
  let size = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!WANTED.test(name)) return false;
        size += originalSize;
        count += 1;
        if (size > LARGEST || count > MOST_FILES)
          throw new ReaderError('too-large', { path, limit: `${LARGEST / 1024 / 1024} MiB` });
        return true;
      },
    });
    return Object.assign(Object.create(null), files);
  } catch (cause) {
    if (cause instanceof ReaderError) throw cause;
    throw new ReaderError('not-epub', { path }, { cause });
  }
}

/** A file that the package names. */
interface Item {
  readonly path: string;
  readonly type: string;
  readonly properties: readonly string[];
}

function manifestOf(elements: readonly XmlElement[], opf: string): ReadonlyMap<string, Item> {
  const items = new Map<string, Item>();
  for (const { attributes, ...element } of elements) {
    const { id, href, 'media-type': type = '', properties = '' } = attributes;
    if (localName({ attributes, ...element }) !== 'item' || !id || !href) continue;
    items.set(id, { path: pathFrom(opf, href), type, properties: properties.split(/\s+/) });
  }
  return items;
}

/** A path as a file of the book names it. */
function pathFrom(file: string, href: string): string {
  const target = new URL(href.replace(/#.*$/, ''), `file:///${encodeURI(file)}`);
  return percentDecoded(target.pathname.slice(1));
}

/** The texts in reading order, without those that are not in it and the table of contents. */
function chaptersOf(
  elements: readonly XmlElement[],
  manifest: ReadonlyMap<string, Item>,
): string[] {
  return elements.flatMap((element) => {
    if (localName(element) !== 'itemref' || element.attributes['linear'] === 'no') return [];
    const item = manifest.get(element.attributes['idref'] ?? '');
    return item && /html/.test(item.type) && !item.properties.includes('nav') ? [item.path] : [];
  });
}

/** What the table of contents, of EPUB 3 or 2, calls each file: its first name. */
function titlesOf(
  manifest: ReadonlyMap<string, Item>,
  text: (path: string) => string | undefined,
): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const add: Add = (path, title) => {
    if (title !== '' && !titles.has(path)) titles.set(path, title);
  };
  for (const { path, type, properties } of manifest.values()) {
    const elements = () => xmlElements(text(path) ?? '');
    if (properties.includes('nav')) addLinks(elements(), path, add);
    else if (/dtbncx/.test(type)) addPoints(elements(), path, add);
  }
  return titles;
}

type Add = (path: string, title: string) => void;

/** The table of contents of EPUB 3 is a page of links. */
function addLinks(elements: readonly XmlElement[], nav: string, add: Add): void {
  for (const { name, attributes, text, within } of elements) {
    if (name === 'a' && within.includes('nav')) add(pathFrom(nav, attributes['href'] ?? ''), text);
  }
}

/** NCX: the label of a point stands before what it points at. */
function addPoints(elements: readonly XmlElement[], ncx: string, add: Add): void {
  let label = '';
  for (const element of elements) {
    const name = localName(element);
    if (name === 'navlabel') label = element.text;
    if (name === 'content') add(pathFrom(ncx, element.attributes['src'] ?? ''), label);
  }
}

function metadataOf(elements: readonly XmlElement[]) {
  const all = (name: string) =>
    elements.filter(
      (element) => element.name.endsWith(`:${name}`) && element.within.includes('metadata'),
    );
  const texts = (name: string) =>
    all(name)
      .map(({ text }) => text)
      .filter((text) => text !== '');
  const role = (element: XmlElement) => element.attributes['opf:role'] ?? roleOf(element, elements);
  const people = [...all('creator'), ...all('contributor')];
  const named = (wanted: readonly string[]) =>
    people.filter((one) => wanted.includes(role(one))).map(({ text }) => text);
  const creators = all('creator').filter((one) => role(one) === '');
  return {
    title: texts('title')[0] ?? '',
    authors: [...creators.map(({ text }) => text), ...named(['aut'])],
    editors: named(['edt']),
    languages: texts('language'),
    dates: texts('date'),
    publisher: texts('publisher')[0],
    subjects: texts('subject'),
  };
}

/** EPUB 3 tells roles in elements of their own that refine others. */
function roleOf({ attributes }: XmlElement, elements: readonly XmlElement[]): string {
  const id = attributes['id'];
  if (id === undefined) return '';
  const meta = elements.find(
    (one) => one.attributes['refines'] === `#${id}` && one.attributes['property'] === 'role',
  );
  return meta?.text ?? '';
}

/** The files that only a reader with a key can read; fonts may be scrambled without any. */
function lockedFiles(encryption: string): ReadonlySet<string> {
  const references = xmlElements(encryption).filter((one) => localName(one) === 'cipherreference');
  return new Set(references.map(({ attributes }) => pathFrom('x', attributes['URI'] ?? '')));
}
