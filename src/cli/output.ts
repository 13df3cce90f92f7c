/** A stream that takes text at its own pace, as `process.stdout` does. */
export interface Sink {
  write(text: string, done: (error?: Error | null) => void): boolean;
  on(event: 'error', handler: (error: NodeJS.ErrnoException) => void): unknown;
}

/** Largest piece written at once, in UTF-16 units: a slow reader is waited for between pieces. */
const PIECE = 65_536;

/** The reader of the pipe is gone: nobody wants the rest, which is no failure. */
export class PipeClosed extends Error {
  override readonly name = 'PipeClosed';

  /** By name, as for ReaderError: each lazily loaded part has its own copy of this class. */
  static override [Symbol.hasInstance](value: unknown): value is PipeClosed {
    return value instanceof Error && value.name === 'PipeClosed';
  }
}

/** A writer that waits until each piece is taken. @throws PipeClosed, or the stream's own error (a full disk). */
export function writerTo(stream: Sink): (text: string) => Promise<void> {
  stream.on('error', () => {});
  return async (text) => {
    for (let at = 0; at < text.length; at += PIECE) {
      await writePiece(stream, text.slice(at, at + PIECE));
    }
  };
}

/** What a pipe, a socket and a stream say when nobody reads from them any more. */
const GONE = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

function writePiece(stream: Sink, piece: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => {
      const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
      if (code !== undefined && GONE.has(code)) reject(new PipeClosed());
      else if (error) reject(error);
      else resolve();
    });
  });
}
