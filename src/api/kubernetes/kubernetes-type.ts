import type { TSchema } from 'typebox';
import { anyValue, bool, int32, int64, intOrString, list, map, quantity, string } from '../schema/fields.ts';
import { typeTable } from './type-table.ts';

const built = new Map<string, TSchema>();

/** The schema of a Kubernetes type, such as `V1Toleration`: names and types of its fields. */
export function kubernetesType(name: string, description = ''): TSchema {
  let schema = built.get(name);
  if (schema === undefined) {
    const properties = {};
    schema = { type: 'object', properties };
    built.set(name, schema);
    for (const [field, type] of Object.entries(typeTable[name] ?? {})) {
      Object.assign(properties, { [field]: fieldOf(type) });
    }
  }
  return description === '' ? schema : { ...schema, description };
}

function fieldOf(type: string): TSchema {
  if (type.startsWith('[]')) return list(fieldOf(type.slice(2)), '');
  if (type.startsWith('{}')) return map(fieldOf(type.slice(2)), '');
  if (type in typeTable) return kubernetesType(type);
  return leaves[type]?.() ?? anyValue();
}

const leaves: Readonly<Record<string, () => TSchema>> = {
  string: () => string(),
  Date: () => string(),
  boolean: () => bool(),
  int32: () => int32(),
  int64: () => int64(),
  IntOrString: () => intOrString(),
  Quantity: () => quantity(),
};
