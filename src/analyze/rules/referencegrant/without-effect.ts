import type { Path } from '../../../path.ts';
import type { KindName } from '../../kinds.ts';
import { isMadeSecret } from '../../made-secrets.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

type Reason = 'from' | 'to' | 'nobody' | 'nothing';

/** A grant between kinds that Istio does not link, or from or to what does not exist. */
export const withoutEffect = defineRule<{ name: string; reason: Reason }>({
  slug: 'referencegrant/without-effect',
  code: 'MSH0209',
  severity: 'info',
  summary: 'Every part of a ReferenceGrant allows something.',
  kinds: ['ReferenceGrant', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'KubernetesGateway', 'Service'],
  message: ({ name, reason }) => {
    if (reason === 'from') return `Istio needs no grant for references from ${name}: this one allows nothing`;
    if (reason === 'to') return `Istio needs no grant for references to ${name}: this one allows nothing`;
    return reason === 'nobody' ? `there is no ${name} that could use this grant` : `there is no ${name}`;
  },
  hint: 'Grants go from Gateway, ListenerSet, HTTPRoute, GRPCRoute, TLSRoute and TCPRoute to Service, Secret, ConfigMap and InferencePool.',
  check(mesh, report) {
    for (const grant of mesh.of('ReferenceGrant')) {
      for (const { path, name, reason } of [...sources(mesh, grant), ...targets(mesh, grant)])
        report(grant, path, { name, reason });
    }
  },
});

interface Useless {
  readonly path: Path;
  readonly name: string;
  readonly reason: Reason;
}

const from: ReadonlyMap<string, KindName> = new Map([
  ['gateway.networking.k8s.io/Gateway', 'KubernetesGateway'],
  ['gateway.networking.k8s.io/ListenerSet', 'ListenerSet'],
  ['gateway.networking.k8s.io/HTTPRoute', 'HTTPRoute'],
  ['gateway.networking.k8s.io/GRPCRoute', 'GRPCRoute'],
  ['gateway.networking.k8s.io/TLSRoute', 'TLSRoute'],
  ['gateway.networking.k8s.io/TCPRoute', 'TCPRoute'],
]);

const to: ReadonlyMap<string, 'Service' | 'Secret' | 'ConfigMap' | 'InferencePool'> = new Map([
  ['/Service', 'Service'],
  ['/Secret', 'Secret'],
  ['/ConfigMap', 'ConfigMap'],
  ['inference.networking.k8s.io/InferencePool', 'InferencePool'],
]);

const sources = (mesh: Mesh, grant: MeshObject<'ReferenceGrant'>): readonly Useless[] =>
  (grant.spec.from ?? []).flatMap(({ group = '', kind = '', namespace = '' }, index): readonly Useless[] => {
    const path: Path = ['spec', 'from', index];
    const known = from.get(`${group}/${kind}`);
    if (known === undefined) return [{ path: [...path, 'kind'], name: nameOf(group, kind), reason: 'from' }];
    if (mesh.settings.assume !== 'complete' || mesh.derive(kindsInNamespaces).has(`${known} ${namespace}`))
      return [];
    return [{ path, name: `${kind} in the namespace ${namespace}`, reason: 'nobody' }];
  });

const targets = (mesh: Mesh, grant: MeshObject<'ReferenceGrant'>): readonly Useless[] =>
  (grant.spec.to ?? []).flatMap(({ group = '', kind = '', name = '' }, index): readonly Useless[] => {
    const path: Path = ['spec', 'to', index];
    const known = to.get(`${group}/${kind}`);
    if (known === undefined) return [{ path: [...path, 'kind'], name: nameOf(group, kind), reason: 'to' }];
    if (name === '' || isThere(mesh, known, grant.namespace, name)) return [];
    return mesh.isKnown(known, grant.namespace)
      ? [{ path: [...path, 'name'], name: `${kind} ${grant.namespace}/${name}`, reason: 'nothing' }]
      : [];
  });

const isThere = (mesh: Mesh, kind: KindName, namespace: string, name: string): boolean =>
  mesh.find(kind, namespace, name) !== undefined ||
  (kind === 'Secret' && isMadeSecret(mesh, namespace, name));

const nameOf = (group: string, kind: string): string =>
  group === '' ? `${kind} of the core group` : `${kind} of ${group}`;

const kindsInNamespaces = (mesh: Mesh): ReadonlySet<string> =>
  new Set(mesh.objects.map(({ kind, namespace }) => `${kind} ${namespace}`));
