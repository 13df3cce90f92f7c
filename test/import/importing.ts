import { join } from 'node:path';
import type { Context } from '../../src/cli/context.ts';
import { importEach } from '../../src/cli/importing/import-each.ts';
import type { ImportChoices } from '../../src/cli/importing/importing.ts';
import { articleOf, type Imported } from '../../src/importer.ts';
import { localeFor } from '../../src/locale/locale.ts';
import type { Draft } from '../../src/model/draft.ts';
import { printable } from '../../src/model/printable.ts';

/** What one import said and did. */
export interface Outcome {
  readonly out: string;
  readonly errors: string;
  readonly failures: readonly unknown[];
}

/** What a context's output is collected in. */
interface Said {
  out: string;
  errors: string;
  readonly failures: unknown[];
}

/** A context in a home folder with a library `library`; with answers, on a terminal where the user types them. */
export function contextFor(home: string, said: Said, answers?: string, styled = false): Context {
  const isTerminal = answers !== undefined;
  const colors = styled ? 1 : 0;
  const size = { columns: 80, rows: 24, hyperlinks: false, bidi: false };
  return {
    env: { HOME: home, SIJORI_LIBRARY: join(home, 'library') },
    cwd: home,
    terminal: { isTerminal, colors, styled, ...size },
    locale: localeFor('en'),
    input: Object.assign(lines(answers ?? ''), { isTTY: isTerminal }),
    write: async (text) => {
      said.out += text;
    },
    warn: () => {},
    fail: (error) => said.failures.push(error),
    leave: () => {},
    trying: async (work) => {
      await work();
      return true;
    },
    say: (line) => {
      said.errors += `${printable(line)}\n`;
    },
    errors: {
      isTerminal,
      write: (text) => {
        said.errors += text;
      },
    },
  };
}

/** Imports as `sijori import` does; with answers, on a terminal where the user types them. */
export async function runImport(
  home: string,
  works: readonly (Imported | Error)[],
  choices: ImportChoices = {},
  answers?: string,
): Promise<Outcome> {
  const said = { out: '', errors: '', failures: [] as unknown[] };
  const context = contextFor(home, said, answers);
  const sources = works.map((work) => ({
    name: 'sumber',
    work: async () => {
      if (work instanceof Error) throw work;
      return { articles: [work], failures: [] };
    },
  }));
  await importEach(sources, choices, context);
  return said;
}

async function* lines(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const day = { iso: '2024-05-06', origin: 'head' as const };
/** An article of a day, in Indonesian, whose body is also what it was made from. */
export const made = (title: string, body: string, meta: Partial<Draft['meta']> = {}) =>
  articleOf({ meta: { title, date: day, lang: 'id', ...meta }, body, lines: [], doubts: [] }, body);
