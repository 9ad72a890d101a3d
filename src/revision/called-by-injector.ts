import { MeshctlError } from '../errors.ts';
import { objectIn, objectsIn, plainText, type JsonObject } from '../json.ts';

/** How the API server calls a control plane for injection. */
export interface Called {
  /** `service` or `url`, as in the webhook; without a certificate. */
  readonly address: JsonObject;
  /** What the certificate of the control plane is checked with, in base64; empty until istiod has written it. */
  readonly caBundle: string;
  readonly reinvocationPolicy: string;
}

/**
 * What the first webhook of Istio in an injector calls.
 *
 * @throws {MeshctlError} `input` when the object has no such webhook.
 */
export function calledBy(injector: JsonObject): Called {
  const webhook = injectionWebhook(injector);
  if (webhook === undefined) throw noInjector(injector);
  const { url, service } = objectIn(webhook, 'clientConfig');
  return {
    address: typeof url === 'string' && url !== '' ? { url } : { service: objectIn(service) },
    caBundle: caBundleOf(injector),
    reinvocationPolicy: plainText(webhook.reinvocationPolicy) || 'Never',
  };
}

/** The certificate in an injector; empty where there is none yet. */
export const caBundleOf = (injector: JsonObject | undefined): string =>
  plainText(objectIn(injector && injectionWebhook(injector), 'clientConfig').caBundle);

const injectionWebhook = ({ webhooks }: JsonObject): JsonObject | undefined =>
  objectsIn(webhooks).find(({ name }) => plainText(name).endsWith('sidecar-injector.istio.io'));

function noInjector(injector: JsonObject): MeshctlError {
  const name = plainText(objectIn(injector, 'metadata').name);
  return new MeshctlError('input', `the MutatingWebhookConfiguration ${name} has no webhook that injects`, {
    reason: 'none of its webhooks has a name that ends in sidecar-injector.istio.io',
    hint: 'install the revision again, which writes its webhooks',
  });
}
