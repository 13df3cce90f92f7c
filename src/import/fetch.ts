type Page = { url: string; bytes: Uint8Array; contentType: string } | { notModified: true };
/** Placeholder until the importer lands. */
export function createFetcher(): {
  fetchPage(url: string, options: { allowPrivate: boolean }): Promise<Page>;
} {
  return { fetchPage: async () => ({ notModified: true }) };
}
