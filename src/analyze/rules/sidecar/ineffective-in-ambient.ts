import { isAmbient, isAmbientNamespace } from '../../injection.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds, type Workload } from '../../workloads.ts';

type Kind = 'pod-ambient' | 'namespace-ambient';

/** In ambient mode there is no sidecar that a Sidecar could configure. */
export const ineffectiveInAmbient = defineRule<{ kind: Kind; reason: string }>({
  slug: 'sidecar/ineffective-in-ambient',
  code: 'IST0167',
  severity: 'warning',
  summary: 'A Sidecar is for workloads that have a sidecar.',
  hint: 'Drop the Sidecar; in ambient mode the node proxy and waypoints have no such setting.',
  kinds: ['Sidecar', 'Namespace', ...workloadKinds],
  message: ({ reason }) => `the Sidecar has no effect: ${reason}`,
  check(mesh, report) {
    for (const sidecar of mesh.of('Sidecar')) {
      const kind = whyIneffective(mesh, sidecar);
      if (kind !== undefined) report(sidecar, ['spec'], { kind, reason: reasons[kind] });
    }
  },
});

/** Whether a workload is in ambient mode; istioctl goes by the annotation alone. */
export const isRedirectedPod = (mesh: Mesh, workload: Workload): boolean =>
  mesh.settings.compat
    ? workload.annotations['ambient.istio.io/redirection'] === 'enabled'
    : isAmbient(mesh, workload);

const reasons: Readonly<Record<Kind, string>> = {
  'pod-ambient': 'the workloads that it selects are in ambient mode and have no sidecar',
  'namespace-ambient': 'its namespace is in ambient mode, where workloads have no sidecar',
};

function whyIneffective(mesh: Mesh, { namespace, spec }: MeshObject<'Sidecar'>): Kind | undefined {
  const labels = spec.workloadSelector?.labels ?? {};
  const compat = mesh.settings.compat;
  if (Object.keys(labels).length > 0) {
    const selected = mesh.workloads.matching(labels, namespace);
    const redirected = (workload: Workload): boolean => isRedirectedPod(mesh, workload);
    const all = compat ? selected.some(redirected) : selected.length > 0 && selected.every(redirected);
    return all ? 'pod-ambient' : undefined;
  }
  if (!isAmbientNamespace(mesh, namespace)) return undefined;
  const served = !compat && mesh.workloads.in(namespace).some((workload) => !isAmbient(mesh, workload));
  return served ? undefined : 'namespace-ambient';
}
