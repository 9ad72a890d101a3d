import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  analyze,
  applyBaseline,
  baselineOf,
  baselineText,
  loadRules,
  policyOf,
  prunedBaseline,
  readBaseline,
  RuleNames,
  type Analysis,
  type AnalysisInput,
  type AnalyzeOptions,
  type Baseline,
} from '../src/analyze/index.ts';
import type { Channel } from '../src/api/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { findingReport } from '../src/finding-report.ts';
import { given } from '../src/given.ts';
import { printable } from '../src/output/index.ts';
import { readResources, type ReadOptions, type ReadResult } from '../src/resources/index.ts';
import { ruleCatalogue } from '../src/rule-catalogue.ts';
import type { CommandIo } from './command-io.ts';
import { earlierReports } from './earlier-reports.ts';
import { exitCodeOfFindings } from './exit-code-of-findings.ts';
import type { ReportOptions } from './report-options.ts';
import { explainRules } from './explain-rules.ts';
import { writeFileAtomically } from './write-file.ts';
import { writeReport } from './write-report.ts';

/** The input of one cluster of a mesh. */
export interface ClusterPaths {
  readonly name: string;
  readonly paths: readonly string[];
}

/** What the command line of `meshctl analyze` says. */
export interface AnalyzeCommandOptions extends ReportOptions {
  readonly filename: readonly string[];
  readonly cluster: readonly ClusterPaths[];
  readonly namespace?: string;
  readonly allNamespaces?: boolean;
  readonly meshConfig?: string;
  readonly meshNetworks?: string;
  readonly gatewayApiChannel: Channel;
  readonly stdinFilename?: string;
  readonly assume: 'partial' | 'complete';
  readonly unit: 'auto' | 'dir' | 'file' | 'all';
  readonly compat?: 'istioctl';
  readonly rule: readonly string[];
  readonly suppress: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly istioVersion?: string;
  readonly kubernetesVersion?: string;
  readonly now?: Date;
  readonly strict: boolean;
  readonly explain?: string;
  readonly stats?: boolean;
}

/** Reads, judges and reports; the exit code tells the outcome. */
export async function runAnalyze(
  io: CommandIo,
  named: readonly string[],
  options: AnalyzeCommandOptions,
): Promise<number> {
  if (options.explain !== undefined) return explainRules(io, options.explain);
  const start = performance.now();
  const paths = [...named, ...options.filename];
  const input = await readInput(io, paths, options);
  const analysis = inNamespace(await analyze(input, await analyzeOptions(io, options)), options);
  const { kept, baselined } = withBaseline(io, analysis, options);
  for (const notice of analysis.notices) io.note(printable(notice));
  for (const flag of analysis.unusedFlags) io.note(`note: --suppress ${printable(flag)} suppressed nothing`);
  const catalogue = options.output.some(({ format }) => format === 'sarif') ? await ruleCatalogue() : [];
  const milliseconds = Math.round(performance.now() - start);
  const report = findingReport({ ...kept, baselined, milliseconds }, catalogue);
  await writeReport(io, report, options);
  if (options.stats === true) writeStats(io, analysis);
  if (analysis.resources === 0 && kept.findings.length === 0) noteEmpty(io);
  return exitCodeOfFindings(kept.findings, options, analysis.unreadable);
}

async function readInput(
  io: CommandIo,
  paths: readonly string[],
  { cluster, output, stdinFilename }: AnalyzeCommandOptions,
): Promise<AnalysisInput> {
  if (paths.length > 0 && cluster.length > 0) {
    throw new MeshctlError('usage', 'paths and --cluster do not go together', {
      hint: 'name the cluster of every path: --cluster east=mesh/east --cluster west=mesh/west',
    });
  }
  const all = [...paths, ...cluster.flatMap((one) => one.paths)];
  if (all.length === 0) {
    throw new MeshctlError('usage', 'nothing to analyze', {
      hint: 'name files or folders (`meshctl analyze mesh/`), or `-` for standard input',
    });
  }
  const readOptions: ReadOptions = {
    cwd: io.cwd,
    except: earlierReports(io.cwd, all, output),
    stdin: { [Symbol.asyncIterator]: () => io.stdin()[Symbol.asyncIterator]() },
    ...given({ stdinFilename }),
  };
  if (cluster.length === 0) return readResources(paths, readOptions);
  const clusters: Record<string, ReadResult> = {};
  for (const one of cluster) clusters[one.name] = await readResources(one.paths, readOptions);
  return clusters;
}

async function analyzeOptions(io: CommandIo, options: AnalyzeCommandOptions): Promise<AnalyzeOptions> {
  const { gatewayApiChannel: channel, strict, assume, unit, compat, rule, now } = options;
  const own = await loadRules(io.project?.rules ?? []);
  const names = new RuleNames(await ruleCatalogue(own));
  const { meshConfig, meshNetworks, istioVersion, kubernetesVersion } = options;
  const readFile = async (file: string | undefined): Promise<ReadResult | undefined> =>
    file === undefined ? undefined : readResources([file], { cwd: io.cwd });
  return {
    ...{ channel, strict, assume, unit, rules: own, cwd: io.cwd },
    policy: policyOf(io.project?.policy, options.suppress, names),
    ...given({
      namespace: namespaceOf(options),
      only: rule.length > 0 ? rule : undefined,
      ...{ compat, now, istioVersion, kubernetesVersion },
      meshConfig: await readFile(meshConfig),
      meshNetworks: await readFile(meshNetworks),
    }),
  };
}

/** The namespace of objects that name none; as istioctl has it, none at all when all are selected. */
function namespaceOf({ namespace, allNamespaces, compat }: AnalyzeCommandOptions): string | undefined {
  if (compat === undefined) return namespace;
  return allNamespaces === true ? '' : (namespace ?? 'default');
}

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

interface Remaining {
  readonly kept: Analysis;
  readonly baselined: number;
}

/** Leaves out what the baseline holds; writes or prunes it where that is asked for. */
function withBaseline(
  io: CommandIo,
  analysis: Analysis,
  { baseline: file, writeBaseline, pruneBaseline }: AnalyzeCommandOptions,
): Remaining {
  if (file === undefined) {
    if (writeBaseline !== true && pruneBaseline !== true) return { kept: analysis, baselined: 0 };
    throw new MeshctlError('usage', 'which file is the baseline?', {
      hint: 'name it: --baseline known.json',
    });
  }
  const place = { cwd: io.cwd, folder: resolve(io.cwd, file, '..') };
  if (writeBaseline === true) {
    const baseline = baselineOf(analysis.findings, place);
    writeFileAtomically(io.cwd, file, baselineText(baseline));
    io.note(`wrote ${baseline.length} entries to ${file}`);
  }
  const baseline = readBaselineFile(io.cwd, file);
  const { findings, baselined, stale } = applyBaseline(analysis.findings, baseline, place);
  if (stale.length > 0) noteStale(io, file, baseline, stale, pruneBaseline === true);
  return { kept: { ...analysis, findings }, baselined };
}

function readBaselineFile(cwd: string, file: string): Baseline {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw new MeshctlError('input', `cannot read the baseline ${file}`, {
      reason: cause instanceof Error ? cause.message : String(cause),
      hint: 'make one from the findings of today: --baseline FILE --write-baseline',
      cause,
    });
  }
  return readBaseline(text, file);
}

function noteStale(io: CommandIo, file: string, baseline: Baseline, stale: Baseline, prune: boolean): void {
  const count = stale.length === 1 ? '1 entry' : `${stale.length} entries`;
  if (!prune) {
    io.note(`note: ${count} of ${file} are no longer found; --prune-baseline takes them out`);
    return;
  }
  writeFileAtomically(io.cwd, file, baselineText(prunedBaseline(baseline, stale)));
  io.note(`took ${count} out of ${file}`);
}

function writeStats(io: CommandIo, { timings }: Analysis): void {
  for (const { rule, milliseconds } of timings.toSorted((a, b) => b.milliseconds - a.milliseconds))
    io.note(`${milliseconds.toFixed(1).padStart(8)} ms  ${rule}`);
}

function noteEmpty(io: CommandIo): void {
  io.note('warning: nothing was analyzed');
  io.note('  hint: name files that hold resources');
}
