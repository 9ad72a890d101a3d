import { isObject, objectIn, valueIn, withoutKey, type JsonObject } from '../../../src/json.ts';
import type { ClusterWriter } from '../../../src/kube/apply/index.ts';

const paths = [
  '/api/v1/namespaces',
  '/api/v1/services',
  '/apis/apps/v1/deployments',
  '/apis/apps/v1/statefulsets',
  '/apis/apps/v1/daemonsets',
  '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations',
  '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations',
];

/**
 * What lasts of webhooks, Services, namespaces and owners: all that they say but for status, and labels and annotations
 * but for the time of restarts and the count of roll-outs.
 */
export async function lastingState({ client }: ClusterWriter): Promise<Readonly<Record<string, JsonObject>>> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const { items } = await client.get(path);
      return (Array.isArray(items) ? items : []).filter(isObject).map((object) => partsOf(path, object));
    }),
  );
  return Object.fromEntries(lists.flat());
}

function partsOf(path: string, object: JsonObject): readonly [string, JsonObject] {
  const { name = '', namespace = '', labels = {}, annotations } = objectIn(object, 'metadata');
  const rest = withoutKey(withoutKey(withoutRestart(object), 'status'), 'metadata');
  const lasting = withoutKey(objectIn(annotations), 'deployment.kubernetes.io/revision');
  return [
    `${path} ${JSON.stringify([namespace, name])}`,
    { ...withoutAddresses(rest), labels, annotations: lasting },
  ];
}

function withoutRestart(object: JsonObject): JsonObject {
  const metadata = valueIn(object, 'spec', 'template', 'metadata');
  if (!isObject(metadata)) return object;
  const { annotations, ...others } = metadata;
  const left = withoutKey(objectIn(annotations), 'kubectl.kubernetes.io/restartedAt');
  const template = { ...objectIn(object, 'spec', 'template'), metadata: { ...others, annotations: left } };
  return { ...object, spec: { ...objectIn(object, 'spec'), template } };
}

/** The server gives a Service that is made again an address of its own. */
const withoutAddresses = (object: JsonObject): JsonObject =>
  isObject(object.spec)
    ? { ...object, spec: withoutKey(withoutKey(object.spec, 'clusterIP'), 'clusterIPs') }
    : object;
