/** What the meta of an article holds that says nothing besides its title. */
export const UNSAID = {
  titleFromBody: false,
  authors: [],
  editors: [],
  tags: [],
  categories: [],
  draft: false,
  related: [],
  aliases: [],
  extra: {},
} as const;
