/** Words about searching, in English. */
export const searching = {
  'no-hits': 'nothing found: {query}{suggestion}',
  'no-hits-hint': 'all words must be in an article; OR between them asks for any',
  'search-more': '{shown} of {count}; -n {more} shows more',
  'help-search': 'search the texts of the library, the best first, with the passage',
  'help-search-limit': 'at most so many articles (without: 20)',
  'help-search-json': 'JSON; with names of fields, only those',
  'help-find': 'mark these words on the page and begin at the passage that has most of them',
};
