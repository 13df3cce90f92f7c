import type { Element } from 'hast';
import type * as mdast from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';

/** What a handler is told of the parent; only these fields are read. */
type Parent = mdast.Parents | undefined;

/** A handler for list items that asks only once for each list whether it is loose: in any list, linear. */
export function looseItems() {
  const known = new WeakMap<mdast.List, mdast.List>();
  return (state: State, node: mdast.ListItem, parent: Parent): Element => {
    if (parent?.type !== 'list') return defaultHandlers.listItem(state, node, parent);
    let brief = known.get(parent);
    if (!brief) {
      const spread = parent.spread === true || parent.children.some((item) => item.spread);
      brief = { ...parent, spread, children: [] };
      known.set(parent, brief);
    }
    return defaultHandlers.listItem(state, node, brief);
  };
}

/** A handler for table rows that does not search its table for each: in any table, linear. */
export function tableRows() {
  return (state: State, node: mdast.TableRow, parent: Parent): Element => {
    if (parent?.type !== 'table') return defaultHandlers.tableRow(state, node, parent);
    const head = parent.children[0];
    const children = head === undefined || head === node ? [node] : [head, node];
    return defaultHandlers.tableRow(state, node, { ...parent, children });
  };
}
