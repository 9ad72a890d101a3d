import { objectIn } from '../../../json.ts';
import type { Path } from '../../../path.ts';
import { readText } from '../../../resources/index.ts';
import { knowsMeshConfig } from '../../knows-mesh-config.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { selectedWorkloads } from '../../selected-workloads.ts';
import { workloadKinds } from '../../workloads.ts';

type Policy = MeshObject<'AuthorizationPolicy'>;

/** The address of a client beyond proxies is what X-Forwarded-For says, to which every client can add. */
export const untrustedClientAddress = defineRule<{ field: string }>({
  slug: 'hardening/untrusted-client-address',
  code: 'MSH0421',
  severity: 'warning',
  summary: 'Where policies go by the address of the client, the mesh knows how many proxies to trust.',
  hint: 'Set `gatewayTopology: {numTrustedProxies: ...}` in `defaultConfig` of the mesh config or in the annotation `proxy.istio.io/config` of the gateway; or use `ipBlocks`.',
  kinds: ['AuthorizationPolicy', 'ConfigMap', 'IstioOperator', 'KubernetesGateway', ...workloadKinds],
  optIn: true,
  message: ({ field }) => `${field} goes by X-Forwarded-For, and nothing says how many proxies are trusted`,
  check(mesh, report) {
    if (isSet(mesh.meshConfig.spec.defaultConfig?.gatewayTopology)) return;
    for (const policy of mesh.of('AuthorizationPolicy'))
      for (const { path, field } of addressesIn(policy)) {
        if (isSetByWorkloads(mesh, policy)) continue;
        if (knowsMeshConfig(mesh)) report(policy, path, { field });
        else report.undecided(policy, 'the input holds no mesh config');
      }
  },
});

const isSet = (topology: { numTrustedProxies?: unknown; proxyProtocol?: unknown } = {}): boolean =>
  (typeof topology.numTrustedProxies === 'number' && topology.numTrustedProxies > 0) ||
  topology.proxyProtocol !== undefined;

const addressesIn = ({
  spec: { rules = [] },
}: Policy): readonly { readonly path: Path; readonly field: string }[] =>
  rules.flatMap(({ from = [], when = [] }, index) => {
    const path: Path = ['spec', 'rules', index];
    const sources = from.flatMap(({ source = {} }, place) =>
      (['remoteIpBlocks', 'notRemoteIpBlocks'] as const)
        .filter((field) => (source[field] ?? []).length > 0)
        .map((field) => ({ field, path: [...path, 'from', place, 'source', field] })),
    );
    const conditions = when.flatMap(({ key }, place) =>
      key === 'remote.ip' ? [{ field: key, path: [...path, 'when', place, 'key'] }] : [],
    );
    return [...sources, ...conditions];
  });

/** Gateways can have settings of their own. */
function isSetByWorkloads(mesh: Mesh, policy: Policy): boolean {
  const { selector, targetRef, targetRefs = [] } = policy.spec;
  const names = [targetRef, ...targetRefs].flatMap((target) => target?.name ?? []);
  const gateways = names.flatMap((name) => mesh.find('KubernetesGateway', policy.namespace, name) ?? []);
  if (gateways.length > 0)
    return gateways.every(({ resource }) => isAnnotated(gatewayAnnotations(resource.value)));
  const selected = selectedWorkloads(mesh, policy, selector?.matchLabels ?? {});
  return selected.some(({ annotations }) => isAnnotated(annotations));
}

const gatewayAnnotations = (value: MeshObject['resource']['value']): Readonly<Record<string, unknown>> => ({
  ...objectIn(value, 'metadata', 'annotations'),
  ...objectIn(value, 'spec', 'infrastructure', 'annotations'),
});

function isAnnotated(annotations: Readonly<Record<string, unknown>>): boolean {
  const text = annotations['proxy.istio.io/config'];
  if (typeof text !== 'string') return false;
  return isSet(objectIn(readText(text, 'annotation').documents[0]?.value ?? {}, 'gatewayTopology'));
}
