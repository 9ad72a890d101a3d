import { isDeepStrictEqual } from 'node:util';
import { isObject, plainText, setKey, type Json, type JsonObject } from '../../json.ts';
import { badRequest, Refusal } from '../refusal.ts';

/**
 * Carries out a JSON Patch (RFC 6902). The value is not changed.
 *
 * @throws {Refusal} 400 for what is no patch; 422 when a place is not there or a test fails.
 */
export function jsonPatch(value: Json, patch: Json): Json {
  if (!Array.isArray(patch)) throw badRequest('a JSON patch is a list of operations');
  return patch.reduce((patched: Json, operation) => carryOut(structuredClone(patched), operation), value);
}

function carryOut(value: Json, operation: Json): Json {
  if (!isObject(operation)) throw badRequest('an operation of a JSON patch is an object');
  const name = plainText(operation.op);
  const operate = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operate === undefined) throw badRequest(`"${name}" is no operation of a JSON patch`);
  return operate(value, pointer(operation.path), operation);
}

type Operate = (value: Json, path: readonly string[], operation: JsonObject) => Json;

const operations: Readonly<Record<string, Operate>> = {
  add: (value, path, operation) => added(value, path, operation.value ?? null),
  remove: removed,
  replace: (value, path, operation) => {
    valueAt(value, path);
    return added(removed(value, path), path, operation.value ?? null);
  },
  copy: (value, path, { from }) => added(value, path, structuredClone(valueAt(value, pointer(from)))),
  move: (value, path, { from }) => {
    const moved = valueAt(value, pointer(from));
    return added(removed(value, pointer(from)), path, moved);
  },
  test: (value, path, operation) => {
    if (isDeepStrictEqual(valueAt(value, path), operation.value)) return value;
    throw impossible(`testing path ${plainText(operation.path)} failed`);
  },
};

const impossible = (message: string): Refusal => new Refusal(422, 'Invalid', message, {});

function pointer(text: Json | undefined): readonly string[] {
  const path = plainText(text);
  if (path === '') return [];
  if (!path.startsWith('/')) throw badRequest(`"${path}" is no JSON pointer`);
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(value: Json, path: readonly string[]): Json {
  let found: Json | undefined = value;
  for (const step of path) {
    if (Array.isArray(found)) found = found[Number(step)];
    else found = isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
    if (found === undefined) throw impossible(`there is no /${path.join('/')}`);
  }
  return found;
}

function added(value: Json, path: readonly string[], content: Json): Json {
  const last = path.at(-1);
  if (last === undefined) return content;
  const holder = valueAt(value, path.slice(0, -1));
  if (Array.isArray(holder)) {
    const index = last === '-' ? holder.length : Number(last);
    if (!Number.isInteger(index) || index < 0 || index > holder.length)
      throw impossible(`there is no /${path.join('/')}`);
    holder.splice(index, 0, content);
  } else if (isObject(holder)) setKey(holder, last, content);
  else throw impossible(`there is no /${path.join('/')}`);
  return value;
}

function removed(value: Json, path: readonly string[]): Json {
  const last = path.at(-1);
  if (last === undefined) return null;
  valueAt(value, path);
  const holder = valueAt(value, path.slice(0, -1));
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (isObject(holder)) Reflect.deleteProperty(holder, last);
  return value;
}
