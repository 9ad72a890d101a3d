import type { FieldType, ItemKey } from './field-type.ts';

/**
 * The type of an object of a kind that Kubernetes itself has, by the names of fields. From `x-kubernetes-list-type`,
 * `x-kubernetes-list-map-keys` and `x-kubernetes-map-type` in the OpenAPI documents of Kubernetes 1.36; lists that are
 * not here are replaced as a whole, maps merge.
 */
export function builtInType(kind: string): FieldType {
  return typeAt({ kind, name: '', parent: '' });
}

interface Place {
  readonly kind: string;
  /** Of the field; of the list, where this is an item. */
  readonly name: string;
  /** The field or list above. */
  readonly parent: string;
}

function typeAt(place: Place, atomic = atomicMaps.has(place.name)): FieldType {
  const { kind, name } = place;
  const isFree = freeMaps.has(name);
  return {
    list: listAt(place),
    atomic,
    field: (inner) => typeAt({ kind, name: inner, parent: name }),
    isNamed: () => !isFree,
    isAlwaysThere: (inner) => !isFree && structs.has(inner),
    get item() {
      return typeAt(place, atomicMaps.has(name) || atomicItems.has(name));
    },
  };
}

function listAt({ kind, name, parent }: Place): FieldType['list'] {
  const rule = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (rule === undefined) return 'atomic';
  return typeof rule === 'function' ? rule(kind, parent) : rule;
}

type List = FieldType['list'];
type Rule = List | ((kind: string, parent: string) => List);

const by = (...names: readonly string[]): readonly ItemKey[] => names.map((name) => ({ name, unless: '' }));
const byName = by('name');
const protocol: ItemKey = { name: 'protocol', unless: 'TCP' };
const podContainers = new Set(['containers', 'initContainers', 'ephemeralContainers']);

const lists: Readonly<Record<string, Rule>> = {
  claims: byName,
  conditions: (kind) => (kind === 'Job' ? 'atomic' : by('type')),
  containers: byName,
  env: byName,
  ephemeralContainers: byName,
  finalizers: (_, parent) => (parent === 'metadata' ? 'set' : 'atomic'),
  hostAliases: by('ip'),
  imagePullSecrets: (kind) => (kind === 'ServiceAccount' ? 'atomic' : byName),
  initContainers: byName,
  matchConditions: byName,
  ownerReferences: by('uid'),
  podIPs: by('ip'),
  ports: (kind, parent) => {
    if (podContainers.has(parent)) return [{ name: 'containerPort', unless: 0 }, protocol];
    return kind === 'Service' && parent === 'spec' ? [{ name: 'port', unless: 0 }, protocol] : 'atomic';
  },
  resourceClaims: byName,
  schedulingGates: byName,
  secrets: byName,
  topologySpreadConstraints: by('topologyKey', 'whenUnsatisfiable'),
  validationActions: 'set',
  variables: (kind) => (kind === 'ValidatingAdmissionPolicy' ? byName : 'atomic'),
  volumeDevices: by('devicePath'),
  volumeMounts: by('mountPath'),
  volumes: byName,
  webhooks: byName,
};

/** Lists whose items are one value each. */
const atomicItems = new Set(['imagePullSecrets', 'secrets', 'ownerReferences', 'variables']);

/** Maps that are one value, whether of fields or of free names. */
const atomicMaps = new Set([
  ...['selector', 'labelSelector', 'namespaceSelector', 'objectSelector', 'podSelector', 'nodeSelector'],
  ...['scopeSelector', 'roleRef', 'targetRef', 'claimRef', 'secretRef', 'involvedObject', 'related'],
  ...['configMapKeyRef', 'secretKeyRef', 'fileKeyRef', 'fieldRef', 'resourceFieldRef', 'dataSource'],
  ...['controllerExpandSecretRef', 'controllerPublishSecretRef', 'nodeExpandSecretRef', 'required'],
  ...['nodePublishSecretRef', 'nodeStageSecretRef', 'nodeTopology', 'paramKind', 'paramRef', 'port'],
  ...['matchConstraints', 'matchResources', 'requiredDuringSchedulingIgnoredDuringExecution'],
]);

/** Maps whose names are free. */
const freeMaps = new Set([
  ...['labels', 'annotations', 'data', 'binaryData', 'stringData', 'limits', 'requests', 'hard', 'used'],
  ...['capacity', 'allocatable', 'overhead', 'parameters', 'volumeAttributes', 'extra', 'disruptedPods'],
]);

/** Fields that are written even when nothing is in them, because they are no pointers in the Go types. */
const structs = new Set([
  ...['metadata', 'spec', 'status', 'template', 'jobTemplate', 'strategy', 'updateStrategy', 'containers'],
  ...['names', 'scaleTargetRef', 'acceptedNames'],
]);
