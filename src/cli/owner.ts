import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Owner } from '../library/state/lock.ts';

/** This process, as the owner of locks: machine, number and, where the system tells it, the moment it was started. */
export function thisProcess(): Owner {
  const host = hostname().replaceAll(/[/:]/g, '-');
  return {
    name: `${host}:${process.pid}:${startOf(process.pid) ?? ''}`,
    runs: (name) => {
      const [machine, pid = '', start] = name.split(':');
      // Of another machine's processes nothing can be known: they are left their lock.
      return machine !== host || !/^\d+$/.test(pid) || isRunning(Number(pid), start ?? '');
    },
  };
}

/** A number may have been given to another process since. */
function isRunning(pid: number, start: string): boolean {
  const now = startOf(pid);
  if (now !== undefined && start !== '') return now === start;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Clock ticks from the start of the machine to that of a process; undefined where there is no such process or `/proc`. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
