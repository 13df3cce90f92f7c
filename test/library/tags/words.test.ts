import { describe, expect, it } from 'vitest';
import { planFor } from '../../../src/library/tags/plan.ts';
import { askedOf } from '../../../src/library/tags/words.ts';

/** What words make of the tags `x, y, a/b`, and the query that is left. */
function made(line: string): unknown {
  const asked = askedOf(line.split('|'));
  return (
    asked && [planFor(['x', 'y', 'a/b'], asked.change).result.join(' '), asked.query.join(' ')]
  );
}

describe('the words of a change of tags', () => {
  it.each([
    ['+c|laut', ['x y a/b c', 'laut']],
    ['+c|-x|!y|is:done|-draft', ['a/b c', 'is:done -draft']],
    ['+#c,d|q', ['x y a/b c d', 'q']],
    ['-x|-tag:z', ['y a/b', '-tag:z']],
    ['+Korea  Utara|q', ['x y a/b Korea Utara', 'q']],
    ['+c', ['x y a/b c', '']],
    ['rename|a|z', ['x y z/b', '']],
    ['rename|x|y', ['y a/b', '']],
    ['rename|X|x', ['x y a/b', '']],
  ])('%s', (line, expected) => expect(made(line)).toEqual(expected));

  it.each([
    '',
    'laut',
    '+',
    '+a;b|q',
    '+a,|q',
    '-x|--nosuch',
    '--x|q',
    'rename|a',
    'rename|a|b|c',
    'rename||b',
    '+a\nb|q',
  ])('are refused: %j', (line) => expect(made(line)).toBeUndefined());
});
