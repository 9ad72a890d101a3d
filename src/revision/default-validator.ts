import { objectIn, objectsIn, plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { validatedRules } from '../operator/webhooks/index.ts';
import type { Labels } from './object-labels.ts';

interface DefaultValidatorInput {
  /** Of the control plane: `service` or `url` of its injector. */
  readonly address: JsonObject;
  readonly caBundle: string;
  readonly labels: Labels;
  readonly liveValidator: JsonObject | undefined;
}

/** Who validates what no revision claims: the control plane behind the tag `default`. */
export function defaultValidator({
  address,
  caBundle,
  labels,
  liveValidator,
}: DefaultValidatorInput): JsonObject {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'istiod-default-validator', labels: { ...labels, app: 'istiod', istio: 'istiod' } },
    webhooks: [
      {
        name: 'validation.istio.io',
        clientConfig: { ...validationAddress(address), ...(caBundle !== '' && { caBundle }) },
        rules: [structuredClone(validatedRules)],
        // A strict one stays strict. Before istiod has written its certificate, a new one would refuse everything.
        ...(!isStrict(liveValidator) && { failurePolicy: 'Ignore' }),
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
        objectSelector: { matchExpressions: [{ key: label.revision, operator: 'DoesNotExist' }] },
      },
    ],
  };
}

/** Whether a validator refuses what it cannot ask about. */
const isStrict = (validator: JsonObject | undefined): boolean =>
  objectsIn(validator, 'webhooks').some(({ failurePolicy }) => failurePolicy === 'Fail');

/** istiod validates beside the place where it injects. */
function validationAddress({ url, service }: JsonObject): JsonObject {
  const address = plainText(url);
  if (address !== '') return { url: URL.canParse(address) ? new URL('/validate', address).href : address };
  const { name, namespace } = objectIn(service);
  return { service: { name: plainText(name), namespace: plainText(namespace), path: '/validate' } };
}
