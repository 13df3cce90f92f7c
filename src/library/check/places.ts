import type { Article, Node } from '../../model/article.ts';
import { descendants } from '../../model/tree.ts';

/** A node and the line and column of the file where it begins; those of the node before it where the parser gave none. */
export interface PlacedNode {
  readonly node: Node;
  readonly line: number;
  readonly column: number;
}

/** The nodes of an article in order, each with its place. */
export function* placedNodes({ body, bodyOffset }: Article): Generator<PlacedNode> {
  let place = { line: bodyOffset + 1, column: 1 };
  for (const node of descendants(body)) {
    if (node.position) {
      const { line, column } = node.position.start;
      place = { line: line + bodyOffset, column };
    }
    yield { node, ...place };
  }
}
