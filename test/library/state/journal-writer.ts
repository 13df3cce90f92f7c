// A process of its own that keeps changes, one after the other, and says so after each: the tests kill it.
import { thisProcess } from '../../../src/cli/owner.ts';
import { openState } from '../../../src/library/state/state.ts';

const [file = '', name = '', count = '0', hold = ''] = process.argv.slice(2);
const state = openState(file, thisProcess());
const uid = (number: number) => `${name}${number.toString(16).padStart(15, '0')}`;

for (let number = 0; number < Number(count); number += 1) {
  const at = new Date(Date.UTC(2024, 0, 1) + number * 1000).toISOString();
  state.record([{ at, uid: uid(number % 40), state: 'done', words: number }]);
  process.stdout.write(`${number}\n`);
}
if (hold === 'compact') {
  const { compact } = await import('../../../src/library/state/journal.ts');
  for (;;) compact(file, (changes) => changes, thisProcess());
}
