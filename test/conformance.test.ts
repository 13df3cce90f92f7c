import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlBody } from '../src/emit/html.ts';
import { parse } from '../src/parse/parse.ts';
import { EXCEPTIONS, type Suite } from './conformance-exceptions.ts';
import { normalHtml } from './normal-html.ts';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly example: number;
  readonly section: string;
}

/** Examples of each suite: none may get lost on the way here. */
const COUNTS: Readonly<Record<Suite, number>> = {
  commonmark: 655,
  gfm: 673,
  'gfm-extensions': 28,
};

function examples(suite: Suite): Example[] {
  const file = join(import.meta.dirname, 'spec-data', `${suite}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Example[];
}

async function read(markdown: string): Promise<string[]> {
  const article = await parse({ path: 'example.md', text: markdown });
  return normalHtml(htmlBody(article));
}

describe.each(Object.keys(COUNTS) as Suite[])('%s', (suite) => {
  const all = examples(suite);
  const excepted = new Map(
    EXCEPTIONS.filter((exception) => exception.suite === suite).map((exception) => [
      exception.example,
      exception.reason,
    ]),
  );

  it('has all its examples, and an exception for none that does not exist', () => {
    expect(all).toHaveLength(COUNTS[suite]);
    const numbers = new Set(all.map(({ example }) => example));
    expect([...excepted.keys()].filter((example) => !numbers.has(example))).toEqual([]);
  });

  const sections = [...new Set(all.map(({ section }) => section))];
  it.each(sections)('%s', async (section) => {
    for (const { markdown, html, example } of all.filter((one) => one.section === section)) {
      const reason = excepted.get(example);
      const found = await read(markdown);
      const told = `example ${example}: ${JSON.stringify(markdown)}`;
      if (reason === undefined) expect(found, told).toEqual(normalHtml(html));
      else
        expect(found, `${told} is as specified, though: ${reason}`).not.toEqual(normalHtml(html));
    }
  });
});
