import { main } from './main.ts';

/** Runs the program in the process it is in; resolves when everything is written. */
export async function run(): Promise<void> {
  process.exitCode = await main({
    argv: process.argv.slice(2),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: () => process.cwd(),
  });
}
