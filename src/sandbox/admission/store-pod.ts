import { canonicalQuantity } from '../../canonical-quantity.ts';
import { isObject, objectIn, objectsIn, plainText, type JsonObject } from '../../json.ts';

/**
 * Writes the specification of a pod, or that of a template, as a server stores it: amounts in their shortest form, and
 * variables without the value that says nothing. The object is changed.
 */
export function storePod(spec: JsonObject): void {
  for (const container of [...objectsIn(spec.containers), ...objectsIn(spec.initContainers)]) {
    for (const amounts of [
      objectIn(container, 'resources', 'limits'),
      objectIn(container, 'resources', 'requests'),
    ])
      shorten(amounts);
    for (const variable of objectsIn(container.env))
      if (variable.value === '') Reflect.deleteProperty(variable, 'value');
  }
  for (const { emptyDir } of objectsIn(spec.volumes))
    if (isObject(emptyDir) && emptyDir.sizeLimit !== undefined) shorten(emptyDir, ['sizeLimit']);
}

function shorten(amounts: JsonObject, names = Object.keys(amounts)): void {
  for (const name of names) amounts[name] = canonicalQuantity(plainText(amounts[name]));
}
