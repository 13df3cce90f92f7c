/** What JSON-LD of a page says of its article. */
export interface ArticleData {
  readonly headline?: string;
  readonly subtitle?: string;
  readonly description?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly authors: readonly string[];
  readonly editors: readonly string[];
  readonly keywords: readonly string[];
  readonly sections: readonly string[];
  readonly image?: string;
  readonly caption?: string;
  readonly site?: string;
  readonly url?: string;
  readonly lang?: string;
  readonly location?: string;
  readonly body?: string;
}

const NONE: ArticleData = { authors: [], editors: [], keywords: [], sections: [] };
const MOST_NODES = 2000;
const KINDS =
  /(?:Article|Posting|Report|Reportage|OpinionPiece|Review|Recipe|HowTo|CreativeWork|WebPage)$/i;
type Bag = Readonly<Record<string, unknown>>;

/** The article among a page's JSON-LD; its scripts are read as data, never run, and what is no JSON is passed over. */
export function articleData(html: string): ArticleData {
  const nodes = scriptsOf(html).flatMap((script) => nodesOf(script));
  const byId = new Map(
    nodes.flatMap((node) => (str(node['@id']) ? [[str(node['@id']), node]] : [])) as [
      string,
      Bag,
    ][],
  );
  const ranked = nodes.filter(isArticle).sort((one, other) => rank(one) - rank(other));
  const [first] = ranked;
  return first ? readArticle(first, (value) => refer(value, byId)) : NONE;
}

function isArticle(node: Bag): boolean {
  return list(node['@type']).some((type) => typeof type === 'string' && KINDS.test(type));
}

/** Articles before pages, and those that say their headline before others. */
function rank(node: Bag): number {
  const isPage = list(node['@type']).every((type) => /page|work$/i.test(String(type)));
  return (isPage ? 2 : 0) + (node['headline'] === undefined ? 1 : 0);
}

function scriptsOf(html: string): string[] {
  const found: string[] = [];
  const opening = /<script\b[^>]{0,300}?\bld\+json\b[^>]{0,300}>/gi;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const end = html.indexOf('</', opening.lastIndex);
    const stop = end < 0 ? -1 : html.slice(end).search(/<\/script/i);
    if (stop < 0) break;
    found.push(html.slice(opening.lastIndex, end + stop));
    opening.lastIndex = end + stop;
  }
  return found;
}

/** Every node of a script, those of graphs and lists too. */
function nodesOf(script: string): Bag[] {
  const found: Bag[] = [];
  const waiting: unknown[] = [parsed(script)];
  while (waiting.length > 0 && found.length < MOST_NODES) {
    const value = waiting.shift();
    if (Array.isArray(value)) waiting.push(...value.slice(0, MOST_NODES));
    else if (isBag(value)) {
      found.push(value);
      waiting.push(value['@graph'], value['mainEntity']);
    }
  }
  return found;
}

function parsed(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, '')
    .trim();
  try {
    return JSON.parse(text);
  } catch {
    return parsedLoosely(text);
  }
}

/** Many pages have line ends within their texts, or a semicolon at the end. */
function parsedLoosely(text: string): unknown {
  try {
    return JSON.parse(
      text
        .replace(/[\n\r\t]+/g, ' ')
        .replace(/;\s*$/, '')
        .replace(/,\s*([}\]])/g, '$1'),
    );
  } catch {
    return undefined;
  }
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function str(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

function refer(value: unknown, byId: ReadonlyMap<string, Bag>): unknown {
  const id = isBag(value) ? str(value['@id']) : undefined;
  return id !== undefined && isBag(value) && Object.keys(value).length <= 2
    ? (byId.get(id) ?? value)
    : value;
}

type Refer = (value: unknown) => unknown;

function names(value: unknown, refers: Refer): string[] {
  return list(value).flatMap((one) => {
    const known = refers(one);
    const name = isBag(known) ? known['name'] : known;
    return list(name).flatMap((each) => str(each) ?? []);
  });
}

function imageOf(value: unknown, refers: Refer): { image?: string; caption?: string } {
  const known = refers(list(value)[0]);
  if (!isBag(known)) return given({ image: str(known) });
  const image = str(list(known['url'])[0]) ?? str(list(known['contentUrl'])[0]);
  return given({ image, caption: str(known['caption']) });
}

function readArticle(node: Bag, refers: Refer): ArticleData {
  const page = node['mainEntityOfPage'];
  const keywords = list(node['keywords']).flatMap((one) => names(one, refers));
  const language = node['inLanguage'];
  return {
    ...given({
      headline: str(node['headline']) ?? str(node['name']),
      subtitle: str(node['alternativeHeadline']),
      description: str(node['description']),
      published: str(node['datePublished']) ?? str(node['dateCreated']),
      modified: str(node['dateModified']),
      site: names(node['publisher'], refers)[0] ?? names(node['isPartOf'], refers)[0],
      url: str(node['url']) ?? (isBag(page) ? str(page['@id']) : str(page)),
      lang: isBag(language)
        ? (str(language['alternateName']) ?? str(language['name']))
        : str(list(language)[0]),
      location:
        names(node['contentLocation'], refers)[0] ?? names(node['locationCreated'], refers)[0],
      body: str(node['articleBody']),
    }),
    ...imageOf(node['image'] ?? node['thumbnailUrl'], refers),
    authors: names(node['author'] ?? node['creator'], refers),
    editors: names(node['editor'], refers),
    keywords: keywords.flatMap((one) => one.split(/[,;]/)),
    sections: list(node['articleSection']).flatMap((one) => str(one) ?? []),
  };
}

/** Without what is not known. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as ReturnType<typeof given<T>>;
}
