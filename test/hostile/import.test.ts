import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dryRun } from '../../src/cli/importing/dry-run.ts';
import { importSource } from '../../src/importer.ts';
import { contextFor, runImport } from '../import/importing.ts';
import { findings } from './scan.ts';

const ATTACKS: Readonly<Record<string, string>> = {
  'OSC 52': '\x1b]52;c;cHduZWQ=\x07',
  'clear screen': '\x1b[2J\x1b[H',
  'C1 CSI': '\x9b2J',
  backspace: 'aman\bJAHAT',
  'bidi override': 'a\u202eb\u2066c\u2069',
  tags: 'x\u{e0069}\u{e0067}',
  'line separator': 'a\u2028b',
};

/** The same attack in every place of a raw text. */
const raw = (attack: string, end = 'pulang') => `Kapal ${attack} Berlayar

Senin, 6 Mei 2024 08:21 WIB ${attack}

Penulis: Siti ${attack}

foto ${attack}.jpg

NATUNA (${attack}) - Kapal itu ${attack} berlayar.

Baca juga: ${attack}

Lalu ${end} ${attack}.

Tags: Laut ${attack}
`;

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-hostile-'));
});
afterEach(() => rmSync(home, { recursive: true }));

describe.each(Object.entries(ATTACKS))('%s in a source', (_, attack) => {
  const found = (text: string) =>
    importSource({ name: `${attack}.txt`, bytes: new TextEncoder().encode(text) }, 'raw');

  it('reaches no terminal in a dry run', async () => {
    for (const styled of [true, false]) {
      const said = { out: '', errors: '', failures: [] };
      const context = contextFor(home, said, styled ? '' : undefined, styled);
      const page = dryRun(`${attack}.txt`, await found(raw(attack)), context);
      expect(page).toContain('Kapal');
      expect(findings(page, { styled })).toEqual([]);
    }
  });

  it('reaches no terminal, and no file name, when it is imported and updated', async () => {
    const [before] = (await found(raw(attack))).articles;
    const [after] = (await found(raw(attack, 'kembali'))).articles;
    if (!before || !after) throw new Error('nothing was imported');
    const first = await runImport(home, [before], {}, '');
    const second = await runImport(home, [after], {}, 'y\n');
    expect(second.errors).toContain('\n+Lalu kembali');
    for (const { out, errors } of [first, second]) {
      expect(findings(out + errors, { styled: false })).toEqual([]);
    }
    const [name = ''] = readdirSync(join(home, 'library'));
    expect(findings(name, { styled: false })).toEqual([]);
  });
});
