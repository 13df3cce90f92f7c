import type { Draft } from '../model/draft.ts';
/** Placeholder until the importer lands. */
export async function readEpub(_bytes: Uint8Array): Promise<Draft[]> {
  return [];
}
