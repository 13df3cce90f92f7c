import type { Draft } from '../model/draft.ts';
/** Placeholder until the importer lands. */
export function readPage(html: string, _options: { url?: string }): Draft {
  return { meta: { title: html.slice(0, 20) }, body: html, lines: [], doubts: [] };
}
/** Placeholder. */
export function decodeHtml(bytes: Uint8Array, _contentType?: string): string {
  return new TextDecoder().decode(bytes);
}
