import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';

// Node gives a child a socket where a shell gives it a pipe.
let folder = '';
let article = '';
const paragraphs = Array.from(
  { length: 20_000 },
  (_, at) => `Kalimat yang ke-${at} dari cerita ini.`,
);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sijori-output-'));
  article = join(folder, 'panjang.md');
  writeFileSync(article, paragraphs.join('\n\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function reading() {
  const env = { ...process.env, XDG_CACHE_HOME: folder, XDG_STATE_HOME: folder };
  return spawn(process.execPath, ['dist/sijori.cjs', 'read', article], { env });
}

it('reaches a slow reader of a socket whole', async () => {
  const child = reading();
  const chunks: string[] = [];
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    chunks.push(String(chunk));
    await new Promise((resume) => setTimeout(resume, 1));
  }
  const shown = chunks.join('');
  expect(paragraphs.filter((one) => !shown.includes(one))).toEqual([]);
});

it('ends without a word when the reader of a socket leaves', async () => {
  const child = reading();
  const said = text(child.stderr);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  expect({ code, said: await said }).toEqual({ code: 0, said: '' });
});
