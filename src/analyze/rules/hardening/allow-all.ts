import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { selectedWorkloads } from '../../selected-workloads.ts';
import { workloadKinds } from '../../workloads.ts';
import { isAllow } from './demands-identity.ts';
import { isGatewayPod } from './is-gateway-pod.ts';

type Policy = MeshObject<'AuthorizationPolicy'>;
type Rule = NonNullable<Policy['spec']['rules']>[number];

/** A rule without limits lets everybody do everything, whatever other ALLOW policies say. */
export const allowAll = defineRule<{ who: string }>({
  slug: 'hardening/allow-all',
  code: 'MSH0402',
  severity: 'warning',
  summary: 'Every rule of an ALLOW policy limits who may do what.',
  hint: 'Name the principals, namespaces or operations that are meant.',
  kinds: ['AuthorizationPolicy', 'KubernetesGateway', ...workloadKinds],
  optIn: true,
  message: ({ who }) => `this rule lets ${who} do everything`,
  check(mesh, report) {
    for (const policy of mesh.of('AuthorizationPolicy').filter(isAllow)) {
      if (isForGateways(mesh, policy)) continue;
      for (const [index, rule] of (policy.spec.rules ?? []).entries()) {
        const who = letIn(rule);
        if (who !== undefined) report(policy, ['spec', 'rules', index], { who });
      }
    }
  },
});

function letIn({ from = [], to = [], when = [] }: Rule): string | undefined {
  if (to.length > 0 || when.length > 0) return undefined;
  if (from.length === 0) return 'everybody';
  return from.some(isAnyPrincipal) ? 'every workload of the mesh' : undefined;
}

/** A source that asks for some principal, or some namespace, and for nothing else. */
function isAnyPrincipal({ source = {} }: NonNullable<Rule['from']>[number]): boolean {
  const asked = Object.entries(source).filter(([, values]) => Array.isArray(values) && values.length > 0);
  return (
    asked.length > 0 &&
    asked.every(([name, values]) => (name === 'principals' || name === 'namespaces') && values.includes('*'))
  );
}

/** Gateways are there for everybody; what is behind them decides. */
function isForGateways(mesh: Mesh, policy: Policy): boolean {
  const { selector, targetRef, targetRefs = [] } = policy.spec;
  const targets = [...(targetRef === undefined ? [] : [targetRef]), ...targetRefs];
  if (targets.length > 0) return targets.every((target) => isIngress(mesh, policy, target));
  const labels = selector?.matchLabels ?? {};
  if (Object.keys(labels).length === 0) return false;
  const selected = selectedWorkloads(mesh, policy, labels);
  return selected.length > 0 ? selected.every(isGatewayPod) : 'istio' in labels;
}

function isIngress(
  mesh: Mesh,
  { namespace }: Policy,
  { kind, name = '' }: { readonly kind?: string; readonly name?: string },
): boolean {
  const gateway = kind === 'Gateway' ? mesh.find('KubernetesGateway', namespace, name) : undefined;
  return gateway !== undefined && gateway.spec.gatewayClassName !== 'istio-waypoint';
}
