import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitHead } from '../../src/parse/front-matter.ts';
import { repairYaml } from '../../src/parse/front-matter-repair.ts';
import { readMeta } from '../../src/parse/meta.ts';

const CORPUS = new URL('../../../shared/corpus/18f/', import.meta.url);

/** Null prototypes compare unequal to literals. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

function head(text: string) {
  const { data, body, bodyOffset, notices } = splitHead(text);
  return { data: plain(data), body, bodyOffset, codes: notices.map(({ code }) => code) };
}

/** What is read of a YAML head, with the codes of the notices. */
function yaml(...lines: readonly string[]) {
  const { data, codes } = head(`---\n${lines.join('\n')}\n---\nIsi.\n`);
  return { data, codes };
}

function silentBody(text: string): void {
  expect(head(text)).toEqual({ data: null, body: text, bodyOffset: 0, codes: [] });
}

describe('fences', () => {
  const read = (text: string) => head(text);
  const judul = { data: { title: 'Judul' }, body: 'Isi.\n', codes: [] };

  it.each([
    ['YAML', '---\ntitle: Judul\n---\nIsi.\n', 3],
    ['a named language', '---yaml\ntitle: Judul\n---\nIsi.\n', 3],
    ['yml, spaced, in capitals', '--- YML \ntitle: Judul\n---  \nIsi.\n', 3],
    ['the end mark of YAML', '---\ntitle: Judul\n...\nIsi.\n', 3],
    ['a BOM', '\ufeff---\ntitle: Judul\n---\nIsi.\n', 3],
    ['TOML', '+++\ntitle = "Judul"\n+++\nIsi.\n', 3],
    ['TOML by name', '---toml\ntitle = "Judul"\n---\nIsi.\n', 3],
    ['JSON by name', '---json\n{ "title": "Judul" }\n---\nIsi.\n', 3],
    ['JSON of Hexo', ';;;\n"title": "Judul",\n;;;\nIsi.\n', 3],
    ['JSON alone', '{\n  "title": "Judul"\n}\n\nIsi.\n', 3],
    ['a dash line that is no fence', '---\ntitle: |\n  Judul\n----: x\n---\nIsi.\n', 5],
  ])('reads %s', (_, text, bodyOffset) => {
    const { data, ...rest } = read(text);
    expect({ ...rest, body: rest.body.trimStart() }).toEqual({
      body: judul.body,
      codes: [],
      bodyOffset,
    });
    expect(String((data as { title: string }).title).trim()).toBe('Judul');
  });

  it('accepts CRLF and leaves the body as it is', () => {
    const text = '\ufeff---\r\ntitle: Judul\r\ntags:\r\n- a\r\n---\r\nIsi.\r\n';
    expect(head(text)).toEqual({
      data: { title: 'Judul', tags: ['a'] },
      body: 'Isi.\r\n',
      bodyOffset: 5,
      codes: [],
    });
  });

  it('closes at a line that is the fence, not at one that begins with it', () => {
    const text =
      '---\ntitle: a --- b\nnote: |\n  ---\n  teks\nquoted: "x\n  --- y"\n---\nIsi\n---\n';
    expect(head(text).data).toEqual({
      title: 'a --- b',
      note: '---\nteks\n',
      quoted: 'x --- y',
    });
    expect(head(text).body).toBe('Isi\n---\n');
  });

  it('reads an empty head, and a head without a body', () => {
    expect(head('---\n---\nIsi.\n')).toEqual({
      data: {},
      body: 'Isi.\n',
      bodyOffset: 2,
      codes: [],
    });
    expect(head('---\ntitle: x\n---')).toEqual({
      data: { title: 'x' },
      body: '',
      bodyOffset: 3,
      codes: [],
    });
  });

  it.each([
    ['nothing', ''],
    ['a lone rule', '---'],
    ['a rule and prose', '---\n\nParagraf pertama.\n\n---\n\nKedua.\n'],
    ['a rule right above prose', '---\nParagraf pertama.\n---\nKedua.\n'],
    ['prose with a colon between rules', '---\n\nMOSKOW: Presiden bertemu.\n\n---\n\nKedua.\n'],
    ['prose that is broken YAML', '---\n\nKata dia: "Ya: begitu\n\nLalu ini.\n\n---\n'],
    ['a heading between rules', '---\n# Judul\n---\nIsi\n'],
    ['a list between rules', '---\n- a\n- b\n---\nIsi\n'],
    ['a scalar, a number, an alias', '---\n42\n---\nIsi\n'],
    ['a longer rule', '----\ntitle: x\n----\n'],
    ['a rule with words', '--- judul ---\ntitle: x\n---\n'],
    ['an unclosed rule', '---\n\nParagraf.\n'],
    ['a shortcode', '{{< figure src="x" >}}\n\nIsi\n'],
    ['a template', '{% include x %}\n\nIsi\n'],
    ['an object within a paragraph', '{"a": 1} adalah JSON.\n\nIsi\n'],
    ['an object right above prose', '{"a": 1}\nIsi\n'],
    ['an empty object', '{}\n\nIsi\n'],
    ['TOML that is prose', '+++\n\nIsi.\n\n+++\n'],
  ])('leaves %s to the body in silence', (_, text) => {
    silentBody(text);
  });

  it('remarks on an unclosed fence only where fields follow it', () => {
    const text = '---\ntitle: Judul\n\nIsi.\n';
    expect(head(text)).toEqual({
      data: null,
      body: text,
      bodyOffset: 0,
      codes: ['front-matter-unclosed'],
    });
    expect(splitHead(text).notices[0]?.line).toBe(1);
  });

  it('does not take the prose below a forgotten fence for the head', () => {
    const text =
      '---\ntitle: Judul\n\nParagraf pertama yang panjang.\n\nKedua.\n\n---\n\nKetiga.\n';
    expect(head(text).body).toBe(text);
    expect(head(text).codes).toEqual(['front-matter-syntax']);
  });

  it('shows a head over 64 KiB', () => {
    const text = `---\ntitle: Judul\nx: ${'y'.repeat(70_000)}\n---\nIsi.\n`;
    expect(head(text)).toEqual({
      data: null,
      body: text,
      bodyOffset: 0,
      codes: ['front-matter-too-large'],
    });
    silentBody(`---\n\n${'Prosa. '.repeat(20_000)}\n\n---\n\nLagi.\n`);
  });
});

describe('languages that could run', () => {
  const words = [
    'js',
    ' js',
    'JS',
    'javascript',
    ' Javascript',
    'JAVASCRIPT',
    'coffee',
    'ts',
    'cjs',
  ];

  it.each(words)('never runs ---%s', (word) => {
    const target = join(mkdtempSync(join(tmpdir(), 'head-')), 'ran');
    const code = `{ title: require('node:fs').writeFileSync(${JSON.stringify(target)}, 'x') || process.exit(3) }`;
    const text = `---${word}\n${code}\n---\nIsi.\n`;
    const twice = `---\ntitle: x\n---\n${text}`;
    expect(head(text)).toEqual({
      data: null,
      body: text,
      bodyOffset: 0,
      codes: ['front-matter-executable'],
    });
    expect(head(twice)).toEqual({ data: { title: 'x' }, body: text, bodyOffset: 3, codes: [] });
    expect(existsSync(target)).toBe(false);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'python', 'yaml2', 'jsonx'])(
    'takes ---%s for text',
    (word) => {
      silentBody(`---${word}\ntitle: x\n---\nIsi.\n`);
    },
  );

  it.each(['!!js/function "function(){}"', '!!python/object:x {}', '!!binary aGk=', '!x y'])(
    'builds nothing from %s',
    (value) => {
      const { data } = yaml(`title: ${value}`, 'tags: a');
      expect(data).toMatchObject({ tags: 'a' });
      expect(typeof (data as { title: unknown }).title).toBe('string');
    },
  );
});

describe('YAML', () => {
  it('keeps scalars as they were written', () => {
    const lines = [
      'v: 1.10',
      'id: 0123',
      'no: NO',
      'time: 12:30',
      'd: 2023-09-14 08:21',
      'n: ~',
      'e:',
    ];
    expect(yaml(...lines)).toEqual({
      data: {
        v: '1.10',
        id: '0123',
        no: 'NO',
        time: '12:30',
        d: '2023-09-14 08:21',
        n: '~',
        e: '',
      },
      codes: [],
    });
  });

  it.each<readonly [string, readonly string[], unknown]>([
    [
      'a quote continued at the margin',
      ['title: "Satu', 'dua: tiga', 'empat"', 'tags: [a]'],
      { title: 'Satu dua: tiga empat', tags: ['a'] },
    ],
    ['a colon in a value', ['title: Flask: bagian 1'], { title: 'Flask: bagian 1' }],
    ['a colon at the end', ['title: Flask:', 'lang: id'], { title: 'Flask:', lang: 'id' }],
    ['a mention', ['title: @sijori', 'lang: id'], { title: '@sijori', lang: 'id' }],
    ['a percent sign', ['title: 50%', 'x: %d'], { title: '50%', x: '%d' }],
    ['a backtick', ['title: `kode` di sini'], { title: '`kode` di sini' }],
    ['words after a quote', ['title: "Satu" dan dua'], { title: '"Satu" dan dua' }],
    ['an inner quote', ['title: "Kata "dia" begitu"'], { title: 'Kata "dia" begitu' }],
    ["an apostrophe's quote", ["title: 'Jum'at kelabu'"], { title: "Jum'at kelabu" }],
    ['a quote never closed', ['title: "Satu', 'lang: id'], { title: 'Satu', lang: 'id' }],
    ['a bracket that is no list', ['title: [Opini] Satu'], { title: '[Opini] Satu' }],
    ['a template', ['title: {{ page.title }}'], { title: '{{ page.title }}' }],
    ['bold words', ['title: **Satu** dua'], { title: '**Satu** dua' }],
    ['a wrong escape', ['title: "C:\\dir"'], { title: 'C:\\dir' }],
    ['a control character', ['title: a\u001bb'], { title: 'a\ufffdb' }],
    ['tabs', ['title: x', 'tags:', '\t- a', '\t- b'], { title: 'x', tags: ['a', 'b'] }],
    ['a stray indent', ['title: x', '  lang: id'], { title: 'x', lang: 'id' }],
    ['a first line indented', ['  title: x', 'lang: id'], { title: 'x', lang: 'id' }],
    ['no space after colons', ['Title:Satu', 'Tags:Rusia'], { Title: 'Satu', Tags: 'Rusia' }],
    ['a mention in a list', ['tags:', '- @a', '- b: c: d'], { tags: ['@a', { b: 'c: d' }] }],
    ['a list never closed', ['title: x', 'tags: [a, b'], { title: 'x', tags: '[a, b' }],
    ['a key twice', ['title: a', 'title: b'], { title: 'b' }],
    ['a nested map', ['image:', '  src: a: b', '  alt: c'], { image: { src: 'a: b', alt: 'c' } }],
    [
      'a block beside a fault',
      ['title: a: b', 'note: |', '  satu: "dua', '', '  tiga', 'x: y'],
      { title: 'a: b', note: 'satu: "dua\n\ntiga\n', x: 'y' },
    ],
    ['an unknown alias', ['title: *nama', 'lang: id'], { title: '*nama', lang: 'id' }],
  ])('mends %s', (_, lines, data) => {
    expect(yaml(...lines)).toEqual({ data, codes: ['front-matter-repaired'] });
  });

  it('tells where a fault is, in lines of the file, every time', () => {
    const text = '---\ntitle: x\ndescription: a: b\n---\n';
    for (let time = 0; time < 2; time += 1) {
      const [notice] = splitHead(text).notices;
      expect(notice).toMatchObject({ code: 'front-matter-repaired', line: 3, column: 15 });
      expect(notice?.details['reason']).toMatch(/mapping/);
    }
  });

  it('shares nothing between two readings', () => {
    const text = '---\ntags: [a]\n---\n';
    const first = splitHead(text).data as { tags: string[] };
    first.tags.push('b');
    expect(splitHead(text).data?.['tags']).toEqual(['a']);
  });

  it('knows the lines of the keys', () => {
    const { keyLines } = splitHead('---\ntitle: x\n\nTags:\n- date: y\ndate: z\n---\n');
    expect([...keyLines()]).toEqual([
      ['title', 2],
      ['Tags', 4],
      ['date', 6],
    ]);
  });

  it('repairs without changing the number of lines', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (lines) => {
        const raw = lines.join('\n');
        expect(repairYaml(raw).split('\n').length).toBe(raw.split('\n').length);
      }),
    );
  });
});

const PIECES = [
  'title: x',
  'a: "b',
  'c"',
  '- d',
  '  e: f: g',
  '',
  'h: |',
  '  i',
  '# j',
  'k:',
  '\tl: @m',
  "n: 'o",
];

describe('hostile heads', () => {
  it('never touches a prototype', () => {
    const forms = [
      '---\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\ntitle: x\n---\n',
      '---\n"__proto__":\n  polluted: 1\ntags: {__proto__: {polluted: 1}}\ntitle: a: b\n---\n',
      '---\n<<: {__proto__: {polluted: 1}}\ntitle: x\n---\n',
      '---json\n{"__proto__": {"polluted": 1}, "title": "x"}\n---\n',
      '+++\ntitle = "x"\n[__proto__]\npolluted = 1\n+++\n',
      '---\n__proto__: [\ntitle: x: @\n  polluted: 1\n---\n',
    ];
    for (const form of forms) {
      const { data } = splitHead(form);
      expect(Object.getPrototypeOf(data)).toBeNull();
      expect(Object.keys(data ?? {})).not.toContain('__proto__');
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }
  });

  const laughs = 'abcdefgh'
    .split('')
    .map((name, at, all) => `${name}: &${name} [${Array(9).fill(at ? `*${all[at - 1]}` : 'ha')}]`);

  it.each<readonly [string, string]>([
    ['an alias bomb', `${laughs.join('\n')}\ntags: *h\ntitle: T`],
    ['a cycle', 'a: &a {b: *a}\ntitle: T'],
    ['merges', `a: &a {x: 1}\nb:\n${'  <<: *a\n'.repeat(5000)}title: T`],
    ['flow nesting', `title: T\na: ${'['.repeat(20_000)}`],
    ['item nesting', `title: T\na:\n  ${'- '.repeat(20_000)}`],
    [
      'block nesting',
      `title: T\n${Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}`,
    ],
    ['many keys', `title: T\n${Array.from({ length: 6000 }, (_, at) => `k${at}: v`).join('\n')}`],
    ['blank lines', `title: T\n${'\n'.repeat(60_000)}`],
    ['spaces', `title: T${' '.repeat(60_000)}`],
    ['line separators', `title: T\nx: a${'\u2028'.repeat(60_000)}b`],
    ['open quotes', `title: T\n${'- "a\n'.repeat(12_000)}`],
    ['backslashes', `title: T\nx: "${'\\'.repeat(60_000)}`],
    ['an ordered map', `title: T\nx: !!omap\n${'- a: b\n'.repeat(8000)}`],
  ])('reads past %s', (_, raw) => {
    const start = performance.now();
    const text = `---\n${raw}\n---\nIsi.\n`;
    const { data, notices } = splitHead(text);
    const { meta } = readMeta(data, { path: 'x.md', body: '' });
    expect(meta.title).toBe('T');
    expect(notices.length).toBeLessThanOrEqual(1);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('never throws, and loses no text', () => {
    const line = fc.constantFrom(
      ...PIECES,
      '---',
      '...',
      '+++',
      '{',
      '}',
      ';;;',
      '---json',
      '---js',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 16 }), fc.string(), (lines, tail) => {
        const text = `${lines.join('\n')}${tail}`;
        const { data, body, bodyOffset } = splitHead(text);
        expect(text.endsWith(body)).toBe(true);
        const above = text.slice(0, text.length - body.length).split('\n').length - 1;
        expect([above, above + 1]).toContain(bodyOffset);
        if (data === undefined) expect(body).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('other formats', () => {
  it('keeps dates of TOML as they were written', () => {
    const text =
      '+++\na = 2023-09-14\nb = 2023-09-14T08:21:00+07:00\n[taxonomies]\ntags = ["x"]\n+++\n';
    expect(head(text).data).toEqual({
      a: '2023-09-14',
      b: '2023-09-14T08:21:00.000+07:00',
      taxonomies: { tags: ['x'] },
    });
  });

  it('reads broken TOML line by line', () => {
    const text =
      '+++\ntitle = Tanpa kutip\ndate = "2023-09-14"\n[taxonomies]\ntags = ["a", "b"]\n+++\nIsi\n';
    expect(head(text)).toEqual({
      data: { title: 'Tanpa kutip', date: '2023-09-14', taxonomies: { tags: ['a', 'b'] } },
      body: 'Isi\n',
      bodyOffset: 6,
      codes: ['front-matter-repaired'],
    });
    expect(splitHead(text).notices[0]).toMatchObject({ line: 2 });
  });

  it('shows broken JSON between fences', () => {
    const text = '---json\n{\n  "title": "x",\n}\n---\nIsi\n';
    expect(head(text)).toMatchObject({ data: null, body: text, codes: ['front-matter-syntax'] });
    expect(splitHead(text).notices[0]).toMatchObject({ line: 4, column: 1 });
  });
});

describe('the 18F blog', () => {
  it.skipIf(!existsSync(CORPUS))('gives a title, its tags and a date for every post', () => {
    const names = readdirSync(CORPUS).filter((name) => /^\d.*\.md$/.test(name));
    let mended = 0;
    for (const name of names) {
      const text = readFileSync(new URL(name, CORPUS), 'utf8');
      const { data, body, notices } = splitHead(text);
      const { meta, notices: remarks } = readMeta(data, { path: name, body });
      const title =
        /^title: *["']?([^"'\n:]{5,})/m.exec(text)?.[1]?.replace(/\s+/g, ' ').trim() ?? '';
      const tags = /^tags:\s*\n((?:[ \t]*- .*\n|[ \t]*\n)*)/m.exec(text)?.[1]?.match(/^ *- ./gm);
      expect([name, meta.title.includes(title), meta.tags.length]).toEqual([
        name,
        true,
        tags?.length ?? 0,
      ]);
      expect([name, meta.date === undefined, remarks]).toEqual([name, false, []]);
      mended += notices.length;
    }
    expect([names.length, mended]).toEqual([509, 114]);
  });
});
