import type { Context } from '../../src/cli/context.ts';
import { importEach } from '../../src/cli/import-each.ts';
import type { ImportChoices } from '../../src/cli/importing.ts';
import { articleOf, type Imported } from '../../src/importer.ts';
import { localeFor } from '../../src/locale/locale.ts';
import type { Draft } from '../../src/model/draft.ts';

/** What one import said and did. */
export interface Outcome {
  readonly out: string;
  readonly errors: string;
  readonly failures: readonly unknown[];
}

/** Imports as `sijori import` does; with answers, on a terminal where the user types them. */
export async function runImport(
  { home, library }: { readonly home: string; readonly library: string },
  works: readonly (Imported | Error)[],
  choices: ImportChoices = {},
  answers?: string,
): Promise<Outcome> {
  const isTerminal = answers !== undefined;
  const said = { out: '', errors: '', failures: [] as unknown[] };
  const context: Context = {
    env: { HOME: home, SIJORI_LIBRARY: library },
    cwd: home,
    terminal: {
      isTerminal,
      columns: 80,
      rows: 24,
      colors: 0,
      styled: false,
      hyperlinks: false,
      bidi: false,
    },
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
      said.errors += `${line}\n`;
    },
    errors: {
      isTerminal,
      write: (text) => {
        said.errors += text;
      },
    },
  };
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
