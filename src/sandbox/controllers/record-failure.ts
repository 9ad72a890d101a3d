import { plainText, type JsonObject } from '../../json.ts';
import { timestamp, type Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { hashSuffix } from '../random-name.ts';
import { nameOf, namespaceOf, uidOf } from '../store/metadata.ts';
import { createObject } from '../write/create-object.ts';
import { controllerManager } from './set-status.ts';

const events = builtIn('Event');

/** Leaves an event about an object that could not make a pod, once for each reason. */
export function recordFailure(cluster: Cluster, object: JsonObject, message: string): void {
  const namespace = namespaceOf(object);
  const name = `${nameOf(object)}.${hashSuffix(uidOf(object) + message, 12)}`;
  if (cluster.store.get(events, namespace, name) !== undefined) return;
  const now = timestamp();
  const event = {
    metadata: { name, namespace },
    type: 'Warning',
    reason: 'FailedCreate',
    message,
    count: 1,
    firstTimestamp: now,
    lastTimestamp: now,
    source: { component: 'replicaset-controller' },
    involvedObject: {
      apiVersion: plainText(object.apiVersion),
      kind: plainText(object.kind),
      name: nameOf(object),
      namespace,
      uid: uidOf(object),
    },
  };
  createObject(cluster, events, event, { manager: controllerManager });
}
