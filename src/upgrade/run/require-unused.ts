import { gatherRevisions, type MeshRevisions, type RevisionReport } from '../../revision/index.ts';
import { poll } from './poll.ts';
import type { StepContext } from './run-context.ts';
import { StepFailure } from './step-failure.ts';
import type { ActionOutcome } from './upgrade-event.ts';

/**
 * Makes sure that nobody uses a control plane: its own istiods are asked who is connected, and what names it is looked
 * for. Proxies may take a while to leave.
 *
 * @throws {StepFailure} that names who uses it.
 */
export async function requireUnused(context: StepContext, revision: string): Promise<ActionOutcome> {
  const { writer, plan, signal } = context;
  const { istioNamespace } = plan;
  const left = await poll(context, async () =>
    usesOf(await gatherRevisions(writer.client, { istioNamespace, signal }), revision),
  );
  if (left.length > 0) throw new StepFailure('barred', left);
  return 'unchanged';
}

/** Who uses a control plane, one sentence each. */
function usesOf(mesh: MeshRevisions, revision: string): readonly string[] {
  const report = mesh.revisions.find(({ name }) => name === revision);
  if (report === undefined) return [];
  const isDefault =
    mesh.defaultRevision === revision && !report.webhooks.every(({ deactivated }) => deactivated);
  return [
    ...(isDefault ? [`${revision} injects what names no revision`] : []),
    ...report.tags.map((tag) => `the tag ${tag} stands for ${revision}`),
    ...report.namespaces.map(({ name, by }) => `the namespace ${name} follows ${revision} by ${by}`),
    ...report.gateways.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name} follows ${revision}`),
    ...(report.pods.total > 0 ? [`${report.pods.total} Pods have a proxy of ${revision}`] : []),
    ...connected(report, mesh.missing),
  ];
}

function connected(
  { name, proxies, istiods }: RevisionReport,
  missing: readonly string[],
): readonly string[] {
  if (proxies !== undefined)
    return proxies.connected > 0 ? [`${proxies.connected} proxies are connected to ${name}`] : [];
  if (!istiods.some(({ ready }) => ready > 0)) return [];
  return [`the istiods of ${name} do not say who is connected${missing.map((one) => `: ${one}`).join('')}`];
}
