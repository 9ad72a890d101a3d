import { calledWebhooks, isCalledFor } from '../../analyze/injectors/index.ts';
import { objectIn, objectsIn, plainText, type JsonObject } from '../../json.ts';
import { labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';

export type Labels = Readonly<Record<string, string>>;

/** A webhook configuration of a control plane. */
export interface Configuration {
  readonly name: string;
  readonly kind: string;
  /** Of the control plane that is called. */
  readonly revision: string;
  /** Whether it checks all configuration that names no revision. */
  readonly validatesDefault: boolean;
  readonly webhooks: readonly SeenWebhook[];
  /** Of one that injects: whether any of its webhooks is called for a Pod. */
  readonly isCalled: (namespace: Labels, pod: Labels) => boolean;
}

export interface SeenWebhook {
  readonly name: string;
  readonly hasCertificate: boolean;
  readonly fails: boolean;
  /** Absent for one that leads to a URL. */
  readonly service?: { readonly namespace: string; readonly name: string };
  /** Called for no Pod at all, because another one has its place. */
  readonly isDeactivated: boolean;
  readonly isCalled: (namespace: Labels, pod: Labels) => boolean;
}

/** The webhook configurations that name a control plane, among objects. */
export const readWebhooks = (objects: readonly JsonObject[]): readonly Configuration[] =>
  objects
    .filter((object) => kinds.has(plainText(object.kind)) && labelOf(object, label.revision) !== '')
    .map(configurationOf);

const kinds = new Set(['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']);
/** Objects do not change: a cluster that is looked at often shares most of them. */
const seen = new WeakMap<JsonObject, Configuration>();

function configurationOf(object: JsonObject): Configuration {
  const known = seen.get(object);
  if (known !== undefined) return known;
  const kind = plainText(object.kind);
  const webhooks = kind === 'MutatingWebhookConfiguration' ? injectors(object) : validators(object);
  const configuration = {
    name: plainText(objectIn(object, 'metadata').name),
    ...{ kind, webhooks, revision: labelOf(object, label.revision) },
    validatesDefault: kind === 'ValidatingWebhookConfiguration' && labelOf(object, label.tag) === 'default',
    isCalled: (namespace: Labels, pod: Labels) => webhooks.some((one) => one.isCalled(namespace, pod)),
  };
  seen.set(object, configuration);
  return configuration;
}

function injectors(object: JsonObject): readonly SeenWebhook[] {
  const raw = objectsIn(object, 'webhooks');
  return calledWebhooks(object).map((read, index) => ({
    ...seenWebhook(raw[index] ?? {}),
    isCalled: (namespace, pod) => isCalledFor(read, namespace, pod),
  }));
}

const validators = (object: JsonObject): readonly SeenWebhook[] =>
  objectsIn(object, 'webhooks').map((webhook) => ({ ...seenWebhook(webhook), isCalled: () => false }));

function seenWebhook(webhook: JsonObject): Omit<SeenWebhook, 'isCalled'> {
  const { caBundle, service } = objectIn(webhook, 'clientConfig');
  const { namespace, name } = objectIn(service);
  return {
    name: plainText(webhook.name),
    hasCertificate: plainText(caBundle) !== '',
    fails: webhook.failurePolicy !== 'Ignore',
    isDeactivated: [webhook.namespaceSelector, webhook.objectSelector].some((selector) =>
      Object.hasOwn(objectIn(selector, 'matchLabels'), 'istio.io/deactivated'),
    ),
    ...(service !== undefined && { service: { namespace: plainText(namespace), name: plainText(name) } }),
  };
}
