import { Parser } from 'htmlparser2';

type Attributes = Readonly<Record<string, string>>;

/** Elements whose words are for machines, or stand in for what is shown. */
const UNSEEN = /^(?:noscript|template|svg|object|canvas|dialog|datalist)$/;
const HIDDEN_STYLE =
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9]))/i;

function isHidden(name: string, attributes: Attributes): boolean {
  if (UNSEEN.test(name) || attributes['hidden'] !== undefined) return true;
  return HIDDEN_STYLE.test(attributes['style'] ?? '') || isPixel(name, attributes);
}

/** A picture of one pixel, which counts readers. */
function isPixel(name: string, { width, height }: Attributes): boolean {
  const isDot = (size: string | undefined) => /^[01](?:px)?$/.test(size ?? '');
  return name === 'img' && isDot(width) && isDot(height);
}

/** HTML without what a browser does not show: hidden elements, stand-ins, counting pixels. Linear. */
export function visibleHtml(html: string): string {
  const kept: string[] = [];
  let from = 0;
  /** Elements that are open; the first hidden one's place in them, and where it began. */
  let depth = 0;
  let hidden: { readonly depth: number; readonly start: number } | undefined;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      if (!hidden && isHidden(name, attributes)) hidden = { depth, start: parser.startIndex };
    },
    onclosetag: (_, implied) => {
      if (hidden?.depth === depth) {
        kept.push(html.slice(from, hidden.start));
        // What closes it without a tag of its own is not part of it.
        from =
          implied && !isOwnEnd(html, hidden.start, parser.endIndex)
            ? parser.startIndex
            : parser.endIndex + 1;
        hidden = undefined;
      }
      depth -= 1;
    },
  });
  parser.end(html);
  kept.push(html.slice(from));
  return kept.join('');
}

/** Whether an element that ends by itself (`<img>`) ends where its tag does. */
function isOwnEnd(html: string, start: number, end: number): boolean {
  return html.indexOf('>', start) === end;
}
