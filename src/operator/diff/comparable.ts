import { parse } from 'yaml';
import { isObject, withoutKey, type Json, type JsonObject, objectIn } from '../../json.ts';
import type { KubeObject } from '../component-context.ts';

/**
 * An object as it is compared: without what a cluster adds and what istiod sets at run time, unless that counts, too.
 * Structured text of ConfigMaps becomes the structure.
 */
export function comparable(object: KubeObject, includeNoise: boolean): JsonObject {
  return includeNoise ? object : withStructure(withoutNoise(object));
}

const kept = (metadata: JsonObject): JsonObject =>
  ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'].reduce(
    withoutKey,
    metadata,
  );

const serverAnnotations = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
  'deprecated.daemonset.template.generation',
]);

function withoutNoise(object: KubeObject): JsonObject {
  const rest = withoutKey(object, 'status');
  const metadata = kept(object.metadata);
  const annotations = Object.entries(objectIn(metadata, 'annotations')).filter(
    ([name]) => !serverAnnotations.has(name),
  );
  const { webhooks } = object;
  return {
    ...rest,
    metadata: {
      ...withoutKey(metadata, 'annotations'),
      ...(annotations.length > 0 && { annotations: Object.fromEntries(annotations) }),
    },
    ...(Array.isArray(webhooks) && { webhooks: webhooks.map((hook) => withoutRunTime(hook, object.kind)) }),
  };
}

/** istiod writes its certificate into webhooks, and has the validating ones fail once it answers. */
function withoutRunTime(hook: Json, kind: string): Json {
  if (!isObject(hook)) return hook;
  const clientConfig = withoutKey(objectIn(hook, 'clientConfig'), 'caBundle');
  const settled = kind === 'ValidatingWebhookConfiguration' ? withoutKey(hook, 'failurePolicy') : hook;
  return { ...settled, clientConfig };
}

function withStructure(object: JsonObject): JsonObject {
  if (object.kind !== 'ConfigMap' || !isObject(object.data)) return object;
  const entries = Object.entries(object.data).map(([key, value]) => [key, structured(value)] as const);
  return { ...object, data: Object.fromEntries(entries) };
}

function structured(value: Json): Json {
  if (typeof value !== 'string' || !/[:{]/.test(value)) return value;
  try {
    const read: unknown = parse(value, { logLevel: 'silent' });
    return isObject(read) ? read : value;
  } catch {
    return value;
  }
}
