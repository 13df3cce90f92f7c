import type * as fs from 'node:fs';

/** Which call of the file system fails, and how; shared by a test and its mock of `node:fs`. */
export interface Fault {
  /** The call that fails, from 1; 0 for none. */
  countdown: number;
  code: string;
  /** Calls so far. */
  seen: number;
  /** A file system without hard links, as on many sticks. */
  linkless: boolean;
}

const CALLS = [
  'mkdirSync',
  'statSync',
  'openSync',
  'readFileSync',
  'readdirSync',
  'writeFileSync',
  'fsyncSync',
  'closeSync',
  'linkSync',
  'lstatSync',
  'renameSync',
] as const;

type Call = (typeof CALLS)[number];

/** `node:fs` with every call counted, and the one that is due failing. */
export function failingFs(real: typeof fs, fault: Fault): typeof fs {
  const fail = (code: string): never => {
    throw Object.assign(new Error(code), { code, errno: -1 });
  };
  /** A disk that fills up takes a part of the text first; a file that could not be closed is closed. */
  const half: Partial<Record<Call, (file: number, text: unknown) => unknown>> = {
    writeFileSync: (file, text) =>
      typeof file === 'number' && real.writeSync(file, String(text).slice(0, 3)),
    closeSync: (file) => real.closeSync(file),
  };
  const failing =
    (name: Call) =>
    (...args: unknown[]) => {
      fault.seen += 1;
      if (name === 'linkSync' && fault.linkless) fail('EPERM');
      if (fault.seen !== fault.countdown)
        return (real[name] as (...all: unknown[]) => unknown)(...args);
      half[name]?.(args[0] as number, args[1]);
      return fail(fault.code);
    };
  return { ...real, ...Object.fromEntries(CALLS.map((name) => [name, failing(name)])) };
}

/**
 * Does a work with its Nth call failing, for every N, each time after `prepare`, and looks at what it came to.
 * Returns how many calls the whole work has.
 */
export async function eachFailing(
  fault: Fault,
  code: string,
  work: { prepare(): unknown; run(): unknown; look(error: unknown): void },
): Promise<number> {
  await work.prepare();
  Object.assign(fault, { seen: 0, countdown: 0, code });
  await work.run();
  const calls = fault.seen;
  for (let nth = 1; nth <= calls; nth++) {
    await work.prepare();
    Object.assign(fault, { seen: 0, countdown: nth });
    const error = await errorOf(work.run);
    fault.countdown = 0;
    work.look(error);
  }
  return calls;
}

async function errorOf(run: () => unknown): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error;
  }
}
