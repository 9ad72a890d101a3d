/**
 * The field by which items of a list are told apart, by the name of the list; lists that are not here are replaced as a
 * whole. From the `patchMergeKey` tags of the Kubernetes API types.
 */
const mergeKeys: Readonly<Record<string, string>> = {
  conditions: 'type',
  containers: 'name',
  env: 'name',
  ephemeralContainers: 'name',
  hostAliases: 'ip',
  imagePullSecrets: 'name',
  initContainers: 'name',
  ownerReferences: 'uid',
  resourceClaims: 'name',
  schedulingGates: 'name',
  secrets: 'name',
  topologySpreadConstraints: 'topologyKey',
  volumeDevices: 'devicePath',
  volumeMounts: 'mountPath',
  volumes: 'name',
  webhooks: 'name',
};

/** The field that tells the items of a list of an object apart; undefined for lists that are replaced. */
export function mergeKeyOf(kind: string, list: string): string | undefined {
  if (list === 'ports') return kind === 'Service' ? 'port' : 'containerPort';
  return Object.hasOwn(mergeKeys, list) ? mergeKeys[list] : undefined;
}
