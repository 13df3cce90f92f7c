import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { applyEdits, type Edit } from './mend.ts';
import type { FileMade } from './undo.ts';

/** A text in UTF-8, as SHA-256 in hexadecimal. */
function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** All that is needed to come back from a file's new text to its old one. */
export function fileMade(path: string, before: string, edits: readonly Edit[]): FileMade {
  const after = applyEdits(before, edits);
  return { path, before: hashOf(before), after: hashOf(after), edits: inverse(before, edits) };
}

/** What would be written to undo a change of a file: nothing where it is as before, or is no more as it was left. */
export function restoration(
  made: FileMade,
): { readonly now: string; readonly old: string } | 'as-before' | 'changed' {
  const now = textOf(made.path);
  if (now === undefined) return 'changed';
  const hash = hashOf(now);
  if (hash === made.before) return 'as-before';
  const old = hash === made.after ? applyEdits(now, made.edits) : '';
  return hashOf(old) === made.before ? { now, old } : 'changed';
}

/** Whether a file holds a text and nothing else. */
export function isStill(path: string, text: string): boolean {
  return textOf(path) === text;
}

/** The edits that lead back, in the places of the text that the edits make. */
function inverse(before: string, edits: readonly Edit[]): Edit[] {
  let moved = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, text }) => {
      const back = {
        start: start + moved,
        end: start + moved + text.length,
        text: before.slice(start, end),
      };
      moved += text.length - (end - start);
      return back;
    });
}

function textOf(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}
