import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import {
  findServed,
  listKinds,
  listMetadata,
  type ClusterClient,
  type Discovery,
  type KindRef,
} from '../kube/index.ts';
import type { ReportScope } from './report-scope.ts';
import type { Target } from './target.ts';

/** Kinds that are read everywhere. */
const everywhere: readonly KindRef[] = [
  { group: '', kind: 'Namespace' },
  { group: '', kind: 'Service' },
  { group: 'admissionregistration.k8s.io', kind: 'MutatingWebhookConfiguration' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingWebhookConfiguration' },
];

/** Kinds that are read in the namespace of the control plane alone. */
const ofControlPlane: readonly KindRef[] = [
  { group: '', kind: 'Pod' },
  { group: '', kind: 'Event' },
  { group: '', kind: 'ConfigMap' },
  { group: 'apps', kind: 'Deployment' },
  { group: 'apps', kind: 'DaemonSet' },
  { group: 'autoscaling', kind: 'HorizontalPodAutoscaler' },
];

const isMeshGroup = (group: string): boolean =>
  group.endsWith('.istio.io') || group === 'gateway.networking.k8s.io';

/** The objects of a cluster that tell how its mesh is set up. */
export function clusterTargets(
  client: ClusterClient,
  discovery: Discovery,
  scope: ReportScope,
): readonly Target[] {
  const names = discovery.kinds
    .filter(({ group }) => isMeshGroup(group))
    .map(({ group, kind }) => ({ group, kind }));
  const mesh = [...new Map(names.map((ref) => [`${ref.kind}.${ref.group}`, ref])).values()];
  const served = (ref: KindRef): boolean => findServed(discovery, ref) !== undefined;
  const inNamespace = { namespaces: [scope.istioNamespace] };
  return [
    ...[...everywhere, ...mesh].filter(served).map((ref) => kindTarget(client, discovery, scope, ref, {})),
    ...ofControlPlane.filter(served).map((ref) => kindTarget(client, discovery, scope, ref, inNamespace)),
    secretNames(client, scope),
  ];
}

function kindTarget(
  client: ClusterClient,
  discovery: Discovery,
  scope: ReportScope,
  ref: KindRef,
  where: { readonly namespaces?: readonly string[] },
): Target {
  const name = ref.group === '' ? ref.kind : `${ref.kind}.${ref.group}`;
  const folder = where.namespaces === undefined ? 'cluster' : 'control-plane';
  return {
    path: `${folder}/${name}.json`,
    what: where.namespaces === undefined ? `objects of the kind ${name}` : `${name} of the control plane`,
    gather: async (signal) => {
      const [list] = await listKinds(client, [ref], { ...where, discovery, signal });
      const [problem] = list?.problems ?? [];
      if (list?.outcome !== 'listed')
        throw problem ?? new MeshctlError('environment', `${name} is not served`);
      return { json: list.objects.filter((object) => scope.hasObject(object)).map(withKind(ref)) };
    },
  };
}

/** What is redacted depends on the kind. */
const withKind =
  ({ kind }: KindRef) =>
  (object: JsonObject): JsonObject => ({ ...object, kind: object.kind ?? kind });

/** Values of Secrets are not even read. */
function secretNames(client: ClusterClient, { istioNamespace }: ReportScope): Target {
  return {
    path: 'control-plane/secret-names.json',
    what: 'names of the Secrets of the control plane, without their values',
    gather: async (signal) => {
      const path = `/api/v1/namespaces/${encodeURIComponent(istioNamespace)}/secrets`;
      return { json: [...(await listMetadata(client, path, { signal }))] };
    },
  };
}
