import { isObject, objectIn, valueIn, type Json, type JsonObject } from '../json.ts';

/** What of a value changes hands by itself: the part of a type that server-side apply goes by. */
export interface FieldType {
  /** How the items of a list are told apart: not at all (`atomic`), by their value (`set`), or by some fields. */
  readonly list: 'atomic' | 'set' | readonly ItemKey[];
  /** Whether a map is one value. */
  readonly atomic: boolean;
  /** The type of what a map has under a name. */
  readonly field: (name: string) => FieldType;
  /** Whether the type itself has that name; names such as those of labels are free. */
  readonly isNamed: (name: string) => boolean;
  /** Whether even an object without any value has a field of that name. */
  readonly isAlwaysThere: (name: string) => boolean;
  readonly item: FieldType;
}

/** A field that tells items apart, and what it is where it is missing. */
export interface ItemKey {
  readonly name: string;
  readonly unless?: Json;
}

/** Where nothing is known: maps field by field, lists as a whole. */
export const deducedType: FieldType = {
  list: 'atomic',
  atomic: false,
  field: () => deducedType,
  isNamed: () => false,
  isAlwaysThere: () => false,
  get item() {
    return deducedType;
  },
};

/**
 * A type by a schema of a CustomResourceDefinition.
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
export function schemaType(schema: Json | undefined): FieldType {
  if (!isObject(schema)) return deducedType;
  const properties = objectIn(schema, 'properties');
  return {
    list: listOf(schema),
    atomic: schema['x-kubernetes-map-type'] === 'atomic',
    field: (name) => schemaType(valueIn(properties, name) ?? schema.additionalProperties),
    isNamed: (name) => Object.hasOwn(properties, name),
    isAlwaysThere: () => false,
    get item() {
      return schemaType(schema.items);
    },
  };
}

function listOf(schema: JsonObject): FieldType['list'] {
  const type = schema['x-kubernetes-list-type'];
  const keys = schema['x-kubernetes-list-map-keys'];
  if (type === 'set') return 'set';
  if (type !== 'map' || !Array.isArray(keys)) return 'atomic';
  return keys.filter(isText).map((name) => {
    const unless = valueIn(schema, 'items', 'properties', name, 'default');
    return { name, ...(unless !== undefined && { unless }) };
  });
}

const isText = (value: Json): value is string => typeof value === 'string';
