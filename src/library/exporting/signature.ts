import { hashOf } from '../imports.ts';

/** A page with a last line that tells it from one that others wrote, or changed. */
export function signed(page: string): string {
  return `${page}<!-- sijori export ${hashOf(page)} -->\n`;
}

/** Whether a text is as {@link signed} made it, to the byte. */
export function isSigned(text: string): boolean {
  const [, page = '', hash] = /^(.*\n)<!-- sijori export ([0-9a-f]{64}) -->\n$/s.exec(text) ?? [];
  return hash !== undefined && hashOf(page) === hash;
}
