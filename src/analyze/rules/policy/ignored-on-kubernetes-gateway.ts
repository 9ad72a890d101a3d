import { defineRule } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { workloadKinds, type Labels } from '../../workloads.ts';

const label = 'gateway.networking.k8s.io/gateway-name';
const policies = ['AuthorizationPolicy', 'RequestAuthentication', 'Telemetry', 'WasmPlugin'] as const;

/**
 * A waypoint takes policies that name it, or what it stands before, and none that select by labels. Other proxies of
 * Gateway API take both, though istioctl says it of them, too.
 */
export const ignoredOnKubernetesGateway = defineRule<{ gateway: string }>({
  slug: 'policy/ignored-on-kubernetes-gateway',
  code: 'IST0166',
  severity: 'warning',
  summary: 'A policy for a waypoint names it under `targetRefs`.',
  kinds: [...policies, 'KubernetesGateway', ...workloadKinds],
  message: ({ gateway }) =>
    `the labels select the proxies of the Gateway ${JSON.stringify(gateway)}, which take no notice of selectors`,
  check(mesh, report) {
    for (const kind of policies) {
      for (const policy of mesh.of(kind)) {
        for (const gateway of gatewaysOf(mesh, policy)) {
          if (!mesh.settings.compat && !isWaypoint(mesh, policy.namespace, gateway)) continue;
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

const waypointClasses: readonly (string | undefined)[] = ['istio-waypoint', 'istio-agentgateway-waypoint'];

/** By the class of the Gateway, or by the label that istiod gives to the proxies it creates. */
function isWaypoint(mesh: Mesh, namespace: string, name: string): boolean {
  const gateway = mesh.find('KubernetesGateway', namespace, name);
  if (gateway !== undefined) return waypointClasses.includes(gateway.spec.gatewayClassName);
  return mesh.workloads
    .matching({ [label]: name }, namespace)
    .some(({ labels }) => labels['gateway.istio.io/managed'] === 'istio.io-mesh-controller');
}

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
