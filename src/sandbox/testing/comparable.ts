import { compareText } from '../../compare-text.ts';
import {
  isObject,
  objectIn,
  objectsIn,
  plainText,
  withoutKey,
  type Json,
  type JsonObject,
} from '../../json.ts';

/** Fields that differ from one cluster to another, or from one moment to another. */
const different = new Set([
  ...['uid', 'resourceVersion', 'creationTimestamp', 'time', 'lastTransitionTime', 'lastUpdateTime'],
  ...['lastHeartbeatTime', 'startTime', 'startedAt', 'deletionTimestamp', 'clusterIP', 'nodePort', 'ip'],
  ...['podIP', 'containerID', 'ca.crt', 'lastProbeTime', 'retryAfterSeconds', 'kubeletVersion'],
]);
const lists = new Set(['clusterIPs', 'podIPs', 'addresses']);

/** An answer of an API server without what no two clusters have in common; of a refusal, what programs look at. */
export function comparable(body: JsonObject): JsonObject {
  if (body.status === 'Failure') return refusal(body);
  // How far a roll-out is depends on the moment.
  if (body.kind === 'EndpointSliceList') {
    // How often a slice was written depends on which pods came up together.
    const items = objectsIn(body, 'items').map((slice) => {
      const metadata = withoutKey(objectIn(slice, 'metadata'), 'generation');
      return { ...slice, metadata };
    });
    return comparable({ ...body, kind: 'slices', items });
  }
  if (body.kind === 'Scale') return comparable({ ...withoutKey(body, 'status'), kind: 'scaled' });
  const value = plain(body);
  if (!isObject(value)) return {};
  return Array.isArray(value.items)
    ? { ...value, items: [...value.items].sort((a, b) => compareText(nameIn(a), nameIn(b))) }
    : value;
}

function refusal({ code, reason, details }: JsonObject): JsonObject {
  const causes = objectsIn(details, 'causes').map((cause) => ({
    reason: plainText(cause.reason),
    field: plainText(cause.field),
  }));
  return {
    code: code ?? 0,
    reason: reason ?? '',
    causes: causes.sort((a, b) => compareText(a.field, b.field)),
  };
}

const nameIn = (item: Json): string =>
  isObject(item) && isObject(item.metadata) ? plainText(item.metadata.name) : '';

function plain(value: Json, key = ''): Json {
  if (Array.isArray(value)) return plainList(value, key);
  if (isObject(value)) return plainObject(value);
  if (different.has(key)) return `<${key}>`;
  return typeof value === 'string' ? withoutHash(value) : value;
}

function plainList(list: readonly Json[], key: string): Json {
  if (key === 'managedFields') return managers(list);
  return list.map((item) => (lists.has(key) ? `<${key}>` : plain(item)));
}

/** Null and an empty `continue` say that there is nothing. */
function plainObject(object: JsonObject): JsonObject {
  const held = Object.entries(object).filter(
    ([name, item]) => item !== null && !(name === 'continue' && item === ''),
  );
  return Object.fromEntries(held.map(([name, item]) => [name, plain(item, name)]));
}

/** Of those who write the object itself; each cluster has controllers of its own, and the rig notes no scaling. */
function managers(entries: readonly Json[]): Json {
  return entries
    .filter(isObject)
    .filter(({ subresource, manager }) => subresource === undefined && !controllers.has(plainText(manager)))
    .map((entry) => withoutKey(entry, 'time'))
    .sort((a, b) => compareText(plainText(a.manager), plainText(b.manager)));
}

const controllers = new Set([
  'apirig',
  'kube-controller-manager',
  'kube-apiserver',
  'kubelet',
  'Go-http-client',
]);

/** Names of what a workload makes end in letters by chance or by a hash. */
const withoutHash = (text: string): string =>
  text
    .replace(/\bweb-[a-z0-9]{10}(-[a-z0-9]{5})?\b/, 'web-<hash>')
    .replace(/^(web)-[a-z0-9]{5}$/, '$1-<hash>')
    .replace(/^[a-z0-9]{10}$/, '<hash>');
