import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from '../commands/testing/run.ts';
import type { Outcome } from './outcome.ts';
import { reviewMismatches } from './revisions/access-reviews.ts';
import { answerMismatches, type Answer } from './revisions/compare-answer.ts';
import { objectMismatches } from './revisions/compare-objects.ts';
import { writeMismatches, type LoggedRequest } from './revisions/compare-writes.ts';
import { readRevisionCase, type RevisionCase } from './revisions/revision-case.ts';
import { caseServer, startCaseCluster, type CaseCluster } from './revisions/testing/case-cluster.ts';

/** What is still in use is only removed when that is asked for; the reference never minds. */
const forced = ['uninstall-revision-default'];

/** So many servers run at once. */
const concurrency = 3;

/** What commands do to clusters: each case has a real API server of its own. */
export async function* revisionCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  const ids = readdirSync(folder)
    .sort()
    .filter((id) => existsSync(path.join(folder, id, 'command.json')))
    .filter((id) => filter.length === 0 || filter.some((word) => id.includes(word)));
  const sources = caseServer(folder);
  const running: Promise<Outcome>[] = [];
  for (const id of ids) {
    running.push(mismatchesOf(sources, folder, id).then((mismatches) => ({ id, mismatches })));
    if (running.length === concurrency) yield* await Promise.all(running.splice(0, 1));
  }
  yield* await Promise.all(running);
}

async function mismatchesOf(sources: string, folder: string, id: string): Promise<string[]> {
  const recorded = readRevisionCase(folder, id);
  const cluster = await startCaseCluster(sources, folder, recorded);
  try {
    const answer = await answerOf(recorded, cluster);
    const log = (await cluster.rig.admin('GET', '/log')) as readonly LoggedRequest[];
    const [said, written] = [answerMismatches(recorded, answer), writeMismatches(recorded, log)];
    if (said.length + written.length > 0) return [...said, ...written];
    return [
      ...(await objectMismatches(folder, recorded, cluster.writer)),
      ...(await reviewMismatches(recorded, cluster.rig, () => answerOf(recorded, cluster))),
    ];
  } finally {
    await cluster.rig.stop();
  }
}

/** What the command of a case answers; it is stopped when it waits for what does not come. */
function answerOf({ id, cwd, command, expected }: RevisionCase, { rig }: CaseCluster): Promise<Answer> {
  const { args, stdin } = command;
  const data = expected.messages === undefined || args.includes('-o') ? [] : ['-o', 'json'];
  const tooLong = AbortSignal.timeout(120_000);
  const further = forced.includes(id) ? ['--force'] : [];
  return run([...args, ...further, ...data, '--no-config'], {
    cwd,
    ...(stdin !== null && { stdin }),
    env: { KUBECONFIG: rig.kubeconfig },
    interrupt: () => tooLong,
  });
}
