import { planChange } from '../changes/index.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { idOfObject } from '../kube/apply/index.ts';
import { targetOfTag, type TagRequest } from './check-tag.ts';
import { deactivation } from './deactivation.ts';
import { injectionShifts } from './injection-shifts.ts';
import { istiodNotices } from './istiod-notices.ts';
import { labelsOf } from './object-labels.ts';
import { tagObjects } from './tag-objects.ts';
import type { TagPlan } from './tag-plan.ts';
import { webhookOverlaps } from './webhook-overlaps.ts';

/** A tag that is to be made or moved. */
export interface TagSetInput extends TagRequest {
  /** Of the control plane. */
  readonly namespace: string;
  /** Name of the webhook object. Default: that which the tag has, else `istio-revision-tag-<tag>`. */
  readonly webhookName?: string;
  /** The tag `default` also injects Pods that no label speaks of. */
  readonly everywhere?: boolean;
  /** Of the cluster: webhook configurations, Services of the control plane, Namespaces; Deployments of istiod for notices. */
  readonly objects: readonly JsonObject[];
}

/**
 * What it takes to set a tag.
 *
 * @throws {MeshctlError} `input` when it may not be set, as `targetOfTag` says.
 */
export function planTagSet(input: TagSetInput): TagPlan {
  const { tag, revision, objects } = input;
  const desired = desiredTag(input);
  const changes = desired.map((object) => {
    const live = objects.find((one) => idOfObject(one) === idOfObject(object));
    return planChange({ group: `tag ${tag}`, desired: object, ...(live && { live }) });
  });
  const after = [
    ...objects.filter((one) => !desired.some((object) => idOfObject(one) === idOfObject(object))),
    ...desired,
  ];
  const names = new Set(desired.map((object) => plainText(objectIn(object, 'metadata').name)));
  return {
    ...{ tag, revision, changes },
    injection: injectionShifts(objects, after, tag),
    overlaps: webhookOverlaps(after).filter(({ configuration }) => names.has(configuration)),
    notices: istiodNotices(revision, objects),
  };
}

/** The objects that a tag consists of, and before them an injector that gives way to the tag `default`. */
export function desiredTag(
  input: TagSetInput,
  how: { readonly mayCollide?: boolean } = {},
): readonly JsonObject[] {
  const { tag, namespace, everywhere = false, objects } = input;
  const injector = targetOfTag(input, objects, how);
  const webhookName = input.webhookName ?? nameOfWebhook(tag, objects);
  const liveValidator = objects.find((one) => isDefaultValidator(one));
  const made = tagObjects({
    ...{ tag, injector, namespace, everywhere },
    ...(webhookName !== undefined && { webhookName }),
    ...(liveValidator && { liveValidator }),
  });
  const givesWay = tag === 'default' ? deactivation(objects.find(isUnnamedInjector)) : undefined;
  return [givesWay, made.webhook, made.validator, made.service].filter((object) => object !== undefined);
}

/** The one that the tag has by now: another name would make a second webhook for the same Pods. */
function nameOfWebhook(tag: string, objects: readonly JsonObject[]): string | undefined {
  const names = objects
    .filter((one) => one.kind === 'MutatingWebhookConfiguration' && labelsOf(one)[label.tag] === tag)
    .map((one) => plainText(objectIn(one, 'metadata').name));
  return names.length === 1 ? names[0] : undefined;
}

function isUnnamedInjector(object: JsonObject): boolean {
  const { [label.revision]: revision, [label.tag]: tag } = labelsOf(object);
  return object.kind === 'MutatingWebhookConfiguration' && revision === 'default' && tag === undefined;
}

const isDefaultValidator = (object: JsonObject): boolean =>
  object.kind === 'ValidatingWebhookConfiguration' &&
  plainText(objectIn(object, 'metadata').name) === 'istiod-default-validator';
