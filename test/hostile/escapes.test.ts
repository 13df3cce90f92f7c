import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ansi } from '../../src/emit/ansi.ts';
import { html } from '../../src/emit/html.ts';
import { json } from '../../src/emit/json.ts';
import { jsonText } from '../../src/emit/json-text.ts';
import { plain } from '../../src/emit/plain.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { printable } from '../../src/model/printable.ts';
import { width } from '../../src/model/width.ts';
import { parse } from '../../src/parse/parse.ts';
import { pageOf } from '../page.ts';
import { findings } from './scan.ts';

const ATTACKS: Readonly<Record<string, string>> = {
  'OSC 52': '\x1b]52;c;cHduZWQ=\x07',
  'clear screen': '\x1b[2J\x1b[H',
  'title report': '\x1b[21t',
  'C1 CSI': '\x9b2J',
  'carriage return': 'safe\rEVIL',
  backspace: 'safe\b\b\b\bEVIL',
  'bidi override': 'a\u202eb\u2066c\u2069',
  entity: '&#27;]52;c;cHduZWQ=&#7;',
  'entity C1': '&#155;2J',
  'zero width': 'pay\u200bpal\u2060\ufeff',
  tags: 'x\u{e0069}\u{e0067}',
  'line separator': 'a\u2028b',
};

/** The same attack in every place that an article has. */
function articleWith(attack: string): string {
  const quoted = JSON.stringify(attack);
  return `---
title: ${quoted}
subtitle: ${quoted}
authors: [${quoted}]
tags: [${quoted}]
date: ${quoted}
image: { src: ${quoted}, alt: ${quoted}, caption: ${quoted} }
source: ${quoted}
---

# ${attack}

${attack} *${attack}* \`${attack}\` [${attack}](http://x.example/${attack} "${attack}") ![${attack}](y.png)
[a](<http://x.example/${attack}>) <b>${attack}</b> <a href="http://x.example/${attack}">l</a> <abbr title="${attack}">q</abbr>

> [!NOTE] ${attack}
> ${attack}

- ${attack}

| ${attack} |
|---|
| ${attack} |

\`\`\`${attack}
${attack}
\`\`\`

$${attack}$ x^${attack}^ [^${attack}] [^1]

[^1]: ${attack}
`;
}

describe('escape sequences in an article', () => {
  it.each(Object.entries(ATTACKS))('%s reaches no terminal', async (_, attack) => {
    const article = await parse({ path: 'x.md', text: articleWith(attack) });
    for (const hyperlinks of [true, false]) {
      const page = await pageOf(article, { width: 60, hyperlinks, header: true });
      expect(findings(ansi(page, { colors: 3 }), { styled: true })).toEqual([]);
    }
    const pipe = plain(await pageOf(article, { width: 60, plain: true, header: true }));
    expect(findings(pipe, { styled: false })).toEqual([]);
    expect(findings(json(article), { styled: false })).toEqual([]);
    expect(html(article, localeFor('en'))).not.toMatch(/[\x1b\x9b]/);
  });

  it('lets real writing through as it is', () => {
    const texts = [
      'می‌خواهم',
      '👩‍🚀 🇮🇩 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      'क्षेत्र',
      'ภาษาไทย',
      '“Jum’at” — 10 °C',
      '한국어',
      'e\u0301',
    ];
    for (const text of texts) expect(printable(text)).toBe(text);
  });

  it('makes any text safe, once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const safe = printable(text);
        expect(findings(safe, { styled: false })).toEqual([]);
        expect(printable(safe)).toBe(safe);
        expect(safe).not.toContain('\n');
        expect(width(safe)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('writes JSON without a raw control or bidi character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = jsonText({ text });
        // Marks and selectors without a base only look odd.
        const found = findings(written, { styled: false });
        expect(found.filter((name) => !/^U\+FE0|marks/.test(name))).toEqual([]);
        expect(JSON.parse(written)).toEqual({ text });
      }),
    );
  });
});
