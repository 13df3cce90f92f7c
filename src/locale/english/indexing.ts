/** Words of the index of a library and of finding in it, in English. */
export const indexing = {
  indexing: 'indexing {done} of {all} articles',
  'index-damaged': 'the index was damaged and is made anew; what was there is in {path}',
  'index-busy': 'another process is indexing; what it has not read yet is missing here',
  'index-none': 'no database loads on this system: the library is read as a whole, which is slow',
  'index-unwritable': 'no index can be kept in {path} ({reason}): the library is read as a whole',
  'index-stale':
    'the index in {path} cannot be written ({reason}); what changed since is shown as it was',
  stopped: 'stopped; what is indexed is kept, and the next command goes on from there',
  'no-index': 'there is no index of this library',
  'index-locked': 'another process is indexing this library',
  'help-index': 'bring the index of the library up to date, looking at every file',
  'help-index-full': 'read every file again, whatever its time says',
  'help-index-rebuild': 'make the index anew',
  'help-index-status': 'say where the index is and what it holds; change nothing',
  'help-authors': 'list the authors of the library and how many articles each wrote',
  'help-series': 'list the series of the library and how many articles each has',
  'index-done': '{articles} articles; {added} new, {altered} changed, {gone} gone',
} as const satisfies Readonly<Record<string, string>>;
