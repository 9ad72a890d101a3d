import { calledWebhooks, isCalledFor, type ReadWebhook } from '../analyze/injectors/index.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { labelsOf, type Labels } from './object-labels.ts';

/** A MutatingWebhookConfiguration of a control plane. */
export interface Injector {
  readonly name: string;
  /** Of the control plane that injects. */
  readonly revision: string;
  /** Where it is that of a tag. */
  readonly tag: string | undefined;
  readonly webhooks: readonly ReadWebhook[];
  readonly object: JsonObject;
}

/** The injectors among objects: all MutatingWebhookConfigurations that name a revision. */
export function readInjectors(objects: readonly JsonObject[]): readonly Injector[] {
  return objects.flatMap((object) => {
    if (object.kind !== 'MutatingWebhookConfiguration') return [];
    const { [label.revision]: revision, [label.tag]: tag } = labelsOf(object);
    if (revision === undefined) return [];
    const name = plainText(objectIn(object, 'metadata').name);
    return [{ ...{ name, revision, tag, object }, webhooks: calledWebhooks(object) }];
  });
}

/**
 * The injectors that are called for a Pod with these labels in a Namespace with those: nobody, one, or several, which
 * is a fault.
 */
export const injectorsOf = (
  namespace: Labels,
  pod: Labels,
  injectors: readonly Injector[],
): readonly Injector[] =>
  injectors.filter(({ webhooks }) => webhooks.some((webhook) => isCalledFor(webhook, namespace, pod)));
