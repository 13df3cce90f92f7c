import type { Checked } from '../../checker.ts';
import { ansi } from '../../emit/ansi.ts';
import { jsonText } from '../../emit/json-text.ts';
import { type Finding, inOrder } from '../../library/check/finding.ts';
import { type Line, segment } from '../../model/line.ts';
import type { Locale } from '../../model/locale.ts';
import type { Context } from '../context.ts';
import { EXIT, messageOf, placeOf } from '../report.ts';

/** How findings are written. */
export interface FindingFormat {
  readonly json?: boolean;
  readonly ndjson?: boolean;
  /** Whether warnings count as errors. */
  readonly strict?: boolean;
}

/** Writes what was found, and how much in all on standard error; with errors the program ends with exit code 1. */
export async function report(
  checked: readonly Checked[],
  format: FindingFormat & { readonly quiet?: boolean },
  context: Context,
): Promise<void> {
  const found = inOrder(checked.flatMap(({ findings }) => findings));
  const findings = format.strict
    ? found.map((one) => ({ ...one, severity: 'error' as const }))
    : found;
  if (!format.quiet) await context.write(textOf(findings, format, context));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) context.leave(EXIT.failed);
  if (findings.length > 0 || context.errors.isTerminal) {
    context.say(summary(findings, errors, checked.length, context.locale));
  }
}

function summary(
  findings: readonly Finding[],
  errors: number,
  files: number,
  locale: Locale,
): string {
  const warnings = findings.length - errors;
  const fixable = findings.filter((one) => one.fixable).length;
  const said = locale.text('check-summary', { errors, warnings, files });
  return fixable > 0 ? `${said}; ${locale.text('check-fixable', { fixable })}` : said;
}

function textOf(findings: readonly Finding[], format: FindingFormat, context: Context): string {
  const { terminal, locale } = context;
  const records = () => findings.map((one) => ({ ...recordOf(one, locale) }));
  if (format.ndjson)
    return records()
      .map((one) => `${jsonText(one)}\n`)
      .join('');
  if (format.json) return `${jsonText(records(), 2)}\n`;
  const lines = findings.map((one) => lineOf(one, locale));
  if (terminal.styled) return ansi(lines, { colors: terminal.colors });
  return lines.map((line) => `${line.map(({ text }) => text).join('')}\n`).join('');
}

function recordOf(found: Finding, locale: Locale): Readonly<Record<string, unknown>> {
  const { path, line, column, severity, code, fixable } = found;
  return { path, line, column, severity, code, message: messageOf(found, locale), fixable };
}

function lineOf(found: Finding, locale: Locale): Line {
  const { severity, code } = found;
  return [
    segment(`${placeOf(found.path, found, locale)}: `, { bold: true }),
    segment(locale.text(severity), { color: severity === 'error' ? 'red' : 'yellow' }),
    segment(`: ${messageOf(found, locale)} `),
    segment(`[${code}]`, { dim: true }),
  ];
}
