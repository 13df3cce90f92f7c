import { Parser } from 'htmlparser2';

/** An element of the small XML files of a book: what it holds is kept as text, whatever elements that is in. */
export interface XmlElement {
  /** In lower case, with its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** Names of the elements around it, the outermost first. */
  readonly within: readonly string[];
}

/** Deepest element that is told of; those below are their parents' text. */
const DEEPEST = 64;

/** The elements of a text in the order in which they end, read as XML as far as that goes. Never throws. */
export function xmlElements(text: string): XmlElement[] {
  const done: XmlElement[] = [];
  const open: { name: string; attributes: Record<string, string>; from: number }[] = [];
  let deeper = 0;
  let words = '';
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length >= DEEPEST) deeper += 1;
        else open.push({ name: name.toLowerCase(), attributes, from: words.length });
      },
      ontext: (part) => {
        words += part;
      },
      onclosetag: () => {
        if (deeper > 0) deeper -= 1;
        else {
          const element = open.pop();
          if (element) done.push(ended(element, words, open));
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return done;
}

function ended(
  { name, attributes, from }: { name: string; attributes: Record<string, string>; from: number },
  words: string,
  open: readonly { readonly name: string }[],
): XmlElement {
  const text = words.slice(from).replace(/\s+/g, ' ').trim();
  return { name, attributes, text, within: open.map((one) => one.name) };
}

/** A name without its prefix: `dc:title` is a title. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
