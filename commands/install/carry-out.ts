import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import {
  InstallFailure,
  carryOutInstall,
  writesOf,
  type DesiredInstall,
  type InstallPlan,
} from '../../src/install/index.ts';
import type { VerifyReport } from '../../src/install/verify/index.ts';
import type { ClusterWriter } from '../../src/kube/apply/index.ts';
import type { CommandIo } from '../command-io.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { printDocument } from '../print-document.ts';
import { resultDocument } from './install-documents.ts';
import { readyTimeout, type InstallOptions } from './install-options.ts';
import { countsOf, countsText, changesOf } from './plan-counts.ts';
import { showProgress } from './show-progress.ts';

export interface AgreedPlan {
  readonly desired: DesiredInstall;
  readonly plan: InstallPlan;
  readonly replan: () => Promise<InstallPlan>;
}

/** Carries a plan out that was agreed to, shows how it goes, and prints what came of it. Gives the exit code. */
export async function install(
  io: CommandIo,
  options: InstallOptions,
  writer: ClusterWriter,
  { desired, plan, replan }: AgreedPlan,
): Promise<number> {
  const { wait, forceConflicts } = options;
  const events = carryOutInstall(writer, plan, {
    ...{ replan, wait, forceConflicts, timeout: readyTimeout(options) },
    holder: `${userInfo().username}@${hostname()} (meshctl ${randomUUID().slice(0, 8)})`,
    signal: io.interrupt(),
  });
  const done: string[] = [];
  try {
    await showProgress(io, plan, events, done);
  } catch (error) {
    if (io.interrupt().aborted) io.note(interruptedText(done));
    if (error instanceof InstallFailure && options.output === 'json')
      await printDocument(io, 'json', 'InstallResult', resultDocument(plan, 'failed', error.progress));
    throw error;
  }
  const { client } = writer;
  const report = options.verify ? await (await verifier())(io, client, desired) : undefined;
  await printResult(io, options, { plan, done, report });
  if (report === undefined || (report.ok && report.complete)) return 0;
  return report.ok ? exitCodeOf.environment : 1;
}

const verifier = async () => (await import('./verify-at-end.ts')).verifyAtEnd;

interface Outcome {
  readonly plan: InstallPlan;
  readonly done: readonly string[];
  readonly report: VerifyReport | undefined;
}

async function printResult(
  io: CommandIo,
  { output }: InstallOptions,
  { plan, done, report }: Outcome,
): Promise<void> {
  const outcome = writesOf(plan).length === 0 ? 'unchanged' : 'installed';
  if (output === 'json') {
    const progress = { done, failed: [], open: [] };
    const document = resultDocument(plan, outcome, progress);
    return printDocument(io, 'json', 'InstallResult', { ...document, ...(report && { verify: report }) });
  }
  const { version, revision, namespace } = plan;
  const what = `Istio ${version}, revision ${revision}, in the namespace ${namespace}`;
  const counts = countsOf(changesOf(plan));
  io.out(
    outcome === 'unchanged'
      ? `${what}: nothing to change, ${countsText(counts)}\n`
      : `${what}: installed; ${doneText(counts)}\n`,
  );
}

function doneText({ create, change, unchanged, delete: removed }: ReturnType<typeof countsOf>): string {
  return `${create} created, ${change} changed, ${removed} deleted, ${unchanged} unchanged`;
}

function interruptedText(done: readonly string[]): string {
  const place = done.length === 0 ? 'nothing is complete yet' : `complete: ${done.join(', ')}`;
  return `interrupted; ${place}; nothing was removed that is in use; the same command goes on from there`;
}
