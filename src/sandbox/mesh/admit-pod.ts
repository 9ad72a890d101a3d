import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import type { Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import type { Kind } from '../kinds/kind.ts';
import { matchesLabels } from '../read/label-selector.ts';
import { internalError } from '../refusal.ts';
import { labelsOf, namespaceOf } from '../store/metadata.ts';
import { findInjector } from './find-injector.ts';
import { injected } from './injected.ts';

/**
 * A pod as the injection webhooks of the cluster make it: each that selects it is asked, and the first one injects.
 * Anything else stays as it is.
 *
 * @throws {Refusal} when a webhook that must be asked has nobody to answer.
 */
export function admitPod(cluster: Cluster, kind: Kind, object: JsonObject): JsonObject {
  if (kind.kind !== 'Pod') return object;
  const namespace = cluster.store.get(namespaces, '', namespaceOf(object));
  let pod = object;
  for (const configuration of cluster.store.list(configurations)) {
    const revision = labelsOf(configuration)[label.revision];
    if (revision === undefined) continue;
    for (const webhook of objectsIn(configuration.webhooks)) {
      if (!asksForPods(webhook) || !selects(webhook, namespace ?? {}, object)) continue;
      const injector = findInjector(cluster, plainText(revision), objectIn(webhook, 'clientConfig'));
      if ('error' in injector) {
        if (webhook.failurePolicy !== 'Ignore')
          throw internalError(`failed calling webhook "${plainText(webhook.name)}": ${injector.error}`);
      } else pod = injected(pod, injector);
    }
  }
  return pod;
}

const namespaces = builtIn('Namespace');
const configurations = builtIn('MutatingWebhookConfiguration');

function asksForPods({ rules }: JsonObject): boolean {
  return objectsIn(rules).some(({ operations, resources }) => {
    const has = (list: unknown, ...wanted: string[]): boolean =>
      Array.isArray(list) && list.some((item) => wanted.includes(String(item)));
    return has(operations, 'CREATE', '*') && has(resources, 'pods', '*', '*/*');
  });
}

function selects(webhook: JsonObject, namespace: JsonObject, pod: JsonObject): boolean {
  const fits = (key: string, labels: JsonObject): boolean => {
    const selector = valueIn(webhook, key);
    return selector === undefined || matchesLabels(selector, labels);
  };
  return fits('namespaceSelector', labelsOf(namespace)) && fits('objectSelector', labelsOf(pod));
}
