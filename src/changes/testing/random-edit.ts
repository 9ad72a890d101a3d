import fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '../../json.ts';

/** A change of an object somewhere: of its fields, items and values, but not of which object it is. */
export type Edit = (object: JsonObject) => JsonObject;

export const randomEdit: fc.Arbitrary<Edit> = fc
  .record({
    place: fc.nat(),
    what: fc.constantFrom('remove', 'remove', 'change', 'change', 'copy', 'label'),
    label: fc.record({ name: fc.constantFrom('l0', 'l1', 'l2'), value: fc.constantFrom('v0', 'v1') }),
  })
  .map(({ place, what, label }) => (object) => {
    const edited = structuredClone(object);
    if (what === 'label') return labelled(edited, label);
    const places = placesIn(edited);
    places[place % Math.max(1, places.length)]?.[what]();
    return edited;
  });

function labelled(object: JsonObject, { name, value }: { name: string; value: string }): JsonObject {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const labels = { ...(isObject(metadata.labels) && metadata.labels), [name]: value };
  return { ...object, metadata: { ...metadata, labels } };
}

interface Place {
  readonly remove: () => void;
  readonly change: () => void;
  readonly copy: () => void;
}

const fixed = new Set([
  '.apiVersion',
  '.kind',
  '.metadata',
  '.metadata.name',
  '.metadata.namespace',
  '.spec',
]);

/** All fields and items of a value. */
function placesIn(value: Json, path = ''): Place[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => [
      placeOf(item, (next) => {
        value.splice(index, 1, ...next);
      }),
      ...placesIn(item, `${path}[]`),
    ]);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    const below = placesIn(field, `${path}.${name}`);
    if (fixed.has(`${path}.${name}`) || path === '.metadata.managedFields[]') return below;
    return [
      placeOf(field, ([next]) => {
        replace(value, name, next);
      }),
      ...below,
    ];
  });
}

function replace(object: JsonObject, name: string, value: Json | undefined): void {
  if (value === undefined) Reflect.deleteProperty(object, name);
  else object[name] = value;
}

function placeOf(value: Json, put: (values: Json[]) => void): Place {
  return {
    remove: () => {
      put([]);
    },
    change: () => {
      put([changed(value)]);
    },
    copy: () => {
      put([
        value,
        isObject(value) && typeof value.name === 'string' ? { ...value, name: `${value.name}y` } : value,
      ]);
    },
  };
}

function changed(value: Json): Json {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return Array.isArray(value) ? [...value].reverse() : value;
}
