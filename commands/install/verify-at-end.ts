import type { DesiredInstall } from '../../src/install/index.ts';
import {
  formatVerifyReport,
  readVerifySnapshot,
  verifyInstall,
  type VerifyReport,
} from '../../src/install/verify/index.ts';
import type { ClusterClient } from '../../src/kube/index.ts';
import { paint } from '../../src/output/index.ts';
import type { CommandIo } from '../command-io.ts';

/** Checks an installation as `meshctl verify` does, and shows what came out. */
export async function verifyAtEnd(
  io: CommandIo,
  client: ClusterClient,
  desired: DesiredInstall,
): Promise<VerifyReport> {
  const { namespace, revision } = desired.owner;
  const signal = io.interrupt();
  const snapshot = await readVerifySnapshot(client, { namespace, revision, desired, signal });
  const report = verifyInstall(snapshot, { revision, now: new Date() });
  io.err(formatVerifyReport(report, paint(io.colors.err)));
  return report;
}
