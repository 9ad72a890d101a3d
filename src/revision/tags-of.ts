import { compareText } from '../compare-text.ts';
import { plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { keyOf, type ObjectKey } from '../kube/apply/index.ts';
import { labelsOf } from './object-labels.ts';

/** A name that stands for a revision. */
export interface Tag {
  readonly name: string;
  /** Revision that it stands for; objects that name another one make a second tag of the same name. */
  readonly revision: string;
  /** MutatingWebhookConfigurations, Services and, of `default`, the validator: what the tag consists of. */
  readonly objects: readonly ObjectKey[];
}

/** The tags that objects of a cluster make, by name and revision. A validator alone makes none. */
export function tagsOf(objects: readonly JsonObject[]): readonly Tag[] {
  const tags = new Map<string, Tag & { objects: ObjectKey[] }>();
  for (const object of objects) {
    if (!parts.has(plainText(object.kind))) continue;
    const { [label.tag]: name, [label.revision]: revision } = labelsOf(object);
    if (name === undefined || revision === undefined) continue;
    const known = tags.get(`${name} ${revision}`) ?? { name, revision, objects: [] };
    tags.set(`${name} ${revision}`, known);
    known.objects.push(keyOf(object));
  }
  return [...tags.values()]
    .filter(({ objects: own }) => own.some(({ kind }) => kind !== 'ValidatingWebhookConfiguration'))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.revision, b.revision));
}

const parts: ReadonlySet<string> = new Set([
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
  'Service',
]);
