/** Placeholder until the importer lands. */
export function decodeHtml(bytes: Uint8Array, _contentType?: string): string {
  return new TextDecoder().decode(bytes);
}
