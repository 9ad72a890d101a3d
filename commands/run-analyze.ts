import { analyze, type Analysis, type AnalyzeOptions } from '../src/analyze/index.ts';
import { findingReport } from '../src/finding-report.ts';
import { printable } from '../src/output/index.ts';
import { ruleCatalogue } from '../src/rule-catalogue.ts';
import { analysisInput } from './analysis-input.ts';
import type { AnalyzeCommandOptions, Run } from './analyze-options.ts';
import type { CommandIo } from './command-io.ts';
import { exitCodeOf } from './exit-codes.ts';
import { exitCodeOfFindings } from './exit-code-of-findings.ts';
import { explainRules } from './explain-rules.ts';
import { noteNamespace } from './note-namespace.ts';
import type { FixJob } from './run-fix.ts';
import { withoutBaseline, withoutEarlier } from './known-findings.ts';
import { libraryOptions } from './library-options.ts';
import { writeReport } from './write-report.ts';

/** Reads, judges and reports; the exit code tells the outcome. */
export async function runAnalyze(
  io: CommandIo,
  named: readonly string[],
  options: AnalyzeCommandOptions,
): Promise<number> {
  if (options.explain !== undefined) return explainRules(io, options.explain);
  const start = performance.now();
  const paths = [...named, ...options.filename];
  const judgement = await libraryOptions(io, options);
  const run: Run = { paths, options, judgement };
  if (options.watch === true) {
    const { watchAnalysis } = await import('./watch-analysis.ts');
    return watchAnalysis(io, run, (found, begin) => report(io, io, inNamespace(found, options), run, begin));
  }
  const partial: boolean[] = [];
  const job: FixJob<Analysis> = {
    read: async (outside) => {
      const read = await analysisInput(outside, run);
      partial.push(read.partial);
      if (options.namespace !== undefined && options.allNamespaces !== true)
        noteNamespace(io, read.input, options.namespace);
      return read.input;
    },
    check: async (input) => inNamespace(await analyze(input, { ...judgement, ...assumed(partial) }), options),
  };
  const { checked, io: reportIo } = isFixing(options)
    ? await (await import('./run-fix.ts')).runFix(io, job, options)
    : { checked: await job.check(await job.read(io)), io };
  const code = await report(io, reportIo, checked, run, start);
  return partial.includes(true) ? exitCodeOf.environment : code;
}

/** Reports what is not known already; the exit code tells the outcome. */
async function report(
  io: CommandIo,
  reportIo: CommandIo,
  analysis: Analysis,
  run: Run,
  start: number,
): Promise<number> {
  const { options } = run;
  const { kept, baselined } = await withoutEarlier(io, await withoutBaseline(io, analysis, run), run);
  for (const notice of analysis.notices) io.note(printable(notice));
  for (const flag of analysis.unusedFlags) io.note(`note: --suppress ${printable(flag)} suppressed nothing`);
  const isSarif = options.output.some(({ format }) => format === 'sarif');
  const catalogue = isSarif ? await ruleCatalogue(run.judgement.rules) : [];
  const milliseconds = Math.round(performance.now() - start);
  await writeReport(reportIo, findingReport({ ...kept, baselined, milliseconds }, catalogue), options);
  if (options.stats === true) writeStats(io, analysis);
  if (analysis.resources === 0 && kept.findings.length === 0) noteEmpty(io);
  return exitCodeOfFindings(kept.findings, options, analysis.unreadable || lacksInput(analysis, options));
}

/** Such as the empty output of a command before the pipe, which says nothing of the mesh. */
const lacksInput = ({ documents }: Analysis, { live, compat }: AnalyzeCommandOptions): boolean =>
  documents === 0 && live !== true && compat === undefined;

/** What could not be read may exist. */
const assumed = (partial: readonly boolean[]): Pick<AnalyzeOptions, 'assume'> =>
  partial.includes(true) ? { assume: 'partial' } : {};

const isFixing = ({ fix, fixDryRun }: AnalyzeCommandOptions): boolean => fix === true || fixDryRun === true;

/** Without findings of other namespaces than the selected one. */
function inNamespace(analysis: Analysis, options: AnalyzeCommandOptions): Analysis {
  const { allNamespaces, compat } = options;
  const selected = options.namespace ?? (compat === undefined ? undefined : 'default');
  if (selected === undefined || allNamespaces === true) return analysis;
  const findings = analysis.findings.filter(({ resource: { kind, namespace, name } }) => {
    const home = kind === 'Namespace' ? name : namespace;
    return home === undefined || home === selected;
  });
  return { ...analysis, findings };
}

function writeStats(io: CommandIo, { timings }: Analysis): void {
  for (const { rule, milliseconds } of timings.toSorted((a, b) => b.milliseconds - a.milliseconds))
    io.note(`${milliseconds.toFixed(1).padStart(8)} ms  ${rule}`);
}

function noteEmpty(io: CommandIo): void {
  io.note('warning: nothing was analyzed');
  io.note('  hint: name files that hold resources');
}
