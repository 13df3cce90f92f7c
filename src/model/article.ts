import type * as mdast from 'mdast';
import type { Notice } from './errors.ts';

/** A moment of publication as the article states it: never shifted to the reader's zone. */
export interface ArticleDate {
  /** ISO 8601: `2023-09-14`, `2023-09-14T08:21:00` (zone unknown) or `2023-09-14T08:21:00+07:00`. */
  readonly iso: string;
  /** Where the date was found; `file` is the file's own modification time, the weakest. */
  readonly origin: 'head' | 'name' | 'path' | 'file';
}

/** The lead picture named by the front matter. */
export interface Picture {
  readonly src: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** Where an article was first published. */
export interface Origin {
  readonly name?: string;
  readonly url?: string;
}

/** What is known of an article besides its body: the canonical front matter (see docs/front-matter.md). */
export interface Meta {
  readonly title: string;
  /** True when the title is also the body's first heading, which is then not printed twice. */
  readonly titleFromBody: boolean;
  readonly subtitle?: string;
  readonly description?: string;
  readonly date?: ArticleDate;
  readonly updated?: ArticleDate;
  readonly authors: readonly string[];
  readonly editors: readonly string[];
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** BCP 47 primary language: from the front matter, else guessed from the words. */
  readonly lang?: string;
  readonly slug: string;
  readonly draft: boolean;
  readonly image?: Picture;
  readonly source?: Origin;
  readonly location?: string;
  readonly series?: string;
  readonly related: readonly string[];
  readonly aliases: readonly string[];
  /** Unknown front-matter keys, as they were read. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** A parsed article: the one value handed from parsing to layout, emitters and library. */
export interface Article {
  /** The file it came from, or `-` for standard input. */
  readonly path: string;
  readonly meta: Meta;
  readonly body: Root;
  /** The text of the body as parsed (line ends normalised); positions in `body` count from its first line. */
  readonly source: string;
  /** Lines of the file before the body: add to a body line to get a line of the file. */
  readonly bodyOffset: number;
  /** Words of the body's plain text. */
  readonly words: number;
  readonly notices: readonly Notice[];
}

/** The GitHub alert kinds. */
export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** `> [!NOTE]`: a quote with a rank and an optional title of its own. */
export interface Alert extends mdast.Parent {
  type: 'alert';
  kind: AlertKind;
  title?: string;
  children: Block[];
}

/** Display math; `value` is TeX. */
export interface MathBlock extends mdast.Literal {
  type: 'math';
  meta?: string | null | undefined;
}
/** Math within a paragraph; `value` is TeX. */
export interface InlineMath extends mdast.Literal {
  type: 'inlineMath';
}
export interface Superscript extends mdast.Parent {
  type: 'superscript';
  children: Inline[];
}
export interface Subscript extends mdast.Parent {
  type: 'subscript';
  children: Inline[];
}
/** `==mark==` or `<mark>`. */
export interface Mark extends mdast.Parent {
  type: 'mark';
  children: Inline[];
}
/** `<ins>` or `<u>`. */
export interface Insert extends mdast.Parent {
  type: 'insert';
  children: Inline[];
}
/** `<kbd>`. */
export interface Keyboard extends mdast.Parent {
  type: 'keyboard';
  children: Inline[];
}
/** `<abbr title>` or a word defined by `*[HTML]: …`; `title` is the long form. */
export interface Abbreviation extends mdast.Parent {
  type: 'abbreviation';
  title: string;
  children: Inline[];
}
/** The line `*[HTML]: HyperText Markup Language`, kept so that nothing is lost. */
export interface AbbreviationDefinition extends mdast.Node {
  type: 'abbreviationDefinition';
  label: string;
  title: string;
}
export interface DescriptionList extends mdast.Parent {
  type: 'descriptionList';
  children: (DescriptionTerm | DescriptionDetails)[];
}
export interface DescriptionTerm extends mdast.Parent {
  type: 'descriptionTerm';
  children: Inline[];
}
export interface DescriptionDetails extends mdast.Parent {
  type: 'descriptionDetails';
  spread?: boolean;
  children: Block[];
}
/** A picture or another block with a caption: `<figure>`. */
export interface Figure extends mdast.Parent {
  type: 'figure';
  children: Block[];
  caption: Inline[];
}
/** `<details>`: always shown open in text. */
export interface Details extends mdast.Parent {
  type: 'details';
  open: boolean;
  summary: Inline[];
  children: Block[];
}
/** Source lines that the parser gave no node for, printed as they are. */
export interface Verbatim extends mdast.Literal {
  type: 'verbatim';
}

declare module 'mdast' {
  interface OurBlocks {
    alert: Alert;
    math: MathBlock;
    abbreviationDefinition: AbbreviationDefinition;
    descriptionList: DescriptionList;
    figure: Figure;
    details: Details;
    verbatim: Verbatim;
  }
  interface OurInlines {
    inlineMath: InlineMath;
    superscript: Superscript;
    subscript: Subscript;
    mark: Mark;
    insert: Insert;
    keyboard: Keyboard;
    abbreviation: Abbreviation;
  }
  interface BlockContentMap extends OurBlocks {}
  interface PhrasingContentMap extends OurInlines {}
  interface RootContentMap extends OurBlocks, OurInlines {
    descriptionTerm: DescriptionTerm;
    descriptionDetails: DescriptionDetails;
  }
}

/** Everything that stands on lines of its own. */
export type Block = mdast.BlockContent | mdast.DefinitionContent;
/** Everything that stands within a line. References are resolved by the parser: none is left here. */
export type Inline = Exclude<mdast.PhrasingContent, mdast.LinkReference | mdast.ImageReference>;
/** Any node of an article's tree. */
export type Node = mdast.Nodes;
/** The body of an article. */
export interface Root extends mdast.Parent {
  type: 'root';
  children: Block[];
}
