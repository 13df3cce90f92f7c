import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ReaderError } from '../model/errors.ts';
import { makeFolders } from './folders.ts';
import type { Edit } from './mend.ts';
import type { MarkMade } from './state/marking.ts';
import { writeWhole } from './store.ts';

/** A file that a bulk edit changed: how its old bytes come from the new ones, and the SHA-256 of both. */
export interface FileMade {
  /** Absolute. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Applied to the new text they give the old one. */
  readonly edits: readonly Edit[];
}

/** Something that was done to many articles at once, and all that is needed to undo it. */
export interface Deed {
  /** As the user wrote it, for messages. */
  readonly command: string;
  readonly marks?: readonly MarkMade[];
  readonly files?: readonly FileMade[];
}

/** A deed and where it is kept. */
export interface KeptDeed {
  readonly deed: Deed;
  readonly file: string;
}

/** How many deeds are kept. */
const MOST = 20;
const VERSION = 1;
const NAME = /^(\d{8})\.json$/;

/** Keeps a deed so that it can be undone, before it is done; returns its file. @throws ReaderError `write`. */
export function keepDeed(folder: string, deed: Deed): string {
  makeFolder(folder);
  const numbers = numbersIn(folder);
  for (const old of numbers.slice(0, Math.max(0, numbers.length - MOST + 1))) {
    rmSync(fileOf(folder, old), { force: true });
  }
  const text = `${JSON.stringify({ version: VERSION, ...deed })}\n`;
  for (let number = (numbers.at(-1) ?? 0) + 1; ; number += 1) {
    try {
      writeWhole(fileOf(folder, number), text, { overwrite: false });
      return fileOf(folder, number);
    } catch (error) {
      // Another process was quicker.
      if (!(error instanceof ReaderError) || error.code !== 'exists') throw error;
    }
  }
}

/** The last deed that was kept; undefined if there is none. What cannot be read is none. */
export function lastDeed(folder: string): KeptDeed | undefined {
  for (const number of numbersIn(folder).reverse()) {
    const file = fileOf(folder, number);
    const deed = readDeed(file);
    if (deed) return { deed, file };
  }
  return undefined;
}

/** Forgets a deed that was undone, or never done. */
export function forgetDeed(file: string): void {
  rmSync(file, { force: true });
}

function makeFolder(folder: string): void {
  try {
    makeFolders(folder, 0o700);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new ReaderError('write', { path: folder, reason }, { cause });
  }
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder)
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  } catch {
    return [];
  }
}

function fileOf(folder: string, number: number): string {
  return join(folder, `${String(number).padStart(8, '0')}.json`);
}

function readDeed(file: string): Deed | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown } & Deed;
    return value.version === VERSION && typeof value.command === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
