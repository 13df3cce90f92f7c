import { Parser } from 'htmlparser2';
import { webAddress } from './entry.ts';

/** What servers call feeds. */
const FEED = /^(?:application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)|text\/xml)\b/i;

/** The feed that a web page names as its own; undefined where it names none. */
export function feedOfPage(html: string, address: string): string | undefined {
  let found: string | undefined;
  const parser = new Parser({
    onopentag: (name, { rel = '', type = '', href }) => {
      if (found !== undefined || name !== 'link') return;
      if (/\balternate\b/i.test(rel) && FEED.test(type)) found = webAddress(href, address);
    },
  });
  parser.end(html.slice(0, 500_000));
  return found;
}
