import { isObject, objectIn, objectsIn, withoutKey, type JsonObject } from '../json.ts';
import { deactivated, isDeactivated } from './deactivated.ts';
import { labelsOf } from './object-labels.ts';

/**
 * What is applied to an injector of the cluster so that it is called for nothing any more; undefined where there is
 * none, or it is so already. What istiod writes there is left to istiod.
 */
export function deactivation(live: JsonObject | undefined): JsonObject | undefined {
  if (live === undefined || isDeactivated(live)) return undefined;
  const { apiVersion, kind, metadata, webhooks } = deactivated(live);
  const { name = '', annotations } = objectIn(metadata);
  return {
    apiVersion: apiVersion ?? 'admissionregistration.k8s.io/v1',
    kind: kind ?? 'MutatingWebhookConfiguration',
    metadata: { name, labels: { ...labelsOf(live) }, ...(isObject(annotations) && { annotations }) },
    webhooks: objectsIn(webhooks).map(withoutCertificate),
  };
}

const withoutCertificate = (webhook: JsonObject): JsonObject => ({
  ...webhook,
  clientConfig: withoutKey(objectIn(webhook, 'clientConfig'), 'caBundle'),
});
