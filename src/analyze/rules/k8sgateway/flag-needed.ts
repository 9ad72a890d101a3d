import type { Path } from '../../../path.ts';
import { backendsOf, gatewaysOf, type Role } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** What istiod does only with an environment variable of its own set. */
export const flagNeeded = defineRule<{ what: string; flag: string }>({
  slug: 'k8sgateway/flag-needed',
  code: 'MSH0218',
  severity: 'info',
  summary: 'What needs a feature flag of istiod is known to need it.',
  kinds: ['XBackendTrafficPolicy', 'InferencePool', 'KubernetesGateway', 'HTTPRoute', 'GRPCRoute'],
  message: ({ what, flag }) => `${what} takes effect only if istiod runs with ${flag}=true`,
  hint: 'Nothing is to be done if it is set.',
  check(mesh, report) {
    for (const { object, path, what, flag } of uses(mesh)) report(object, path, { what, flag });
  },
});

interface Use {
  readonly object: MeshObject;
  readonly path: Path;
  readonly what: string;
  readonly flag: string;
}

const inference = { what: 'an InferencePool', flag: 'ENABLE_GATEWAY_API_INFERENCE_EXTENSION' };

const flags: Readonly<Partial<Record<Role, Omit<Use, 'object' | 'path'>>>> = {
  'east-west': { what: 'an east-west gateway of ambient mode', flag: 'AMBIENT_ENABLE_MULTI_NETWORK' },
  agentgateway: { what: 'an agentgateway', flag: 'PILOT_ENABLE_AGENTGATEWAY' },
  'agentgateway-waypoint': { what: 'an agentgateway', flag: 'PILOT_ENABLE_AGENTGATEWAY' },
};

const uses = (mesh: Mesh): readonly Use[] => [
  ...mesh.of('XBackendTrafficPolicy').map((object) => ({
    ...{ object, path: ['kind'], what: 'an XBackendTrafficPolicy' },
    flag: 'PILOT_ENABLE_ALPHA_GATEWAY_API',
  })),
  ...mesh.of('InferencePool').map((object) => ({ object, path: ['kind'], ...inference })),
  ...mesh
    .derive(backendsOf)
    .filter(({ kind, fault }) => kind === 'InferencePool' && fault !== 'kind')
    .map(({ route, path }) => ({ object: route.object, path: [...path, 'kind'], ...inference })),
  ...mesh.derive(gatewaysOf).flatMap(({ gateway, role }) => {
    const flag = flags[role];
    return flag ? [{ object: gateway, path: ['spec', 'gatewayClassName'], ...flag }] : [];
  }),
];
