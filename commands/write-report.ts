import { appendFileSync, statSync } from 'node:fs';
import { messageOf } from '../src/errors.ts';
import {
  findingFormats,
  githubSummary,
  paint,
  summaryLine,
  undecidedLines,
  withoutLesser,
  type FindingFormat,
  type FindingReport,
  type FormatOptions,
  type Summary,
} from '../src/output/index.ts';
import type { CommandIo } from './command-io.ts';
import type { ReportOptions, ReportTarget } from './report-options.ts';
import { writeFileAtomically } from './write-file.ts';

/** What a report needs of the outside. */
export type ReportIo = Pick<CommandIo, 'colors' | 'columns' | 'cwd' | 'env' | 'note' | 'out' | 'tty'>;

/**
 * Writes a report to all targets; to standard output as a table unless a target says otherwise. The notes below count
 * every finding, shown or not.
 */
export async function writeReport(
  io: ReportIo,
  report: FindingReport,
  options: ReportOptions,
): Promise<void> {
  const { output, failOn, minSeverity } = options;
  const shown = withoutLesser(report, minSeverity);
  for (const { format, file } of output) {
    if (file !== undefined)
      writeFileAtomically(io.cwd, file, await textOf(shown, format, { root: io.cwd, failOn }));
  }
  const onScreen = screenFormat(output);
  if (onScreen !== undefined) io.out(await textOf(shown, onScreen, { root: io.cwd, failOn, ...lookOf(io) }));
  if (output.some(({ format }) => format === 'github')) writeJobSummary(io, shown);
  writeNotes(io, report.summary, onScreen, options);
}

/** The format on standard output, if any report goes there. */
function screenFormat(targets: readonly ReportTarget[]): FindingFormat | undefined {
  if (targets.length === 0) return 'table';
  return targets.find(({ file }) => file === undefined)?.format;
}

function writeNotes(
  io: ReportIo,
  summary: Summary,
  onScreen: FindingFormat | undefined,
  { maxWarnings = Infinity }: ReportOptions,
): void {
  if (onScreen === 'table') for (const line of undecidedLines(summary)) io.note(line);
  io.note(summaryLine(summary));
  if (summary.warnings > maxWarnings) io.note(`too many warnings: --max-warnings is ${maxWarnings}`);
}

const textOf = async (
  report: FindingReport,
  format: FindingFormat,
  options: FormatOptions,
): Promise<string> => (await findingFormats[format]())(report, options);

const lookOf = ({ colors, tty, columns }: ReportIo): FormatOptions => ({
  styles: paint(colors.out),
  ...(tty.stdout && columns !== undefined && { columns }),
});

/** GitHub shows few annotations of a step; the summary of the job has room for more. The report counts without it. */
function writeJobSummary(io: ReportIo, report: FindingReport): void {
  const { GITHUB_STEP_SUMMARY: file = '' } = io.env;
  if (file === '') return;
  try {
    const taken = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const text = githubSummary(report, { root: io.cwd }, taken);
    if (text === '') io.note('warning: the summary of this step is full; GitHub takes 1 MiB of it');
    else appendFileSync(file, text);
  } catch (error) {
    const reason = messageOf(error);
    io.note(`warning: the file that GITHUB_STEP_SUMMARY names cannot be written: ${reason}`);
  }
}
