import { Argument, Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { withNegations } from '../src/cli/negation.ts';

const program = new Command('sijori');
program
  .command('list')
  .addArgument(new Argument('[query...]'))
  .addOption(new Option('-t, --tag <tag>'))
  .addOption(new Option('-n, --limit <count>'))
  .addOption(new Option('-0, --print0'));
program.command('read').addArgument(new Argument('[article...]'));
program
  .command('tag')
  .addArgument(new Argument('<change>'))
  .addArgument(new Argument('[query...]'));

const after = (line: string) => withNegations(line.split(' '), program).join(' ');

describe('a minus before a word of a query', () => {
  it.each([
    ['list laut -natuna', 'list laut !natuna'],
    ['list -tag:asia', 'list !tag:asia'],
    ['list -"a', 'list !"a'],
    ['list -(a b)', 'list !(a b)'],
    ['list -x', 'list !x'],
    ['--lang id list -x', '--lang id list !x'],
    ['list -7', 'list !7'],
    ['list -', 'list -'],
    ['list -n 5 -t asia -0 -h', 'list -n 5 -t asia -0 -h'],
    ['list -n5 --tag -x --limit=3', 'list -n5 --tag -x --limit=3'],
    ['list -- -natuna', 'list -- -natuna'],
    ['read -natuna', 'read -natuna'],
    ['tag +a -natuna', 'tag +a !natuna'],
    ['--version', '--version'],
  ])('%s is %s', (given, meant) => {
    expect(after(given)).toBe(meant);
  });
});
