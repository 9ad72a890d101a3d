import { InvalidArgumentError, Option } from 'commander';
import type { FailOn, FindingFormat } from '../src/output/index.ts';

/** Where a report goes: to standard output, or into a file. */
export interface ReportTarget {
  readonly format: FindingFormat;
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
];

/** `-o format` or `-o format=file`, several at once; one of them to standard output. */
export function reportOption(): Option {
  return new Option(
    '-o, --output <format[=file]>',
    'format of the report; with =file, into a file; may be repeated',
  )
    .choices(formats)
    .default([])
    .argParser((value: string, previous: readonly ReportTarget[]) => addTarget(previous, parseTarget(value)));
}

function parseTarget(value: string): ReportTarget {
  const [name = '', ...rest] = value.split('=');
  const format = formats.find((known) => known === name);
  if (format === undefined) throw new InvalidArgumentError(`use ${formats.join(', ')}`);
  if (rest.length > 0 && rest.join('=') === '') throw new InvalidArgumentError('name a file after `=`');
  return rest.length === 0 ? { format } : { format, file: rest.join('=') };
}

function addTarget(targets: readonly ReportTarget[], target: ReportTarget): readonly ReportTarget[] {
  if (target.file === undefined && targets.some(({ file }) => file === undefined)) {
    throw new InvalidArgumentError('only one report fits on standard output; send the others to files');
  }
  if (target.file !== undefined && targets.some(({ file }) => file === target.file)) {
    throw new InvalidArgumentError('each report needs a file of its own');
  }
  return [...targets, target];
}

const failOnLevels: readonly FailOn[] = ['error', 'warning', 'info', 'never'];

/** `--fail-on`: the least severity that makes the answer "no". */
export const failOnOption = (): Option =>
  new Option('--fail-on <severity>', 'exit with 1 from this severity on')
    .choices(failOnLevels)
    .default('error');
