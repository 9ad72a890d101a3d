import { objectIn, objectsIn, plainText, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import { keyOf } from '../../kube/apply/index.ts';
import { titleOf } from '../../operator/diff/index.ts';
import { isDeactivated, webhookOverlaps } from '../../revision/index.ts';
import { shareCertificate } from './certificates-in.ts';
import { hasReadyEndpoint } from '../has-ready-endpoint.ts';
import { isOfRevision } from './installed.ts';
import type { VerifyCheck } from './verify-report.ts';
import type { VerifySnapshot } from './verify-snapshot.ts';

/** Whether the API server can call the webhooks of the mesh, and no two of them for the same pods. */
export function checkWebhooks(
  snapshot: VerifySnapshot,
  revision: string | undefined,
): readonly VerifyCheck[] {
  const ours = snapshot.objects.filter(
    (object) => isConfiguration(object) && isNamed(object) && isOfRevision(object, revision),
  );
  const names = new Set(ours.map((object) => keyOf(object).name));
  const overlaps = webhookOverlaps(snapshot.objects).filter(({ configuration }) => names.has(configuration));
  return [
    ...ours.map((object) => checkConfiguration(object, snapshot)),
    ...overlaps.map(({ configuration, webhook, others }): VerifyCheck => ({
      outcome: 'failed',
      message: `${webhook} of ${configuration} is called for the same pods as ${others.join(', ')}`,
      hint: 'remove one of the control planes, or move its tag: `meshctl tag list` shows them',
    })),
  ];
}

const isConfiguration = ({ kind }: JsonObject): boolean =>
  kind === 'MutatingWebhookConfiguration' || kind === 'ValidatingWebhookConfiguration';

/** The mesh's own name a revision. */
const isNamed = (object: JsonObject): boolean =>
  objectIn(object, 'metadata', 'labels')[label.revision] !== undefined;

function checkConfiguration(configuration: JsonObject, snapshot: VerifySnapshot): VerifyCheck {
  const object = keyOf(configuration);
  const title = titleOf(object);
  if (isDeactivated(configuration))
    return { outcome: 'ok', message: `${title} is called for nothing, as is due to it`, object };
  const webhooks = objectsIn(configuration.webhooks);
  const wrong = webhooks.map((webhook) => faultOf(webhook, snapshot)).find((fault) => fault !== undefined);
  if (wrong !== undefined)
    return { outcome: 'failed', message: `${title}: ${wrong.what}`, object, hint: wrong.hint };
  if (
    object.kind.startsWith('Validating') &&
    webhooks.some(({ failurePolicy }) => failurePolicy === 'Ignore')
  )
    return {
      outcome: 'warning',
      message: `${title} lets configuration pass while no istiod answers (failurePolicy Ignore)`,
      object,
      hint: 'istiod sets it to Fail once it is ready to judge; its log tells why it does not',
    };
  return { outcome: 'ok', message: `${title} can be called`, object };
}

interface Fault {
  readonly what: string;
  readonly hint: string;
}

/** A webhook at a URL is not ours to judge. */
function faultOf(webhook: JsonObject, { objects, authority }: VerifySnapshot): Fault | undefined {
  const { service, caBundle, url } = objectIn(webhook, 'clientConfig');
  if (url !== undefined) return undefined;
  const { namespace, name } = objectIn(service);
  const place = { namespace: plainText(namespace), name: plainText(name) };
  const title = `${place.namespace}/${place.name}`;
  if (!hasReadyEndpoint(place, objects))
    return {
      what: `it calls the Service ${title}, which has no endpoint that is ready`,
      hint: 'bring that istiod up, or give its tag to another revision: `meshctl tag set`',
    };
  const bundle = Buffer.from(plainText(caBundle), 'base64').toString();
  if (bundle === '')
    return {
      what: 'the API server does not know the certificate of istiod (caBundle is empty)',
      hint: 'istiod writes it when it runs; its log tells why it does not',
    };
  if (authority.root !== undefined && !shareCertificate(authority.root, bundle))
    return {
      what: 'the API server trusts another root certificate (caBundle) than the mesh has',
      hint: 'restart istiod, which writes the current one',
    };
  return undefined;
}
