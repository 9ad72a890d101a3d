import { carries, serviceWorkloads, type Mesh, type MeshObject, type Workload } from '../analyze/index.ts';
import type { Membership, PolicyView, TokenPolicyView } from './description.ts';
import { gatewayNameLabel, waypointOf } from './membership.ts';
import { refOf } from './object-ref.ts';

/** The AuthorizationPolicies that count for a workload: denials first, as proxies judge them. */
export function authorizationOf(
  mesh: Mesh,
  workload: Workload,
  membership: Membership,
): readonly PolicyView[] {
  return mesh
    .of('AuthorizationPolicy')
    .flatMap((policy) => {
      const use = useOf(mesh, policy, workload, membership);
      if (use === undefined) return [];
      const { action = 'ALLOW', rules = [] } = policy.spec;
      const dryRun = policy.annotations['istio.io/dry-run'] === 'true';
      return [{ policy: refOf(policy), action, rules: rules.length, dryRun, ...use }];
    })
    .sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action));
}

/** The RequestAuthentications that count for a workload. */
export function tokenPoliciesOf(
  mesh: Mesh,
  workload: Workload,
  membership: Membership,
): readonly TokenPolicyView[] {
  return mesh.of('RequestAuthentication').flatMap((policy) => {
    const use = useOf(mesh, policy, workload, membership);
    if (use === undefined) return [];
    const issuers = (policy.spec.jwtRules ?? []).map(({ issuer = '' }) => issuer);
    // The proxy of a node does not read requests.
    const enforcedBy = use.enforcedBy === 'ztunnel' ? 'nobody' : use.enforcedBy;
    return [{ policy: refOf(policy), issuers, level: use.level, enforcedBy }];
  });
}

/** The order in which a proxy asks policies. */
const order = ['CUSTOM', 'DENY', 'ALLOW', 'AUDIT'];

type Policy = MeshObject<'AuthorizationPolicy'> | MeshObject<'RequestAuthentication'>;
type Use = Pick<PolicyView, 'level' | 'enforcedBy'>;

function useOf(mesh: Mesh, policy: Policy, workload: Workload, membership: Membership): Use | undefined {
  const targets = targetsOf(policy);
  if (targets.length > 0) return targetedUse(mesh, policy, workload, membership);
  const selector = policy.spec.selector?.matchLabels ?? {};
  const isOfMesh = policy.namespace === mesh.rootNamespace;
  if (!isOfMesh && policy.namespace !== workload.namespace) return undefined;
  // A waypoint takes only policies that name it, or what is behind it.
  if (membership.mode === 'waypoint' || !carries(workload.labels, selector)) return undefined;
  const wide = isOfMesh ? 'mesh' : 'namespace';
  return {
    level: Object.keys(selector).length > 0 ? 'workload' : wide,
    enforcedBy: enforcers[membership.mode],
  };
}

const enforcers: Readonly<Record<Membership['mode'], string>> = {
  ...{ sidecar: 'sidecar', ambient: 'ztunnel', gateway: 'gateway', waypoint: 'waypoint' },
  ...{ outside: 'nobody', unknown: 'its proxy, if it has one' },
};

interface TargetRef {
  readonly kind?: string;
  readonly name?: string;
}

function targetsOf({ spec: { targetRef, targetRefs = [] } }: Policy): readonly TargetRef[] {
  return targetRef === undefined ? targetRefs : [targetRef, ...targetRefs];
}

/** Of the Gateway that the workload is, or of a Service that it is behind, where a waypoint sees its requests. */
function targetedUse(mesh: Mesh, policy: Policy, workload: Workload, { mode }: Membership): Use | undefined {
  const targets = targetsOf(policy);
  const isAt = (kind: string, name: string): boolean =>
    targets.some((target) => target.kind === kind && target.name === name);
  const own = workload.labels[gatewayNameLabel];
  if (own !== undefined && policy.namespace === workload.namespace && isAt('Gateway', own))
    return { level: 'target', enforcedBy: mode };
  const waypoints = (serviceWorkloads(mesh).servicesOf.get(workload) ?? []).flatMap((service) => {
    const waypoint = waypointOf(mesh, 'service', { ...service, object: service });
    if (waypoint === undefined) return [];
    const [home, name = ''] = waypoint.split('/');
    const isMeant =
      (policy.namespace === service.namespace && isAt('Service', service.name)) ||
      (policy.namespace === home && isAt('Gateway', name)) ||
      (policy.namespace === mesh.rootNamespace && isAt('GatewayClass', 'istio-waypoint'));
    return isMeant ? [waypoint] : [];
  });
  return waypoints[0] === undefined ? undefined : { level: 'target', enforcedBy: `waypoint ${waypoints[0]}` };
}
