import { MeshctlError } from '../../src/errors.ts';
import { writesOf, type InstallPlan } from '../../src/install/index.ts';
import { installPrecheck } from '../../src/install/precheck/index.ts';
import type { ClusterWriter } from '../../src/kube/apply/index.ts';
import type { CommandIo } from '../command-io.ts';
import type { Installation } from './plan-installation.ts';

/** A version that is not supported is a notice of the plan. */
const unsupportedVersion = 'IST0142';

/**
 * Asks the cluster whether the plan may be carried out, before anything is written.
 *
 * @throws {MeshctlError} `environment` when it may not.
 */
export async function checkFirst(
  io: CommandIo,
  writer: ClusterWriter,
  { version }: Installation,
  plan: InstallPlan,
): Promise<void> {
  const changes = writesOf(plan);
  const found = await installPrecheck(writer, { version, changes }, { signal: io.interrupt() });
  const told = found.filter(({ code }) => code !== unsupportedVersion);
  for (const { severity, message } of told) if (severity !== 'error') io.note(`note: ${message}`);
  const errors = told.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  throw new MeshctlError('environment', 'the plan cannot be carried out', {
    reason: errors.map(({ message }) => message).join('; '),
    hint: `${first.hint}; try it nevertheless with --skip-precheck`,
  });
}
