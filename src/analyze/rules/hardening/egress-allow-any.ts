import { membershipOf } from '../../injection.ts';
import type { Mesh } from '../../mesh.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';
import { meshConfigPlace } from './mesh-config-place.ts';

/** What has got into a workload can send data to any address. */
export const egressAllowAny = defineRule<{ set: boolean }>({
  slug: 'hardening/egress-allow-any',
  code: 'MSH0409',
  severity: 'warning',
  summary: 'Sidecars let requests out to known hosts only.',
  hint: 'Use `outboundTrafficPolicy: {mode: REGISTRY_ONLY}` and write a ServiceEntry for each host outside; network policies have to back it up.',
  kinds: ['Sidecar', 'ConfigMap', 'IstioOperator', 'Namespace', ...workloadKinds],
  optIn: true,
  message: ({ set }) =>
    set
      ? 'requests to any address outside of the mesh are let through'
      : 'requests to any address outside of the mesh are let through, which is the default',
  check(mesh, report) {
    for (const sidecar of mesh.of('Sidecar'))
      if (sidecar.spec.outboundTrafficPolicy?.mode === 'ALLOW_ANY')
        report(sidecar, ['spec', 'outboundTrafficPolicy', 'mode'], { set: true });
    if (isAmbientOnly(mesh)) return;
    const { meshConfig } = mesh;
    const { mode } = meshConfig.spec.outboundTrafficPolicy ?? {};
    if (mode === 'REGISTRY_ONLY') return;
    if (meshConfig.resource.document.file === 'istio')
      report.undecided(meshConfig, 'the input holds no mesh config');
    else {
      const path = mode === undefined ? [] : ['outboundTrafficPolicy', 'mode'];
      report(meshConfig, meshConfigPlace(meshConfig, path), { set: mode !== undefined });
    }
  },
});

/** The node proxies of ambient mode have no such setting. */
function isAmbientOnly(mesh: Mesh): boolean {
  const members = mesh.workloads.all.map((workload) => membershipOf(mesh, workload));
  return members.includes('ambient') && !members.includes('sidecar') && !members.includes('unknown');
}
