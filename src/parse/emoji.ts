import { nameToEmoji } from 'gemoji';
import type * as mdast from 'mdast';
import { rewrite } from '../model/tree.ts';

const SHORTCODE = /:([a-z0-9_+-]{1,60}):/g;

/** Turns GitHub's shortcodes (`:smile:`) into emoji; an unknown name stays as it is written. */
export function readEmoji(root: mdast.Root): void {
  rewrite(root, (node) => {
    if (node.type !== 'text' || !node.value.includes(':')) return undefined;
    const value = node.value.replace(SHORTCODE, (written, name: string) => emoji(name) ?? written);
    return value === node.value ? undefined : [{ ...node, value }];
  });
}

function emoji(name: string): string | undefined {
  return Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
}
