import { TemplateFault } from '../template-fault.ts';
import { entry } from '../values/go-map.ts';
import { type GoFunction, GoInt, GoStruct, type GoMap, type GoValue } from '../values/go-value.ts';
import { elementsOf } from '../values/typed.ts';
import { isMap, typeOf } from '../values/type-of.ts';
import { methodsOf, type Methods } from '../values/with-methods.ts';
import { zeroOf } from '../values/zero-of.ts';
import type { MissingKey } from './state.ts';

/** A field or entry, or the method that has to be called for it. */
export type Member = { readonly value: GoValue } | { readonly method: GoFunction };

/** What `.Name` gives of a value; a `TemplateFault` where the value has no such field. */
export function memberOf(value: GoValue, name: string, missingKey: MissingKey): Member {
  if (value === undefined) {
    if (missingKey === 'error') throw new TemplateFault(`there is no value that could have the key ${name}`);
    return { value: undefined };
  }
  if (value === null) throw new TemplateFault(`.${name} is asked of nil: the value before it is null`);
  if (value instanceof GoStruct) return memberOfStruct(value, name);
  const method = own(methodsOfOther(value) ?? {}, name);
  if (method !== undefined) return { method };
  if (isMap(value)) return { value: entryOf(value, name, missingKey) };
  throw new TemplateFault(`there is no field ${name} in a value of type ${typeOf(value)}`);
}

/** The methods of what is no struct. */
function methodsOfOther(value: GoValue): Methods | undefined {
  if (value instanceof GoInt) return value.named?.methods;
  return Array.isArray(value) || isMap(value) ? methodsOf(value) : undefined;
}

function memberOfStruct(struct: GoStruct, name: string): Member {
  const method = own(struct.methods, name);
  if (method !== undefined) return { method };
  const type = typeOf(struct);
  if (struct.nil) throw new TemplateFault(`.${name} is asked of a nil pointer, type ${type}`);
  if (Object.hasOwn(struct.fields, name)) return { value: struct.fields[name] ?? null };
  throw new TemplateFault(`there is no field ${name} in a value of type ${type}`);
}

function entryOf(map: GoMap, key: string, missingKey: MissingKey): GoValue {
  const found = entry(map, key);
  if (found !== undefined || missingKey === 'nothing') return found;
  if (missingKey === 'error') throw new TemplateFault(`the map has no key ${JSON.stringify(key)}`);
  return zeroOf(elementsOf(map));
}

const own = (methods: Readonly<Record<string, GoFunction>>, name: string): GoFunction | undefined =>
  Object.hasOwn(methods, name) ? methods[name] : undefined;
