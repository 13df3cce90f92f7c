import { fstatSync, writeSync } from 'node:fs';
import { main, type Process } from './main.ts';

/** Runs the program in the process it is in; resolves when everything is written. */
export async function run(): Promise<void> {
  process.exitCode = await main({
    argv: process.argv.slice(2),
    env: process.env,
    // Opening a stream costs milliseconds: each is opened by its first use.
    get stdin() {
      return process.stdin;
    },
    stdout: outputTo(1) ?? process.stdout,
    get stderr() {
      return process.stderr;
    },
    cwd: () => process.cwd(),
  });
}

/** Milliseconds between tries to write to a pipe whose reader is slow. */
const PAUSE = 5;

/** A file, a pipe or a socket (Node's pipe to a child) is written to directly; a terminal (or what may be one) goes the way of Node's streams. */
function outputTo(descriptor: number): Process['stdout'] | undefined {
  const stat = fstatSync(descriptor);
  if (!stat.isFIFO() && !stat.isFile() && !stat.isSocket()) return undefined;
  return {
    on: () => undefined,
    write: (text, done) => {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) {
        try {
          at += writeSync(descriptor, bytes, at);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') {
            done(error as Error);
            return true;
          }
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
        }
      }
      done();
      return true;
    },
  };
}
