import type { Schema } from 'hast-util-sanitize';

const TAGS =
  'a abbr aside blockquote br code dd del details div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr ' +
  'img input ins kbd li mark ol p pre section strong sub summary sup table tbody td th thead time tr ul';

/**
 * What may stand in a page: the elements that articles are made of and nothing that acts. Addresses are http, https,
 * mailto, relative or a place in the page; pictures may hold their own data. Ids stay as they are, for no script
 * runs in the page that they could mislead.
 */
export const SCHEMA: Schema = {
  tagNames: TAGS.split(' '),
  attributes: {
    '*': ['id', 'dir', 'lang', 'title', 'className', 'role'],
    a: ['href', 'rel'],
    details: ['open'],
    img: ['src', 'alt', 'loading'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    ol: ['start'],
    td: ['align'],
    th: ['align'],
    time: ['dateTime'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https', 'data'] },
  required: { input: { type: 'checkbox', disabled: true } },
  strip: ['script', 'style'],
  clobber: [],
};
