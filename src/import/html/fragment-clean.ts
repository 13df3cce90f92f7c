import type { Element, ElementContent, Root } from 'hast';
import { attribute, element, isElement, looks, rewriteElements, text, words } from './elements.ts';

/** What shows no words of an article. */
const UNSEEN = new Set(
  (
    'script style template noembed noframes svg canvas link meta head title base param area map dialog ' +
    'button select textarea datalist output progress meter portal basefont bgsound'
  ).split(' '),
);
const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const HIDDEN_LOOK =
  /(?:^|\s)(?:sr-only|screen-reader-text|visually-hidden|visuallyhidden|assistive-text|mw-editsection|mw-jump-link|noprint|katex-html|mjx-assistive-mml|print-only|d-none|is-hidden)(?:$|\s)/;

/** Takes out what a reader of the page does not see, and marks that only a page has a use for. */
export function dropUnseen(root: Root): void {
  rewriteElements(root, (one) => {
    if (UNSEEN.has(one.tagName) || isHidden(one) || isMark(one)) return [];
    if (one.tagName === 'input') return isBox(one) ? undefined : [];
    return undefined;
  });
}

function isHidden(one: Element): boolean {
  const hidden = one.properties['hidden'];
  if (hidden !== undefined && hidden !== null && hidden !== false) return true;
  const isAside = attribute(one, 'ariaHidden') === 'true' && !isElement(one, 'img', 'figure', 'p');
  return isAside || HIDDEN_STYLE.test(attribute(one, 'style')) || HIDDEN_LOOK.test(looks(one));
}

function isBox(input: Element): boolean {
  return attribute(input, 'type').toLowerCase() === 'checkbox';
}

/** Signs beside headings that link to them. */
function isMark(one: Element): boolean {
  if (one.tagName !== 'a' || !attribute(one, 'href').includes('#')) return false;
  return (
    /^\s*(?:#|¶|§|🔗|link)?\s*$/u.test(words(one)) &&
    /anchor|permalink|headerlink|hash/.test(looks(one))
  );
}

/** A code's language, in the ways that pages say it. */
const LANGUAGE =
  /(?:^|\s)(?:language-|lang-|highlight-source-|highlight-text-|brush:\s*|sourcecode\s+|code-)([\w+#.-]+)/i;
const GUTTER =
  /(?:^|[\s_-])(?:gutter|lineno|linenos|linenumbers|line-numbers-rows|lnt|ln|rouge-gutter)(?:$|[\s_-])/;
const CODE_BOX = ['div', 'figure', 'span', 'td', 'tr', 'tbody', 'table'];
/** Boxes around a block of code in which its language is looked for. */
const OUTWARD = 4;

/** Blocks of code as `<pre><code class="language-…">`, without the numbers of their lines; pictures of a whole line end with it. */
export function settleCode(root: Root): void {
  rewriteElements(root, (one) => {
    if (one.tagName === 'table' && isNumbered(one)) return codeOf(one);
    if (GUTTER.test(looks(one)) && /^[\s\d]*$/.test(words(one))) return [];
    return undefined;
  });
  nameLanguages(root, []);
}

function isNumbered(table: Element): boolean {
  const pres = blocksOfCode(table);
  return pres.length > 0 && pres.length < 3 && pres.some((pre) => /^[\s\d]*$/.test(words(pre)));
}

function codeOf(table: Element): readonly ElementContent[] {
  return blocksOfCode(table).filter((pre) => !/^[\s\d]*$/.test(words(pre)));
}

function blocksOfCode(box: Element): Element[] {
  return box.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return child.tagName === 'pre' ? [child] : blocksOfCode(child);
  });
}

function nameLanguages(parent: Root | Element, boxes: readonly Element[]): void {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    if (child.tagName === 'pre') settleBlock(child, boxes);
    else {
      const isBox = CODE_BOX.includes(child.tagName);
      nameLanguages(child, isBox ? [...boxes.slice(1 - OUTWARD), child] : []);
    }
  }
}

function settleBlock(pre: Element, boxes: readonly Element[]): void {
  const codes = pre.children.filter((one) => isElement(one, 'code'));
  const said = [...codes, pre, ...boxes.toReversed()].map(languageOf).find((one) => one !== '');
  const lines = asLines(pre.children);
  const properties = said === undefined ? {} : { className: [`language-${said}`] };
  pre.children = [element('code', [text(lines.replace(/^\n/, ''))], properties)];
}

function languageOf(one: Element): string {
  const told =
    attribute(one, 'dataLang') || attribute(one, 'dataLanguage') || attribute(one, 'lang');
  const name = LANGUAGE.exec(attribute(one, 'className'))?.[1] ?? told;
  return /^(?:none|text|plain|plaintext|nohighlight|block)$/i.test(name) ? '' : name.toLowerCase();
}

/** Code with its lines: some pages have each in an element, or breaks between them. */
function asLines(children: readonly ElementContent[]): string {
  let made = '';
  for (const child of children) {
    const isLater = made !== '' && !made.endsWith('\n');
    made += (isLater && isElement(child) && isLine(child) ? '\n' : '') + codeIn(child);
  }
  return made;
}

function codeIn(child: ElementContent): string {
  if (child.type === 'text') return child.value;
  if (child.type !== 'element') return '';
  if (child.tagName === 'br') return '\n';
  return isLine(child) ? lineOf(child) : asLines(child.children);
}

function isLine(one: Element): boolean {
  return isElement(one, 'div', 'p', 'li');
}

function lineOf(one: Element): string {
  const line = asLines(one.children);
  return line.endsWith('\n') ? line : `${line}\n`;
}
