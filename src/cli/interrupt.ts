const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does `last` when the user or the system ends the program, and then lets it end as it would have. Files are written
 * without a pause, so none is half written then. Returns what takes this back.
 */
export function beforeInterrupt(last: () => void): () => void {
  const end = (signal: NodeJS.Signals) => {
    release();
    last();
    process.kill(process.pid, signal);
  };
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return release;
}

/** Waits until a signal that has come is heard: nothing else in a work on files waits for the system. */
export function signalsHeard(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
