import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRAMMARS, grammarOf, nameOf } from '../../src/layout/grammars.ts';
import type { CodeLine } from '../../src/layout/highlight.ts';
import { loadHighlighter } from '../../src/layout/highlight.ts';

async function coloured(code: string, language: string): Promise<readonly CodeLine[] | undefined> {
  const highlight = await loadHighlighter([language]);
  return highlight?.(code, language);
}

function textOf(lines: readonly CodeLine[] | undefined): string | undefined {
  return lines?.map((line) => line.map(({ text }) => text).join('')).join('\n');
}

/** `role:text` of each piece that has a role, line by line. */
function marked(lines: readonly CodeLine[] | undefined): string[] {
  return (lines ?? []).map((line) =>
    line
      .filter(({ role }) => role)
      .map(({ role, text }) => `${role?.replace('syntax', '')}:${text}`)
      .join(' '),
  );
}

describe('names of languages', () => {
  it.each([
    ['ts', 'typescript'],
    ['TSX', 'typescript'],
    ['jsx', 'javascript'],
    ['py', 'python'],
    ['sh', 'bash'],
    ['shell', 'bash'],
    ['console', 'console'],
    ['yml', 'yaml'],
    ['rs', 'rust'],
    ['rust,ignore', 'rust'],
    ['c++', 'cpp'],
    ['C#', 'csharp'],
    ['cs', 'csharp'],
    ['js {1,3-4}', 'javascript'],
    ['js{1,3}', 'javascript'],
    ['js:app.js', 'javascript'],
    ['language-css', 'css'],
    ['{.python .numberLines}', 'python'],
    ['{#first .haskell}', 'haskell'],
    ['{r, echo=FALSE}', 'r'],
    ['.ruby', 'ruby'],
  ])('%s is %s', (info, name) => {
    const grammar = grammarOf(info);
    expect(grammar && nameOf(grammar)).toBe(name);
  });

  it.each([
    ...['', ' ', '{', '{.}', 'text', 'plain', 'mermaid', '__proto__', 'constructor', 'toString'],
    ...['language-', '\0', '../../x', 'js'.repeat(1e5), '{'.repeat(1e5), '{.'.repeat(1e5)],
  ])('%j is no language', (info) => {
    expect(grammarOf(info)).toBeUndefined();
  });

  it('knows at least 45 languages, each name once', () => {
    const names = GRAMMARS.flatMap((grammar) => grammar.names.split(' '));
    expect(GRAMMARS.length).toBeGreaterThanOrEqual(45);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(nameOf(grammarOf(name) as (typeof GRAMMARS)[0])).toBeTruthy();
    for (const name of GRAMMARS.flatMap((grammar) => grammar.embeds ?? [])) {
      expect(names).toContain(name);
    }
  });
});

describe('highlighting', () => {
  it('gives the pieces of each line a role', async () => {
    const code = 'const a = 1; // one\n/* two\n   three */ f("x")';
    expect(marked(await coloured(code, 'js'))).toEqual([
      'Keyword:const Number:1 Comment:// one',
      'Comment:/* two',
      'Comment:   three */ Name:f String:"x"',
    ]);
  });

  it('colours what is inside a template apart from the string', async () => {
    const lines = await coloured('`a$' + '{1 + b}c`', 'ts');
    expect(lines?.[0]).toEqual([
      { text: '`a', role: 'syntaxString' },
      { text: '$' + '{' },
      { text: '1', role: 'syntaxNumber' },
      { text: ' + b}' },
      { text: 'c`', role: 'syntaxString' },
    ]);
  });

  it('tells the lines of a diff', async () => {
    const code = '--- a\n+++ b\n@@ -1,2 +1,2 @@ f\n c\n-d\n+e';
    expect(marked(await coloured(code, 'diff'))).toEqual([
      ...['Meta:--- a', 'Meta:+++ b', 'hunk:@@ -1,2 +1,2 @@', '', 'removed:-d', 'added:+e'],
    ]);
  });

  it('colours the languages inside HTML', async () => {
    const code = '<style>a{color:red}</style><script>let x</script>';
    const [line] = marked(await coloured(code, 'html'));
    expect(line).toContain('Name:color');
    expect(line).toContain('Keyword:let');
  });

  it('takes shell code with a prompt as a session', async () => {
    expect(marked(await coloured('$ npm i\nadded 1', 'bash'))[0]).toMatch(/^Meta:\$ /);
    expect(marked(await coloured('# note\necho hi', 'shell'))[0]).toBe('Comment:# note');
  });

  it('never guesses a language', async () => {
    const code = 'POST / HTTP/1.1\nHost: x\n\n{"a": [1, 2, 3]}';
    expect(marked(await coloured(code, 'http'))[3]).toBe('');
  });

  it('keeps empty lines, tabs, carriage returns and characters beyond the BMP', async () => {
    for (const code of ['', '\n', '\n\nx\n', '\tx = 1\r\ny', 's = "😀é한"\n']) {
      const lines = await coloured(code, 'python');
      expect(textOf(lines)).toBe(code);
      expect(lines).toHaveLength(code.split('\n').length);
    }
  });

  it('gives back the code exactly, in every language', async () => {
    const sample =
      '# a <b c="d">e</b> @f "g\\n" \'h\' `i$' +
      '{j}` /* k */ // l\n-- m\n{ "n": [1.5e3, 0xff, true] }\n' +
      'def o(p): return q\nfn r<T>(s: &str) -> i32 { 1 }\n$ t | u > v; %w[x y] <<EOF\nz\nEOF\n';
    for (const grammar of GRAMMARS) {
      const lines = await coloured(sample, nameOf(grammar));
      expect(textOf(lines), grammar.names).toBe(sample);
    }
  });

  it('gives back any code exactly', async () => {
    const names = ['ts', 'bash', 'html', 'python', 'diff', 'css', 'markdown', 'ruby', 'yaml'];
    const words = [
      '"',
      "'",
      '`',
      '${',
      '}',
      '<a b="',
      '>',
      '<!--',
      '/*',
      '//',
      '#',
      '\n',
      ' ',
      'if',
    ];
    const code = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 5 })))
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), code, async (name, text) => {
        const lines = await coloured(text, name);
        if (lines) expect(textOf(lines)).toBe(text);
        for (const piece of lines?.flat() ?? []) expect(piece.text).not.toContain('\n');
      }),
      { numRuns: 150 },
    );
  });
});

describe('limits', () => {
  it('has no highlighter when no language is known', async () => {
    expect(await loadHighlighter([])).toBeUndefined();
    expect(await loadHighlighter(['mermaid', '__proto__', ''])).toBeUndefined();
  });

  it('leaves a language that was not asked for plain', async () => {
    const highlight = await loadHighlighter(['json']);
    expect(highlight?.('x = 1', 'python')).toBeUndefined();
    expect(highlight?.('x', '__proto__')).toBeUndefined();
    expect(highlight?.('{}', 'json')).toBeDefined();
  });

  it('leaves long blocks, long lines and long articles plain', async () => {
    const highlight = await loadHighlighter(['json']);
    const block = '[1]\n'.repeat(5000);
    expect(highlight?.('[1]\n'.repeat(5121), 'json')).toBeUndefined();
    expect(highlight?.(' '.repeat(2001), 'json')).toBeUndefined();
    expect(highlight?.(' '.repeat(2000), 'json')).toBeDefined();
    for (let n = 0; n < 11; n++) highlight?.(block, 'json');
    expect(highlight?.(block, 'json')).toBeUndefined();
  });

  it.each([
    ['csharp', 'a<b> '],
    ['markdown', '[a]('],
    ['js', '`$' + '{\n'],
  ])(
    'stops %s on %j in time',
    async (language, unit) => {
      const highlight = await loadHighlighter([language]);
      const code = unit
        .repeat(20_000)
        .slice(0, 20_000)
        .replace(/.{1900}/g, '$&\n')
        .slice(0, 20_000);
      const start = performance.now();
      for (let n = 0; n < 10; n++) highlight?.(code, language);
      // The guard ends after 1.5 s; the rest is for a busy machine.
      expect(performance.now() - start).toBeLessThan(5000);
    },
    10_000,
  );
});
