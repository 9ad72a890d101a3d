import { planDeletion } from '../changes/index.ts';
import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { injectionShifts } from './injection-shifts.ts';
import { labelsOf } from './object-labels.ts';
import type { TagPlan } from './tag-plan.ts';
import { tagsOf } from './tags-of.ts';

/** A tag that is to go. */
export interface TagRemoveInput {
  readonly tag: string;
  /** Of the cluster: webhook configurations, Services of the control plane, Namespaces. */
  readonly objects: readonly JsonObject[];
}

/**
 * What it takes to remove a tag.
 *
 * @throws {MeshctlError} `input` when there is no such tag.
 */
export function planTagRemove({ tag, objects }: TagRemoveInput): TagPlan {
  const own = parts.flatMap((kind) =>
    objects.filter((object) => object.kind === kind && labelsOf(object)[label.tag] === tag),
  );
  if (!own.some(({ kind }) => kind !== 'ValidatingWebhookConfiguration')) throw noTag(tag, objects);
  const after = objects.filter((object) => !own.includes(object));
  return {
    ...{ tag, revision: undefined, overlaps: [] },
    changes: own.map((live) => planDeletion({ group: `tag ${tag}`, live, reason: `part of the tag ${tag}` })),
    injection: injectionShifts(objects, after, tag),
    notices:
      tag === 'default'
        ? [
            'nobody injects for istio-injection=enabled, nor validates what names no revision, until default is set again',
          ]
        : [],
  };
}

const parts = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'Service'];

function noTag(tag: string, objects: readonly JsonObject[]): MeshctlError {
  const names = [...new Set(tagsOf(objects).map(({ name }) => name))];
  return new MeshctlError('input', `there is no tag ${tag}`, {
    hint: names.length === 0 ? 'there are no tags here' : `known are ${names.join(', ')}`,
  });
}
