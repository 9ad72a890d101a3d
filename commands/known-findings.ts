import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  analyze,
  applyBaseline,
  baselineCoverage,
  baselineOf,
  baselineText,
  prunedBaseline,
  readBaseline,
  RuleNames,
  type Analysis,
  type Baseline,
  type BaselinePlace,
} from '../src/analyze/index.ts';
import { MeshctlError, messageOf } from '../src/errors.ts';
import { ruleCatalogue } from '../src/rule-catalogue.ts';
import { analysisInputAt } from './analysis-input.ts';
import type { Run } from './analyze-options.ts';
import type { CommandIo } from './command-io.ts';
import { writeFileAtomically } from './write-file.ts';

/** What is left of an analysis, and how many findings were known before. */
export interface Remaining {
  readonly kept: Analysis;
  readonly baselined: number;
}

/** Which baseline counts, and what the run covers. */
export type BaselineOptions = Pick<
  Run['options'],
  'baseline' | 'writeBaseline' | 'pruneBaseline' | 'rule' | 'namespace'
>;

/** Leaves out what the baseline holds; writes or prunes it where that is asked for. */
export async function withoutBaseline(
  io: CommandIo,
  analysis: Analysis,
  { options }: { readonly options: BaselineOptions },
): Promise<Remaining> {
  const { baseline: file, writeBaseline, pruneBaseline, rule, namespace } = options;
  if (file === undefined) {
    if (writeBaseline !== true && pruneBaseline !== true) return { kept: analysis, baselined: 0 };
    throw new MeshctlError('usage', 'which file is the baseline?', {
      hint: 'name it: --baseline known.json',
    });
  }
  if (pruneBaseline === true && namespace !== undefined) {
    throw new MeshctlError('usage', '--prune-baseline needs a run over all namespaces', {
      hint: 'leave out -n',
    });
  }
  const place = { cwd: io.cwd, folder: resolve(io.cwd, file, '..') };
  const baseline =
    writeBaseline === true ? writeBaselineFile(io, file, analysis, place) : readBaselineFile(io.cwd, file);
  const ran = (await ruleCatalogue()).filter(
    ({ slug, code }) => rule.length === 0 || rule.includes(slug) || rule.includes(code),
  );
  const covers = baselineCoverage(
    { files: analysis.files, ran: new RuleNames(ran), exists: existsSync },
    place,
  );
  const { findings, baselined, stale } = applyBaseline(analysis.findings, baseline, { ...place, covers });
  if (stale.length > 0) noteStale(io, file, baseline, stale, pruneBaseline === true);
  return { kept: { ...analysis, findings }, baselined };
}

/** A baseline may lie among the files that are read, and be written anew; other files of the input are not to be lost. */
function writeBaselineFile(io: CommandIo, file: string, analysis: Analysis, place: BaselinePlace): Baseline {
  const target = resolve(io.cwd, file);
  const isInput = analysis.files.some((name) => resolve(io.cwd, name) === target);
  if (isInput && !isBaseline(io.cwd, file)) {
    throw new MeshctlError('usage', `the baseline would replace ${file}, which is to be checked`, {
      hint: 'name another file: --baseline known.json',
    });
  }
  const baseline = baselineOf(analysis.findings, place);
  writeFileAtomically(io.cwd, file, baselineText(baseline));
  io.note(`wrote ${baseline.length} entries to ${file}`);
  return baseline;
}

function isBaseline(cwd: string, file: string): boolean {
  try {
    readBaselineFile(cwd, file);
    return true;
  } catch (error) {
    if (error instanceof MeshctlError) return false;
    throw error;
  }
}

function readBaselineFile(cwd: string, file: string): Baseline {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw new MeshctlError('input', `cannot read the baseline ${file}`, {
      reason: messageOf(cause),
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

/** Leaves out what an analysis of the same files at a commit finds, too. */
export async function withoutEarlier(
  io: CommandIo,
  { kept, baselined: before }: Remaining,
  { paths, options, judgement }: Run,
): Promise<Remaining> {
  if (options.since === undefined) return { kept, baselined: before };
  const place = { cwd: io.cwd, folder: io.cwd };
  const then = await analyze(analysisInputAt(io, options.since, paths, options), judgement);
  const { findings, baselined } = applyBaseline(kept.findings, baselineOf(then.findings, place), place);
  return { kept: { ...kept, findings }, baselined: before + baselined };
}
