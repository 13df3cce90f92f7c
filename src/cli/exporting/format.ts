import { ReaderError } from '../../model/errors.ts';
import type { Context } from '../context.ts';

/** How an article is written to a file. */
export type FileFormat = 'markdown' | 'html' | 'plain' | 'json';

/** The options that say how and where articles are written. */
export interface ExportChoices {
  /** A folder; `-` is standard output. */
  readonly output?: string;
  readonly format?: FileFormat;
  readonly plain?: boolean;
  readonly json?: boolean;
  readonly html?: boolean;
  /** Replaces whatever is there. */
  readonly force?: boolean;
}

/** The folder and the format asked for; undefined for the stream. @throws ReaderError `usage` for a stream of something else. */
export function filesAsked(
  options: ExportChoices,
  { locale }: Context,
): { folder: string; format: FileFormat } | undefined {
  const format = formatAsked(options);
  const { output = '-' } = options;
  if (output !== '-') return { folder: output, format: format ?? 'markdown' };
  const misused = options.force ? '--force' : format === 'json' ? undefined : format;
  if (misused === undefined) return undefined;
  const option = misused === '--force' ? misused : `--format ${misused}`;
  const message = locale.text('export-needs-output', { option });
  throw new ReaderError('usage', { message, command: 'export ' });
}

function formatAsked({ format, json, html, plain }: ExportChoices): FileFormat | undefined {
  if (format) return format;
  if (json) return 'json';
  if (html) return 'html';
  return plain ? 'plain' : undefined;
}
