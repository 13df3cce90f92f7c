import type * as hast from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Root } from '../../model/article.ts';
import { resolveAddresses } from './fragment-address.ts';
import { dropUnseen, settleCode } from './fragment-clean.ts';
import { flattenEmphases } from './fragment-emphases.ts';
import { HANDLERS } from './fragment-handlers.ts';
import { markFootnotes } from './fragment-notes.ts';
import { makeFigures, settlePictures } from './fragment-pictures.ts';
import { settleTables } from './fragment-tables.ts';
import { tidy } from './fragment-tidy.ts';
import { slim } from './slim.ts';

/**
 * A piece of HTML as the body of an article: what a reader of the page sees, every word in its order. Nothing of it is
 * run or loaded; addresses are made whole by `base`. Takes linear time, and never throws for bad HTML.
 */
export async function fragmentToMarkdown(
  html: string,
  options: { readonly base?: string | undefined } = {},
): Promise<Root> {
  return treeToMarkdown(fromHtml(slim(html), { fragment: true }), options.base);
}

/** As {@link fragmentToMarkdown}, of a tree that is parsed; the tree is used up. */
export function treeToMarkdown(tree: hast.Root, base: string | undefined): Root {
  settlePictures(tree);
  dropUnseen(tree);
  settleCode(tree);
  resolveAddresses(tree, base);
  settleTables(tree);
  makeFigures(tree);
  markFootnotes(tree);
  const made = toMdast(tree, { document: true, handlers: { ...HANDLERS } });
  const root = made as unknown as Root;
  tidy(root);
  flattenEmphases(made);
  return root;
}
