import { appendFileSync } from 'node:fs';
import { InvalidArgumentError, Option } from 'commander';
import type { Finding, Severity } from '../src/finding.ts';
import {
  findingFormats,
  githubSummary,
  paint,
  summaryLine,
  type FindingFormat,
  type FindingReport,
  type FormatOptions,
} from '../src/output/index.ts';
import type { CommandIo } from './command-io.ts';
import { writeFileAtomically } from './write-file.ts';

/** Where a report goes: to standard output, or into a file. */
export interface ReportTarget {
  readonly format: FindingFormat;
  readonly file?: string;
}

const formats = Object.keys(findingFormats) as FindingFormat[];

/** `-o format` or `-o format=file`, several at once. */
export function reportOption(): Option {
  return new Option(
    '-o, --output <format[=file]>',
    `format of the report: ${formats.join(', ')}; with =file, into a file`,
  )
    .default([])
    .argParser((value: string, previous: readonly ReportTarget[]) => [...previous, parseTarget(value)]);
}

function parseTarget(value: string): ReportTarget {
  const [name = '', ...rest] = value.split('=');
  const format = formats.find((known) => known === name);
  if (format === undefined) throw new InvalidArgumentError(`use ${formats.join(', ')}`);
  return rest.length === 0 ? { format } : { format, file: rest.join('=') };
}

export const failOnLevels = ['error', 'warning', 'info', 'never'] as const;
export type FailOn = (typeof failOnLevels)[number];

/** `--fail-on`: the least severity that makes the answer "no". */
export const failOnOption = (): Option =>
  new Option('--fail-on <severity>', 'exit with 1 from this severity on')
    .choices(failOnLevels)
    .default('error');

const rank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Whether findings reach the severity that fails the command. */
export const fails = (findings: readonly Finding[], failOn: FailOn): boolean =>
  failOn !== 'never' && findings.some(({ severity }) => rank[severity] >= rank[failOn]);

/** Writes a report to all targets; to standard output as a table unless a target says otherwise. */
export async function writeReport(
  io: CommandIo,
  report: FindingReport,
  targets: readonly ReportTarget[],
  failOn: FailOn,
): Promise<void> {
  const onStdout = targets.filter(({ file }) => file === undefined);
  if (onStdout.length > 1) throw new TypeError('only one report fits on standard output');
  for (const { format, file } of targets) {
    if (file !== undefined) writeFileAtomically(io.cwd, file, await textOf(io, report, format, failOn));
  }
  const { format } = onStdout[0] ?? { format: 'table' };
  if (onStdout.length > 0 || targets.length === 0) io.out(await textOf(io, report, format, failOn, true));
  const summaryFile = io.env['GITHUB_STEP_SUMMARY'];
  if (
    summaryFile !== undefined &&
    summaryFile !== '' &&
    targets.some((target) => target.format === 'github')
  ) {
    appendFileSync(summaryFile, await githubSummary(report, { root: io.cwd }));
  }
  io.note(summaryLine(report.summary));
}

async function textOf(
  io: CommandIo,
  report: FindingReport,
  format: FindingFormat,
  failOn: FailOn,
  onStdout = false,
): Promise<string> {
  const options: FormatOptions = {
    root: io.cwd,
    failOn,
    styles: paint(onStdout && io.colors.out),
    ...(onStdout && io.tty.stdout && io.columns !== undefined && { columns: io.columns }),
  };
  return (await findingFormats[format]())(report, options);
}
