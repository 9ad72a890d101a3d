import { mayBeInMesh } from '../../injection.ts';
import { defineRule, type Report } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { selectedWorkloads, withoutWorkloads } from '../../selected-workloads.ts';
import { selectorText, workloadKinds } from '../../workloads.ts';

type Args = Readonly<{ labels: string }>;

/** A policy protects the workloads of the mesh that it selects; one that selects none protects nothing. */
export const noWorkload = defineRule<Args>({
  slug: 'authorizationpolicy/no-workload',
  code: 'IST0127',
  severity: 'warning',
  summary: 'An AuthorizationPolicy protects some workload of the mesh.',
  hint: 'Compare the labels with those of the Pods; they must have a sidecar or be in ambient mode.',
  kinds: ['AuthorizationPolicy', 'Namespace', 'KubernetesGateway', ...workloadKinds],
  message: ({ labels }) =>
    labels === ''
      ? 'the policy protects nothing: its namespace has no workload of the mesh'
      : `the policy protects nothing: no workload of the mesh has the labels ${labels}`,
  check(mesh, report) {
    for (const policy of mesh.of('AuthorizationPolicy')) {
      const { selector } = policy.spec;
      const isRoot = policy.namespace === mesh.rootNamespace;
      if ((isRoot && selector === undefined) || (!mesh.settings.compat && isForOthers(mesh, policy)))
        continue;
      const selected = selectedWorkloads(mesh, policy, selector?.matchLabels ?? {});
      if (!selected.some((workload) => mayBeInMesh(mesh, workload))) reportOn(mesh, policy, report);
    }
  },
});

function reportOn(mesh: Mesh, policy: MeshObject<'AuthorizationPolicy'>, report: Report<Args>): void {
  const { namespace, spec } = policy;
  const labels = spec.selector?.matchLabels ?? {};
  const where = namespace === mesh.rootNamespace ? undefined : namespace;
  const unsure = withoutWorkloads(mesh, where, namespace);
  if (unsure.severity !== undefined && Object.keys(labels).length === 0)
    report.undecided(policy, 'the input holds no workload of its namespace');
  else {
    const path = spec.selector === undefined ? ['spec'] : ['spec', 'selector'];
    report(policy, path, { labels: selectorText(labels) }, unsure);
  }
}

/** Policies for objects that they name, and for the proxies that istiod makes for Gateways of Gateway API. */
function isForOthers(mesh: Mesh, { namespace, spec }: MeshObject<'AuthorizationPolicy'>): boolean {
  const { selector: { matchLabels = {} } = {}, targetRef, targetRefs = [] } = spec;
  if (targetRef !== undefined || targetRefs.length > 0) return true;
  if (Object.keys(matchLabels).length > 0) return 'gateway.networking.k8s.io/gateway-name' in matchLabels;
  return mesh.derive(namespacesOfGateways).has(namespace);
}

const namespacesOfGateways = (mesh: Mesh): ReadonlySet<string> =>
  new Set(mesh.of('KubernetesGateway').map(({ namespace }) => namespace));
