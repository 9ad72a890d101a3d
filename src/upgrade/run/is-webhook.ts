import type { ObjectKey } from '../../kube/apply/index.ts';

/** Whether the API server calls somebody because of the object: it must not be there without who is called. */
export const isWebhook = ({ kind }: Pick<ObjectKey, 'kind'>): boolean =>
  kind === 'MutatingWebhookConfiguration' || kind === 'ValidatingWebhookConfiguration';
