import { isObject, objectIn, valueIn, withoutKey, type Json, type JsonObject } from '../json.ts';

/**
 * What is applied of an object that should be there: without what istiod sets in webhooks. An empty `caBundle` would
 * take its certificate away; and it has validating webhooks fail once it answers.
 */
export function sentObject(desired: JsonObject, live: JsonObject | undefined): JsonObject {
  const { webhooks, kind } = desired;
  if (!Array.isArray(webhooks)) return desired;
  const settles = kind === 'ValidatingWebhookConfiguration';
  return {
    ...desired,
    webhooks: webhooks.map((hook) => {
      if (!isObject(hook)) return hook;
      const sent = withoutEmptyBundle(hook);
      return settles && fails(live, hook.name) ? withoutKey(sent, 'failurePolicy') : sent;
    }),
  };
}

function withoutEmptyBundle(hook: JsonObject): JsonObject {
  if (valueIn(hook, 'clientConfig', 'caBundle') !== '') return hook;
  return { ...hook, clientConfig: withoutKey(objectIn(hook, 'clientConfig'), 'caBundle') };
}

function fails(live: JsonObject | undefined, name: Json | undefined): boolean {
  const hooks = live?.webhooks;
  const there = Array.isArray(hooks) ? hooks.find((hook) => valueIn(hook, 'name') === name) : undefined;
  return valueIn(there, 'failurePolicy') === 'Fail';
}
