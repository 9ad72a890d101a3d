import { InvalidArgumentError, Option } from 'commander';
import { MeshctlError } from '../src/errors.ts';
import type { Severity } from '../src/finding.ts';
import type { FailOn, FindingFormat } from '../src/output/index.ts';

/** What the flags of this file say, under the names that commander gives them. */
export interface ReportOptions {
  /** None: a table to standard output. */
  readonly output: readonly ReportTarget[];
  readonly failOn: FailOn;
  readonly minSeverity: Severity;
  readonly maxWarnings?: number;
}

/** Where a report goes: to standard output, or into a file. */
export interface ReportTarget<Format extends string = FindingFormat> {
  readonly format: Format;
  readonly file?: string;
}

/** The keys of `findingFormats`: help and completion need the names only, not the library. */
const formats: readonly FindingFormat[] = [
  'table',
  'log',
  'json',
  'yaml',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'markdown',
  'html',
];

/** `-o format` or `-o format=file`, several at once; one of them to standard output. */
export const reportOption = (): Option => targetOption(formats);

/** The same with the formats of a command. */
export function targetOption(choices: readonly string[]): Option {
  return new Option(
    '-o, --output <format[=file]>',
    'format of the report; with =file, into a file; may be repeated',
  )
    .choices(choices)
    .default([])
    .argParser((value: string, previous: readonly ReportTarget<string>[]) =>
      addTarget(previous, parseTarget(value, choices)),
    );
}

function parseTarget(value: string, choices: readonly string[]): ReportTarget<string> {
  const [name = '', ...rest] = value.split('=');
  const format = choices.find((known) => known === name);
  if (format === undefined) throw new InvalidArgumentError(`use ${choices.join(', ')}`);
  if (rest.length > 0 && rest.join('=') === '') throw new InvalidArgumentError('name a file after `=`');
  return rest.length === 0 ? { format } : { format, file: rest.join('=') };
}

function addTarget(
  targets: readonly ReportTarget<string>[],
  target: ReportTarget<string>,
): readonly ReportTarget<string>[] {
  if (target.file === undefined && targets.some(({ file }) => file === undefined)) {
    throw new MeshctlError('usage', 'only one report fits on standard output', {
      hint: 'send the others to files, as in `-o html=report.html`',
    });
  }
  if (target.file !== undefined && targets.some(({ file }) => file === target.file)) {
    throw new MeshctlError('usage', `two reports would go to ${target.file}`, {
      hint: 'give each report a file of its own',
    });
  }
  return [...targets, target];
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** `--fail-on`: the least severity that makes the answer "no". */
export const failOnOption = (): Option =>
  new Option('--fail-on <severity>', 'exit with 1 from this severity on')
    .choices([...severities, 'never'] satisfies FailOn[])
    .default('error');

/** `--min-severity`: the least severity that reports show. */
export const minSeverityOption = (): Option =>
  new Option('--min-severity <severity>', 'leave lesser findings out of reports; they still count')
    .choices(severities)
    .default('info');

/** `--max-warnings`: how many warnings the answer "yes" bears; any number without it. */
export const maxWarningsOption = (): Option =>
  new Option('--max-warnings <number>', 'exit with 1 when there are more warnings').argParser(wholeNumber);

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('give a whole number, such as 10');
  return Number(text);
}
