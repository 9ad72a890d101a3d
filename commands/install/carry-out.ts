import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { InstallFailure, carryOutInstall, writesOf, type InstallPlan } from '../../src/install/index.ts';
import type { ClusterWriter } from '../../src/kube/apply/index.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';
import { resultDocument } from './install-documents.ts';
import { readyTimeout, type InstallOptions } from './install-options.ts';
import { countsOf, countsText, changesOf } from './plan-counts.ts';
import { showProgress } from './show-progress.ts';

export interface AgreedPlan {
  readonly plan: InstallPlan;
  readonly replan: () => Promise<InstallPlan>;
}

/** Carries a plan out that was agreed to, shows how it goes, and prints what came of it. Gives the exit code. */
export async function install(
  io: CommandIo,
  options: InstallOptions,
  writer: ClusterWriter,
  { plan, replan }: AgreedPlan,
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
  await printResult(io, options, plan, done);
  return 0;
}

async function printResult(
  io: CommandIo,
  { output }: InstallOptions,
  plan: InstallPlan,
  done: readonly string[],
): Promise<void> {
  const outcome = writesOf(plan).length === 0 ? 'unchanged' : 'installed';
  if (output === 'json') {
    const progress = { done, failed: [], open: [] };
    return printDocument(io, 'json', 'InstallResult', resultDocument(plan, outcome, progress));
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
