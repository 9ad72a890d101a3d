import path from 'node:path';
import type { AnalysisInput } from '../src/analyze/index.ts';
import {
  fixDiff,
  planFixes,
  withTexts,
  type Checked,
  type FixedFile,
  type FixPlan,
} from '../src/analyze/fix/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { printable } from '../src/output/index.ts';
import type { ReadResult } from '../src/resources/index.ts';
import type { CommandIo } from './command-io.ts';
import { readFixable, writeFixed } from './fixed-files.ts';
import { keptStdin } from './kept-stdin.ts';
import type { ReportOptions } from './report-options.ts';

/** What the flags for fixes say. */
export interface FixFlags extends Pick<ReportOptions, 'output'> {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly stdinFilename?: string;
}

/** What to fix, and who judges it. */
export interface FixJob<C extends Checked> {
  readonly read: (io: CommandIo) => Promise<AnalysisInput>;
  readonly check: (input: AnalysisInput) => Promise<C>;
}

export interface FixOutcome<C extends Checked> {
  /** What there is to report: after the fixes, or before them when they are only shown. */
  readonly checked: C;
  /** Where reports go: to standard error when standard output holds a patch or a fixed text. */
  readonly io: CommandIo;
}

/** `--fix`: writes the fixed files. `--fix-dry-run`: prints what would change as a patch. */
export async function runFix<C extends Checked>(
  io: CommandIo,
  { read, check }: FixJob<C>,
  flags: FixFlags,
): Promise<FixOutcome<C>> {
  const { fixDryRun = false, stdinFilename = '-' } = flags;
  const kept = keptStdin(io);
  const input = await read({ ...io, stdin: kept.stdin });
  const stdin = kept.wasRead() ? { file: stdinFilename, text: kept.text } : undefined;
  const usesOut = fixDryRun || stdin !== undefined;
  if (usesOut) refuseReports(flags);
  const files = filesOf(input);
  const readFile = (file: string): string | undefined => {
    if (file === stdin?.file) return stdin.text();
    return files.has(file) ? readFixable(io.cwd, file) : undefined;
  };
  const checked = await check(input);
  const plan = await planFixes(checked, { readFile, check: (texts) => check(withOtherTexts(input, texts)) });
  if (fixDryRun) io.out(fixDiff(plan.files.map((file) => named(io.cwd, file, stdin))));
  else writeAll(io, plan, stdin);
  noteFixes(io, plan, fixDryRun);
  return {
    checked: fixDryRun ? checked : plan.checked,
    io: usesOut ? { ...io, out: io.err, colors: { ...io.colors, out: io.colors.err } } : io,
  };
}

/** Standard input, if it was read: its fixed text goes to standard output. */
interface Stdin {
  readonly file: string;
  readonly text: () => string | undefined;
}

function refuseReports({ output, fixDryRun = false }: FixFlags): void {
  if (output.every(({ file }) => file !== undefined)) return;
  const what = fixDryRun ? 'the patch' : 'the fixed text';
  throw new MeshctlError('usage', `${what} and a report do not both fit on standard output`, {
    hint: 'send the report to a file, as in `-o json=report.json`',
  });
}

const readsOf = (input: AnalysisInput): readonly ReadResult[] =>
  isRead(input) ? [input] : Object.values(input);

const isRead = (input: AnalysisInput): input is ReadResult => Array.isArray(input.documents);

const filesOf = (input: AnalysisInput): ReadonlySet<string> =>
  new Set(readsOf(input).flatMap(({ documents }) => documents.map(({ file }) => file)));

function withOtherTexts(input: AnalysisInput, texts: ReadonlyMap<string, string>): AnalysisInput {
  if (isRead(input)) return withTexts(input, texts);
  return Object.fromEntries(Object.entries(input).map(([name, read]) => [name, withTexts(read, texts)]));
}

/** A file under the name that a patch can have: from the working folder on. */
function named(cwd: string, { file, before, after }: FixedFile, stdin: Stdin | undefined) {
  if (file === '-' && stdin !== undefined) return { file: 'stdin', before, after };
  const name = path.relative(cwd, path.resolve(cwd, file));
  return { file: name.split(path.sep).join('/'), before, after };
}

function writeAll<C extends Checked>(io: CommandIo, { files }: FixPlan<C>, stdin: Stdin | undefined): void {
  for (const file of files)
    if (file.file !== stdin?.file && file.before !== file.after) writeFixed(io.cwd, file);
  if (stdin === undefined) return;
  const fixed = files.find(({ file }) => file === stdin.file);
  io.out(fixed?.after ?? stdin.text() ?? '');
}

function noteFixes<C extends Checked>(io: CommandIo, { files }: FixPlan<C>, dryRun: boolean): void {
  const changed = files.filter(({ before, after }) => before !== after);
  const fixes = changed.reduce((sum, { made }) => sum + made.length, 0);
  const verb = dryRun ? 'would fix' : 'fixed';
  io.note(
    fixes === 0 ? 'nothing to fix' : `${verb} ${count(fixes, 'finding')} in ${count(changed.length, 'file')}`,
  );
  for (const { file, left } of files)
    for (const { finding, description, reason } of left)
      io.note(printable(`not fixed: ${file}:${finding.range.start.line}: ${description}: ${reason}`));
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
