import type { Element, ElementContent } from 'hast';
import type * as mdast from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import { footnotesOf } from './footnotes.ts';

/** What stands for footnotes: references, and the section at the end in which each leads back to them. */
export interface HtmlFootnotes {
  readonly handlers: Handlers;
  /** The section, to be made after the text: undefined when there is no footnote. */
  section(state: State): Element | undefined;
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}

/** The `at`th reference to a footnote, counted from 1, as an id. */
function referenceId(number: number, at: number): string {
  return at === 1 ? `fnref:${number}` : `fnref:${number}:${at}`;
}

/** Footnotes numbered by first reference; one that nothing refers to stands last, without a way back. */
export function htmlFootnotes(root: mdast.Nodes): HtmlFootnotes {
  const notes = footnotesOf(root);
  const numbers = new Map(notes.map(({ definition }, at) => [definition.identifier, at + 1]));
  const uses = new Map<number, number>();
  const footnoteReference = (
    _: State,
    { identifier, label }: mdast.FootnoteReference,
  ): ElementContent => {
    const number = numbers.get(identifier);
    if (number === undefined) return { type: 'text', value: `[^${label ?? identifier}]` };
    const at = (uses.get(number) ?? 0) + 1;
    uses.set(number, at);
    const properties = { href: `#fn:${number}`, id: referenceId(number, at) };
    const link = element('a', { ...properties, role: 'doc-noteref' }, [
      { type: 'text', value: String(number) },
    ]);
    return element('sup', {}, [link]);
  };
  const section = (state: State): Element | undefined => {
    if (notes.length === 0) return undefined;
    const contents = notes.map(({ definition }) => state.all(definition));
    const items = contents.map((content, at) => {
      const back = backLinks(at + 1, uses.get(at + 1) ?? 0);
      return element('li', { id: `fn:${at + 1}` }, state.wrap(withBack(content, back), true));
    });
    const list = element('ol', {}, state.wrap(items, true));
    return element(
      'section',
      { className: ['footnotes'], role: 'doc-endnotes' },
      state.wrap([list], true),
    );
  };
  return { handlers: { footnoteReference }, section };
}

function backLinks(number: number, count: number): ElementContent[] {
  const links: ElementContent[] = [];
  for (let at = 1; at <= count; at++) {
    const mark: ElementContent[] = [{ type: 'text', value: '↩\ufe0e' }];
    if (at > 1) mark.push(element('sup', {}, [{ type: 'text', value: String(at) }]));
    const properties = { href: `#${referenceId(number, at)}`, role: 'doc-backlink' };
    links.push({ type: 'text', value: ' ' }, element('a', properties, mark));
  }
  return links;
}

/** The ways back stand in the last paragraph if the footnote ends with one. */
function withBack(content: ElementContent[], back: ElementContent[]): ElementContent[] {
  const last = content.at(-1);
  if (back.length === 0) return content;
  if (last?.type !== 'element' || last.tagName !== 'p') {
    return [...content, ...back.slice(1)];
  }
  return [...content.slice(0, -1), { ...last, children: [...last.children, ...back] }];
}
