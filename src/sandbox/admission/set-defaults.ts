import { isObject, type Json, type JsonObject } from '../../json.ts';

/**
 * A place, and what stands there when nothing does: `spec.containers[].ports[].protocol`. A function gets the object
 * that has the place. Nothing is set in an object that is not there.
 */
export type Default = readonly [path: string, value: Json | ((holder: JsonObject) => Json | undefined)];

/** Sets defaults one after the other. The object is changed: give one that nobody else has. */
export function setDefaults(object: JsonObject, defaults: readonly Default[], base = ''): void {
  for (const [path, value] of defaults) {
    const steps = (base + path).split('.');
    const key = steps.pop() ?? '';
    for (const holder of holdersOf(object, steps)) {
      if (!isEmpty(holder[key])) continue;
      const found = typeof value === 'function' ? value(holder) : structuredClone(value);
      if (found !== undefined) holder[key] = found;
    }
  }
}

/** An empty text is nothing, too, in most fields of Kubernetes. */
const isEmpty = (value: Json | undefined): boolean => value === undefined || value === null || value === '';

function holdersOf(object: JsonObject, steps: readonly string[]): readonly JsonObject[] {
  let holders: readonly JsonObject[] = [object];
  for (const step of steps) {
    const key = step.replace('[]', '');
    holders = holders
      .flatMap((holder) => {
        const value = holder[key];
        return step.endsWith('[]') && Array.isArray(value) ? value : [value];
      })
      .filter(isObject);
  }
  return holders;
}
