/** Placeholder until the importer lands. */
export function readOpml(_text: string): { url: string; title: string }[] {
  return [];
}
/** Placeholder. */
export function writeOpml(_feeds: readonly { url: string; title: string }[]): string {
  return '';
}
