import type * as mdast from 'mdast';

/** A node of the body as JSON has it: `type`, `lines` on blocks, the fields of its kind, `children` last. */
export interface JsonNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The fields of nodes that say something of an article, in the order they are written. */
const FIELDS = [
  'kind',
  'title',
  'depth',
  'ordered',
  'start',
  'spread',
  'checked',
  'open',
  'align',
  'lang',
  'meta',
  'identifier',
  'label',
  'url',
  'alt',
  'value',
] as const;

const INLINE: ReadonlySet<string> = new Set(
  (
    'text emphasis strong delete inlineCode break link image footnoteReference inlineMath superscript subscript mark ' +
    'insert keyboard abbreviation'
  ).split(' '),
);

/** A tree as JSON: the lines are those of the file, `offset` being the number of them before the body. */
export function jsonNode(node: mdast.Nodes, offset: number): JsonNode {
  const made: Record<string, unknown> = { type: node.type };
  const { position } = node;
  if (position && !INLINE.has(node.type)) {
    made['lines'] = [position.start.line + offset, position.end.line + offset];
  }
  if (node.type === 'heading') made['id'] = node.data?.id ?? '';
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  for (const field of FIELDS) {
    const value = fields[field];
    if (value !== undefined && value !== null) made[field] = value;
  }
  if ('children' in node) made['children'] = node.children.map((child) => jsonNode(child, offset));
  return made as JsonNode;
}
