import { appendFileSync } from 'node:fs';
import {
  findingFormats,
  githubSummary,
  paint,
  summaryLine,
  type FailOn,
  type FindingFormat,
  type FindingReport,
  type FormatOptions,
} from '../src/output/index.ts';
import type { CommandIo } from './command-io.ts';
import type { ReportTarget } from './report-options.ts';
import { writeFileAtomically } from './write-file.ts';

/** Writes a report to all targets; to standard output as a table unless a target says otherwise. */
export async function writeReport(
  io: CommandIo,
  report: FindingReport,
  targets: readonly ReportTarget[],
  failOn: FailOn,
): Promise<void> {
  for (const { format, file } of targets) {
    if (file !== undefined)
      writeFileAtomically(io.cwd, file, await textOf(report, format, { root: io.cwd, failOn }));
  }
  if (targets.length === 0 || targets.some(({ file }) => file === undefined)) {
    const { format } = targets.find(({ file }) => file === undefined) ?? { format: 'table' };
    io.out(await textOf(report, format, { root: io.cwd, failOn, ...lookOf(io) }));
  }
  if (targets.some(({ format }) => format === 'github')) writeJobSummary(io, report);
  io.note(summaryLine(report.summary));
}

const textOf = async (
  report: FindingReport,
  format: FindingFormat,
  options: FormatOptions,
): Promise<string> => (await findingFormats[format]())(report, options);

const lookOf = ({ colors, tty, columns }: CommandIo): FormatOptions => ({
  styles: paint(colors.out),
  ...(tty.stdout && columns !== undefined && { columns }),
});

/** GitHub shows few annotations of a step; the summary of the job has room for more. The report counts without it. */
function writeJobSummary(io: CommandIo, report: FindingReport): void {
  const { GITHUB_STEP_SUMMARY: file = '' } = io.env;
  if (file === '') return;
  try {
    appendFileSync(file, githubSummary(report, { root: io.cwd }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    io.note(`warning: the file that GITHUB_STEP_SUMMARY names cannot be written: ${reason}`);
  }
}
