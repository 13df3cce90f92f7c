import type { Draft } from '../../model/draft.ts';

/** A file that an entry comes with: a podcast's sound, a film, a picture. */
export interface Enclosure {
  /** In full. */
  readonly url: string;
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  /** Bytes. */
  readonly size?: number | undefined;
}

/** What one entry of a feed says, whatever the feed's form; every text as the feed has it, decoded once. */
export interface FeedEntry {
  readonly id?: string | undefined;
  /** Where it is published, in full. */
  readonly url?: string | undefined;
  /** What relative addresses in its text start from. */
  readonly base: string;
  /** Plain text. */
  readonly title?: string | undefined;
  /** HTML that is the whole entry as far as the feed knows. */
  readonly content?: string | undefined;
  /** HTML that sums the entry up. */
  readonly summary?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly lang?: string | undefined;
  /** Its lead picture, in full. */
  readonly image?: string | undefined;
  readonly enclosures: readonly Enclosure[];
}

/** An entry of a feed as the article it is to become. */
export interface FeedItem {
  /** What the feed calls it; its address where the feed gives it no name. */
  readonly id: string;
  readonly url?: string | undefined;
  readonly draft: Draft;
}

/** A feed and its entries, in one shape for all forms. */
export interface FeedContents {
  readonly title: string;
  readonly siteUrl?: string | undefined;
  readonly entries: readonly FeedEntry[];
}

/** The texts that are there, each on one line, and once even if written in another letter case. */
export function distinct(texts: readonly (string | undefined)[]): string[] {
  const first = new Map<string, string>();
  for (const text of texts) {
    const line = (text ?? '').replace(/\s+/g, ' ').trim();
    if (line !== '' && !first.has(line.toLowerCase())) first.set(line.toLowerCase(), line);
  }
  return [...first.values()];
}

/** The enclosures whose addresses are of the web, in full. */
export function reachable(
  enclosures: readonly (Omit<Enclosure, 'url'> & { readonly url?: string | undefined })[],
  base: string,
): Enclosure[] {
  return enclosures.flatMap(({ url, ...about }) => {
    const address = webAddress(url, base);
    return address === undefined ? [] : [{ ...about, url: address }];
  });
}

/** An address in full, only if it is one of the web; undefined for anything else. */
export function webAddress(url: string | undefined, base: string): string | undefined {
  const text = url?.trim();
  if (!text) return undefined;
  try {
    const { protocol, href } = new URL(text, base || undefined);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The base that `xml:base` makes of another; a bad one changes nothing. */
export function rebased(base: string, ...steps: readonly (string | undefined)[]): string {
  return steps.reduce<string>((known, step) => webAddress(step, known) ?? known, base);
}
