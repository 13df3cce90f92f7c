// The parser's types put definition lists into mdast's content maps; the reference is kept in the published types.
/// <reference types="satteri" preserve="true" />
import type * as mdast from 'mdast';
import type { Notice } from './errors.ts';

export type DescriptionList = mdast.RootContentMap['descriptionList'];
export type DescriptionTerm = mdast.RootContentMap['descriptionTerm'];
export type DescriptionDetails = mdast.RootContentMap['descriptionDetails'];

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

/** `==mark==` or `<mark>`. */
export interface Mark extends mdast.Parent {
  type: 'mark';
  children: Inline[];
}
/** `<ins>` or `<u>`. */
interface Insert extends mdast.Parent {
  type: 'insert';
  children: Inline[];
}
/** `<kbd>`. */
interface Keyboard extends mdast.Parent {
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
/** A picture or another block, and its caption: `<figure>`. */
export interface Figure extends mdast.Parent {
  type: 'figure';
  children: Block[];
}
/** `<figcaption>`. */
export interface Caption extends mdast.Parent {
  type: 'caption';
  children: Inline[];
}
/** `<details>`: always shown open in text; its summary is the first child. */
export interface Details extends mdast.Parent {
  type: 'details';
  open: boolean;
  children: Block[];
}
/** `<summary>`. */
export interface Summary extends mdast.Parent {
  type: 'summary';
  children: Inline[];
}
/** Source lines that the parser gave no node for, printed as they are. */
export interface Verbatim extends mdast.Literal {
  type: 'verbatim';
}

declare module 'mdast' {
  interface OurBlocks {
    alert: Alert;
    abbreviationDefinition: AbbreviationDefinition;
    figure: Figure;
    caption: Caption;
    details: Details;
    summary: Summary;
    verbatim: Verbatim;
  }
  interface OurInlines {
    mark: Mark;
    insert: Insert;
    keyboard: Keyboard;
    abbreviation: Abbreviation;
  }
  interface BlockContentMap extends OurBlocks {
    descriptionList: DescriptionList;
  }
  interface PhrasingContentMap extends OurInlines {}
  interface RootContentMap extends OurBlocks, OurInlines {}
}

/** Nodes that the parser's types know but sijori never asks for. */
interface NeverAsked {
  type:
    | 'containerDirective'
    | 'leafDirective'
    | 'textDirective'
    | 'mdxFlowExpression'
    | 'mdxJsxFlowElement'
    | 'mdxJsxTextElement'
    | 'mdxTextExpression'
    | 'linkReference'
    | 'imageReference';
}

/** Everything that stands on lines of its own. */
export type Block = Exclude<mdast.BlockContent | mdast.DefinitionContent, NeverAsked>;
/** Everything that stands within a line. References are resolved by the parser: none is left here. */
export type Inline = Exclude<mdast.PhrasingContent, NeverAsked>;
/** Any node of an article's tree. */
export type Node = mdast.Nodes;
/** Display math; `value` is TeX. */
export type MathNode = Extract<Block, { type: 'math' }>;
/** The body of an article. */
export interface Root extends mdast.Parent {
  type: 'root';
  children: Block[];
}
