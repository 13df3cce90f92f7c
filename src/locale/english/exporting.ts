/** Words of `export`, in English. */
export const exporting = {
  'of-another': 'is the file of another article of this export',
  'of-another-hint': '--output writes elsewhere',
  'export-written': 'exported: {count}',
  'export-replaced': 'replaced: {count}',
  'export-same': 'unchanged: {count}',
  'export-failed': 'failed: {count}',
  'export-needs-output': '{option} needs --output FOLDER',
  'export-title': 'Articles',
  'export-count': 'Number of articles: {count}',
  'help-export': 'write out whole what fits a query: JSON lines, or files',
  'help-export-output': 'a file each into this folder; without, JSON lines on standard output',
  'help-export-format': 'of the files: markdown (without --format), html, plain or json',
  'help-export-html': 'web pages, and an index.html of them: short for --format html',
} as const satisfies Readonly<Record<string, string>>;
