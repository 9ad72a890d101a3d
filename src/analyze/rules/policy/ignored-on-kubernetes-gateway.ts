import { defineRule } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { workloadKinds, type Labels } from '../../workloads.ts';

const label = 'gateway.networking.k8s.io/gateway-name';
const policies = ['AuthorizationPolicy', 'RequestAuthentication', 'Telemetry', 'WasmPlugin'] as const;

/** The proxies of a Gateway of Gateway API take policies that name the Gateway, and none that select by labels. */
export const ignoredOnKubernetesGateway = defineRule<{ gateway: string }>({
  slug: 'policy/ignored-on-kubernetes-gateway',
  code: 'IST0166',
  severity: 'warning',
  summary: 'A policy for a Gateway of Gateway API names it under `targetRefs`.',
  kinds: [...policies, 'KubernetesGateway', ...workloadKinds],
  message: ({ gateway }) =>
    `the labels select the proxies of the Gateway ${JSON.stringify(gateway)} of Gateway API, which take no notice of selectors`,
  check(mesh, report) {
    for (const kind of policies) {
      for (const policy of mesh.of(kind)) {
        for (const gateway of gatewaysOf(mesh, policy)) {
          report(
            policy,
            ['spec', 'selector'],
            { gateway },
            {
              hint: `Replace the selector: \`targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: ${gateway}}]\`.`,
              related: placeOf(mesh, policy.namespace, gateway),
            },
          );
        }
      }
    }
  },
});

/** The Gateways whose proxies a policy selects by labels. */
function gatewaysOf(mesh: Mesh, policy: MeshObject<(typeof policies)[number]>): ReadonlySet<string> {
  const labels = selectorOf(mesh, policy);
  const gateways = new Set<string>();
  if (labels === undefined) return gateways;
  for (const workload of mesh.workloads.matching(labels, policy.namespace)) {
    const name = workload.labels[label];
    if (name !== undefined && name !== '') gateways.add(name);
  }
  const named = labels[label];
  if (!mesh.settings.compat && named !== undefined) gateways.add(named);
  return gateways;
}

/** Undefined for policies that select nothing by labels. istioctl takes an empty selector for one, and `targetRefs` not. */
function selectorOf(
  { settings: { compat } }: Mesh,
  { spec: { selector, targetRef, targetRefs = [] } }: MeshObject<(typeof policies)[number]>,
): Labels | undefined {
  if (selector === undefined || targetRef !== undefined) return undefined;
  const labels = selector.matchLabels ?? {};
  if (compat) return labels;
  return targetRefs.length > 0 || Object.keys(labels).length === 0 ? undefined : labels;
}

function placeOf(
  mesh: Mesh,
  namespace: string,
  name: string,
): { object: MeshObject; path: string[]; message: string }[] {
  const gateway = mesh.find('KubernetesGateway', namespace, name);
  return gateway === undefined
    ? []
    : [{ object: gateway, path: ['metadata', 'name'], message: 'the Gateway' }];
}
