import { mayExist } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import { defineRule } from '../../rule.ts';
import { backendTargets, istioTargets, type PolicyTarget } from './targets.ts';

/** A policy for something that does not exist protects nothing. */
export const targetNotFound = defineRule<{ target: string }>({
  slug: 'k8spolicy/target-not-found',
  code: 'MSH0253',
  severity: 'error',
  summary: 'The targets of policies exist.',
  hint: 'Targets are in the namespace of the policy.',
  kinds: [
    'AuthorizationPolicy',
    'RequestAuthentication',
    'Telemetry',
    'WasmPlugin',
    'TrafficExtension',
    'BackendTLSPolicy',
    'XBackendTrafficPolicy',
    'KubernetesGateway',
    'Service',
    'ServiceEntry',
  ],
  message: ({ target }) => `there is no ${target}`,
  check(mesh, report) {
    for (const found of [...mesh.derive(istioTargets), ...mesh.derive(backendTargets)]) {
      const { policy, path, group, kind, name } = found;
      const state = lookup(mesh, found, targetKinds.get(`${group}/${kind}`));
      if (state === 'found') continue;
      const target = `${kind} ${policy.namespace}/${name}`;
      report(policy, path, { target }, state === 'undecided' ? mayExist(target) : {});
    }
  },
});

type TargetKind = 'KubernetesGateway' | 'Service' | 'ServiceEntry';

const targetKinds: ReadonlyMap<string, TargetKind> = new Map([
  ['gateway.networking.k8s.io/Gateway', 'KubernetesGateway'],
  ['/Service', 'Service'],
  ['core/Service', 'Service'],
  ['networking.istio.io/ServiceEntry', 'ServiceEntry'],
]);

function lookup(
  mesh: Mesh,
  { policy: { namespace }, name }: PolicyTarget,
  kind: TargetKind | undefined,
): 'found' | 'missing' | 'undecided' {
  if (kind === undefined || name === '' || mesh.find(kind, namespace, name) !== undefined) return 'found';
  const isGiven = kind === 'Service' ? mesh.isGiven(namespace) : mesh.isKnown(kind, namespace);
  return isGiven ? 'missing' : 'undecided';
}
