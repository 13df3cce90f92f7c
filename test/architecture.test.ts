import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  cycles,
  defaultExports,
  HOMES,
  REACH,
  type Sources,
  tooLong,
  unusedDoors,
  vagueNames,
  wrongHomes,
  wrongPrintable,
  wrongReach,
  wrongWorld,
} from './architecture.ts';

const paths = ['src', 'bin'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`),
);
const sources: Sources = new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));

const RULES: Readonly<Record<string, (sources: Sources) => string[]>> = {
  'rooms import only what they may': wrongReach,
  'packages stay in their homes': wrongHomes,
  'no file imports itself in a circle': cycles,
  'only cli knows the process, the console and the clock': wrongWorld,
  'only model/printable.ts makes printable text': wrongPrintable,
  'files and commands stay short': tooLong,
  'nothing is exported by default': defaultExports,
  'file names say what is in them': vagueNames,
};

/** A violation of each rule, planted: a check that cannot fail is none. */
const PLANTED: Readonly<Record<string, readonly (readonly [path: string, text: string])[]>> = {
  'rooms import only what they may': [
    ['src/model/x.ts', "import { a } from '../parse/a.ts';"],
    ['src/layout/x.ts', "import type { A } from '../emit/a.ts';"],
    ['src/parse/x.ts', "const { a } = await import('../layout/a.ts');"],
    ['src/theme/x.ts', "export { a } from '../cli/a.ts';"],
    ['src/library/x.ts', "import '../reader.ts';"],
  ],
  'packages stay in their homes': [
    ['src/layout/x.ts', "import chalk from 'chalk';"],
    ['src/cli/x.ts', "const m = await import('gray-matter');"],
    ['src/layout/x.ts', "import core from 'highlight.js/lib/core';"],
    ['src/emit/x.ts', "import { z } from 'a-package-nobody-chose';"],
    ['src/emit/x.ts', "import { z } from '@scope/package/deep';"],
  ],
  'only cli knows the process, the console and the clock': [
    ['src/parse/x.ts', 'const home = process.env.HOME;'],
    ['src/layout/x.ts', 'console.log(1);'],
    ['src/library/x.ts', 'const now = Date.now();'],
    ['src/library/x.ts', 'const now = new Date();'],
  ],
  'only model/printable.ts makes printable text': [
    ['src/layout/x.ts', 'const t = text as Printable;'],
  ],
  'files and commands stay short': [
    ['src/layout/x.ts', 'a;\n'.repeat(251)],
    ['src/cli/commands/x.ts', 'a;\n'.repeat(41)],
  ],
  'nothing is exported by default': [['src/layout/x.ts', 'export default 1;']],
  'file names say what is in them': [
    ['src/layout/utils.ts', ''],
    ['src/cli/helper.ts', ''],
  ],
};

describe('the house', () => {
  it('has files to check', () => {
    expect(sources.size).toBeGreaterThan(100);
  });

  it.each(Object.keys(RULES))('%s', (rule) => {
    expect(RULES[rule]?.(sources)).toEqual([]);
  });

  it.each(
    Object.entries(PLANTED).flatMap(([rule, all]) =>
      all.map(([path, text]) => [rule, path, text] as const),
    ),
  )('%s: %s is caught', (rule, path, text) => {
    expect(RULES[rule]?.(new Map([[path, text]]))).toHaveLength(1);
  });

  it('catches circles, of types too', () => {
    const circle = new Map([
      ['src/model/a.ts', "import type { B } from './b.ts';"],
      ['src/model/b.ts', "import { c } from './c.ts';"],
      ['src/model/c.ts', "export { a } from './a.ts';"],
    ]);
    expect(cycles(circle)).not.toEqual([]);
  });

  it('keeps no door and no home that nobody uses', () => {
    const rooms = new Set(
      [...sources.keys()]
        .filter((path) => path.startsWith('src/'))
        .map((path) => path.split('/')[1]),
    );
    expect(Object.keys(REACH).filter((room) => !rooms.has(room))).toEqual([]);
    expect(unusedDoors(sources)).toEqual([]);
    expect(unusedDoors(new Map([['src/theme/x.ts', "import '../model/x.ts';"]]))).toContain(
      'cli → emit',
    );
    const all = [...sources.values()].join('\n');
    expect(Object.keys(HOMES).filter((name) => !new RegExp(`'${name}[/']`).test(all))).toEqual([]);
  });
});
