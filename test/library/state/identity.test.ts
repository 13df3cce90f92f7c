import { describe, expect, it } from 'vitest';
import { identityOf } from '../../../src/library/state/identity.ts';
import { parseHead } from '../../../src/parse/parse.ts';

const identity = (path: string, text: string) => identityOf(parseHead({ path, text }).meta, path);
const DATED = '---\ntitle: Laut Natuna tenang\ndate: 2024-03-01 07:30 +07:00\n---\n';

describe('the identity of an article', () => {
  it('is sixteen hexadecimal digits', () => {
    expect(identity('a.md', DATED)).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ['an edit of the body', 'a.md', `${DATED}Lain.\n`],
    ['another hour', 'a.md', DATED.replace('07:30', '09:00')],
    ['a rename', 'b/c.md', DATED],
    ['other tags', 'a.md', DATED.replace('\n---\n', '\ntags: x\n---\n')],
    ['capitals and marks', 'a.md', DATED.replace('Laut Natuna', 'LAUT  Nátuna')],
  ])('is kept by %s', (_, path, text) => {
    expect(identity(path, text)).toBe(identity('a.md', DATED));
  });

  it.each([
    ['another title', DATED.replace('tenang', 'ramai')],
    ['another day', DATED.replace('03-01', '03-02')],
    ['another source', DATED.replace('\n---\n', '\nsource_url: https://example.org/a\n---\n')],
  ])('differs with %s', (_, text) => {
    expect(identity('a.md', text)).not.toBe(identity('a.md', DATED));
  });

  it('tells articles of the same title without day and source by their files', () => {
    const text = '# Introduction\n';
    expect(identity('one/first.md', text)).not.toBe(identity('one/second.md', text));
    expect(identity('one/index.md', text)).not.toBe(identity('two/index.md', text));
    expect(identity('one/first.md', text)).toBe(identity('two/first.md', text));
    expect(identity('2024/one/first.md', text)).toBe(identity('one/first.md', text));
  });

  it('does not take the time of a file for a day that the article states', () => {
    const at = (modified: number) =>
      identityOf(parseHead({ path: 'a.md', text: '# A\n', modified }).meta, 'a.md');
    expect(at(0)).toBe(at(1e12));
  });

  it('follows a source to another file, without a day', () => {
    const text = '---\ntitle: A\nsource_url: https://example.org/a\n---\n';
    expect(identity('one.md', text)).toBe(identity('two.md', text));
  });
});
