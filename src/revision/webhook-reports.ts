import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { isDeactivated } from './deactivated.ts';
import type { WebhookReport } from './mesh-revisions.ts';
import { labelsOf } from './object-labels.ts';
import { readyEndpoints } from './ready-endpoints.ts';

/** The webhook configurations of a control plane and of the tags that stand for it, in the order of the objects. */
export function webhookReports(revision: string, objects: readonly JsonObject[]): readonly WebhookReport[] {
  return objects.flatMap((object) => {
    const { kind } = object;
    if (kind !== 'MutatingWebhookConfiguration' && kind !== 'ValidatingWebhookConfiguration') return [];
    const { [label.revision]: own, [label.tag]: tag } = labelsOf(object);
    if (own !== revision) return [];
    return [{ kind, ...(tag !== undefined && { tag }), ...reportOf(object, objects) }];
  });
}

function reportOf(object: JsonObject, objects: readonly JsonObject[]): Omit<WebhookReport, 'kind' | 'tag'> {
  const all = objectsIn(object.webhooks);
  const client = objectIn(all[0], 'clientConfig');
  const endpoints = readyEndpoints(objectIn(client, 'service'), objects);
  return {
    name: plainText(objectIn(object, 'metadata').name),
    target: targetOf(client),
    certified:
      all.length > 0 && all.every((one) => plainText(valueIn(one, 'clientConfig', 'caBundle')) !== ''),
    failurePolicy: plainText(all[0]?.failurePolicy) || 'Fail',
    deactivated: isDeactivated(object),
    ...(endpoints !== undefined && { endpoints }),
  };
}

function targetOf({ url, service }: JsonObject): string {
  if (plainText(url) !== '') return plainText(url);
  const { name, namespace, path, port } = objectIn(service);
  return `${plainText(name)}.${plainText(namespace)}:${plainText(port) || '443'}${plainText(path)}`;
}
