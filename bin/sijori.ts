#!/usr/bin/env node
import { main } from '../src/cli/main.ts';

const args = process.argv.slice(2);
main({
  argv: args,
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: () => process.cwd(),
}).then((code) => {
  process.exitCode = code;
});
