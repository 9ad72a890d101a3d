import { readMesh } from '../../src/analyze/index.ts';
import { podInMesh, type PolicyView } from '../../src/describe/index.ts';
import type { Column } from '../../src/output/index.ts';
import { readResources } from '../../src/resources/index.ts';
import type { CommandIo } from '../command-io.ts';
import { describedTarget } from '../described-target.ts';
import { printDocument } from '../print-document.ts';
import { printTable } from '../print-table.ts';
import { UsageError } from '../usage-error.ts';
import type { CheckOptions } from './check-options.ts';

/** Lists the policies of files that count for a workload. */
export async function listConfigured(
  io: CommandIo,
  pod: string | undefined,
  { policies: paths, request, file, admin, namespace = 'default', output }: CheckOptions,
): Promise<number> {
  if (pod === undefined)
    throw new UsageError('--policies needs a workload', { hint: 'name it: deployment/reviews.shop' });
  const proxy = { '--file': file, '--admin': admin, '--request': request };
  const other = Object.entries(proxy).find(([, value]) => value !== undefined);
  if (other !== undefined)
    throw new UsageError(`--policies and ${other[0]} do not go together`, {
      hint: 'a proxy judges requests; `meshctl describe pod --dump` compares it with files',
    });
  const target = describedTarget(pod, namespace);
  const read = await readResources(paths, { cwd: io.cwd });
  const { mesh } = await readMesh(read, { namespace: target.namespace });
  const { workload, authorization } = podInMesh(mesh, target);
  if (output === 'json' || output === 'yaml')
    await printDocument(io, output, 'WorkloadPolicyList', { workload, policies: authorization });
  else printTable(io, output, columns, authorization);
  return 0;
}

const columns: readonly Column<PolicyView>[] = [
  { header: 'action', cell: ({ action }) => action },
  { header: 'AuthorizationPolicy', cell: ({ policy }) => `${policy.name}.${policy.namespace}` },
  { header: 'rules', cell: ({ rules }) => String(rules) },
  { header: 'counts for', cell: ({ level }) => level },
  { header: 'enforced by', cell: ({ enforcedBy }) => enforcedBy },
  { header: 'dry run', cell: ({ dryRun }) => (dryRun ? 'yes' : '') },
];
