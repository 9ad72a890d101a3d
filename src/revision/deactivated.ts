import { objectsIn, type JsonObject } from '../json.ts';

/** An injector that is called for no pod any more, but keeps all else, so that it can come back. */
export const deactivated = (injector: JsonObject): JsonObject => ({
  ...injector,
  webhooks: objectsIn(injector.webhooks).map((webhook) => ({
    ...webhook,
    namespaceSelector: neverMatch(),
    objectSelector: neverMatch(),
  })),
});

/** Whether an injector is called for no pod, because another one has its place. */
export const isDeactivated = (injector: JsonObject): boolean =>
  objectsIn(injector.webhooks).every(({ namespaceSelector, objectSelector }) =>
    [namespaceSelector, objectSelector].some((selector) => JSON.stringify(selector) === never),
  );

const neverMatch = (): JsonObject => ({ matchLabels: { 'istio.io/deactivated': 'never-match' } });
const never = JSON.stringify(neverMatch());
