import { MeshctlError } from '../../src/errors.ts';
import type { ClusterClient } from '../../src/kube/index.ts';
import { judgeClock } from '../../src/vm/index.ts';
import type { CommandIo } from '../command-io.ts';

/**
 * Before a token is asked for: warns when our clock is not that of the cluster.
 *
 * @throws {MeshctlError} `environment` when it differs by more than the token is valid, in seconds.
 */
export function checkClock(
  io: Pick<CommandIo, 'note'>,
  { clockOffset }: Pick<ClusterClient, 'clockOffset'>,
  tokenSeconds: number,
): void {
  const fault = judgeClock(clockOffset(), tokenSeconds);
  if (fault === undefined) return;
  const { severity, message, cure } = fault;
  if (severity === 'error')
    throw new MeshctlError('environment', message, { reason: 'no token was asked for', hint: cure });
  io.note(`warning: ${message}`);
  io.note(`  hint: ${cure}`);
}
