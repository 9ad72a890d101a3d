import { defineRule } from '../../rule.ts';
import { istioTargets } from './targets.ts';

/** A policy for all waypoints has the class istio-waypoint as its target, and stands in the root namespace. */
export const gatewayClass = defineRule<{ name: string; root: string; reason: 'namespace' | 'name' }>({
  slug: 'k8spolicy/gateway-class',
  code: 'MSH0256',
  severity: 'error',
  summary: 'Policies for a GatewayClass are for istio-waypoint and stand in the root namespace.',
  kinds: ['AuthorizationPolicy', 'RequestAuthentication', 'Telemetry', 'WasmPlugin', 'TrafficExtension'],
  message: ({ name, root, reason }) =>
    reason === 'name'
      ? `policies are for the GatewayClass istio-waypoint, not for ${name}`
      : `a policy for a GatewayClass takes effect only in the root namespace, ${root}`,
  check(mesh, report) {
    const root = mesh.rootNamespace;
    for (const { policy, path, kind, name } of mesh.derive(istioTargets)) {
      if (kind !== 'GatewayClass') continue;
      if (policy.namespace !== root) report(policy, path, { name, root, reason: 'namespace' });
      else if (name !== 'istio-waypoint') report(policy, path, { name, root, reason: 'name' });
    }
  },
});
