import { plainText, type JsonObject } from '../json.ts';
import { labelOf } from '../label-of.ts';
import { label } from '../label.ts';
import type { KubeObject } from '../operator/index.ts';
import { defaultRevisionObjects, takesDefault } from '../revision/index.ts';
import type { DesiredInstall } from './desired-objects.ts';
import { isOwnedBy, ownershipLabels } from './install-owner.ts';
import { liveObject, type InstallState } from './install-state.ts';

const admission = 'admissionregistration.k8s.io/v1';

/**
 * What makes an installation the default revision, in the order of applying; empty when it does not become it, or
 * renders no injector. The injector that it renders is among these, because it is called for nothing from then on.
 */
export function defaultObjects(desired: DesiredInstall, state: InstallState): readonly JsonObject[] {
  const { owner, version } = desired;
  const injector = injectorOf(desired);
  if (injector === undefined || !becomesDefault(desired, state)) return [];
  const live = (kind: string, name: string) => liveObject(state, { apiVersion: admission, kind, name });
  const place = owner.namespace === 'istio-system' ? '' : `-${owner.namespace}`;
  const liveInjector = live('MutatingWebhookConfiguration', `istio-sidecar-injector${place}`);
  const liveValidator = live('ValidatingWebhookConfiguration', 'istiod-default-validator');
  return defaultRevisionObjects({
    ...{ revision: owner.revision, namespace: owner.namespace, injector },
    // Of its own injector only the certificate would be taken, which is left to istiod.
    ...(liveInjector && owner.revision !== 'default' && { liveInjector }),
    ...(liveValidator && { liveValidator }),
    ownerLabels: textsOf(ownershipLabels(owner, 'Pilot', version)),
    everywhere: desired.injectsEverywhere,
  });
}

/** The injector that is rendered for the revision itself, not for one of its tags. */
function injectorOf({ objects }: DesiredInstall): KubeObject | undefined {
  return objects.find(({ component, object }) => component === 'Pilot' && isInjector(object))?.object;
}

const isInjector = (object: KubeObject): boolean =>
  object.kind === 'MutatingWebhookConfiguration' && tagOf(object) === '';

/** One that was interrupted while it became the default goes on with it. */
function becomesDefault({ owner, managesWebhooks }: DesiredInstall, state: InstallState): boolean {
  const objects = [...state.objects.values()];
  const { revision } = owner;
  if (takesDefault({ state: objects, revision, operatorManageWebhooks: !managesWebhooks })) return true;
  return managesWebhooks && objects.some((object) => isDefaultTag(object) && isOwnedBy(object, owner));
}

/** Whether an object is the webhook of the tag `default`. */
export const isDefaultTag = (object: JsonObject): boolean =>
  object.kind === 'MutatingWebhookConfiguration' && tagOf(object) === 'default';

const tagOf = (object: JsonObject): string => labelOf(object, label.tag);

const textsOf = (labels: JsonObject): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, plainText(value)]));
