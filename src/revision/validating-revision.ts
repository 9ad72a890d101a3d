import { objectIn, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { labelsOf } from './object-labels.ts';

/** Who validates what names no revision. */
export function validatingRevision(objects: readonly JsonObject[]): string | undefined {
  const validator = objects.find(
    (object) =>
      object.kind === 'ValidatingWebhookConfiguration' &&
      objectIn(object, 'metadata').name === 'istiod-default-validator',
  );
  return validator && labelsOf(validator)[label.revision];
}
