/** Words of `tag`, in English. */
export const tagging = {
  'tags-unsafe': 'its tags cannot be changed safely: {problem}',
  'problem-head': 'the front matter is written in a way that is not surely understood',
  'problem-encoding': 'it is not UTF-8',
  'tag-change-unclear': 'tag needs +tag, -tag, or rename OLD NEW; a tag holds no comma',
  'tag-query-missing': 'tag needs an article or a query after the tags',
  'tag-unasked': 'this would change {count} files; --yes does it, --dry-run shows it',
  tagged: 'files changed: {count}',
  'help-tag-command': 'add tags to articles, take them away, or rename a tag',
  'help-tag-change': '+tag to add, -tag to take away, any number of them; or rename OLD NEW',
  'help-tag-query': 'one article, named as for read, or a query',
} as const satisfies Readonly<Record<string, string>>;
