import { compareText } from '../compare-text.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { keyOf, type ObjectKey } from '../kube/apply/index.ts';
import { istiodIn, type Istiod } from './istiod-in.ts';
import { labelsOf } from './object-labels.ts';

/** One control plane. */
export interface Revision {
  /** `default` for the one without a name. */
  readonly name: string;
  /** Its own objects: injector, validators, Services. Those of tags are not among them. */
  readonly objects: readonly ObjectKey[];
  /** Its Deployments; none for a control plane outside of the cluster. */
  readonly istiods: readonly Istiod[];
}

/** The control planes that objects of a cluster belong to, by name. */
export function revisionsOf(objects: readonly JsonObject[]): readonly Revision[] {
  const revisions = new Map<string, Revision & { objects: ObjectKey[]; istiods: Istiod[] }>();
  for (const object of objects) {
    if (!parts.has(plainText(object.kind))) continue;
    const { [label.revision]: name } = labelsOf(object);
    if (name === undefined || !isOfControlPlane(object)) continue;
    const known = revisions.get(name) ?? { name, objects: [], istiods: [] };
    revisions.set(name, known);
    if (object.kind === 'Deployment') known.istiods.push(istiodIn(object));
    else known.objects.push(keyOf(object));
  }
  return [...revisions.values()].sort((a, b) => compareText(a.name, b.name));
}

/** Others are not even looked at: a cluster has tens of thousands. */
const parts: ReadonlySet<string> = new Set([
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
  'Service',
  'Deployment',
]);

/** The objects of a tag are no control plane, and a validator is none by itself. */
function isOfControlPlane(object: JsonObject): boolean {
  const { [label.tag]: tag, app } = labelsOf(object);
  if (tag !== undefined) return false;
  switch (object.kind) {
    case 'MutatingWebhookConfiguration':
      return true;
    case 'ValidatingWebhookConfiguration':
      return plainText(objectIn(object, 'metadata').name).startsWith('istio-validator');
    case 'Service':
    case 'Deployment':
      return app === 'istiod';
    default:
      return false;
  }
}
