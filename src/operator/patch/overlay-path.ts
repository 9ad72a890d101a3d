import { isObject, setKey, type Json, type JsonObject } from '../../json.ts';

/** One step of the path of an overlay. */
type Step =
  | { readonly key: string }
  | { readonly index: number; readonly text: string }
  | { readonly where: string; readonly is: string }
  | { readonly matches: string };

/** Why a patch could not be made; undefined when it was. */
export type PatchFault = string | undefined;

/**
 * Changes the node at a path of an object: replaces it, or removes it when there is no value. Steps are joined by dots
 * (`\\.` is a dot of a key); `[2]` is an item by its place (`[-1]` and places beyond the end append), `[name:app]` the item
 * with that text, `[text]` the plain item that the expression matches. Missing maps are made. Changes `root`.
 *
 * @returns what does not fit: a list item that is not there, a path through a plain value.
 */
export function patchAt(root: JsonObject, path: string, value: Json | undefined): PatchFault {
  const steps = stepsOf(path);
  const last = steps.pop();
  if (last === undefined) return 'the path is empty';
  let place: Json = root;
  for (const step of steps) {
    const key = keyIn(place, step);
    if (typeof key === 'object') return key.fault;
    place = below(place, key);
  }
  const key = keyIn(place, last);
  if (typeof key === 'object') return key.fault;
  return put(place, key, value);
}

function stepsOf(path: string): Step[] {
  const parts = path.match(/(?:\\.|[^.\\[]|\[(?:\\.|[^\]])*\]?)+/gs) ?? [];
  return parts.flatMap((part) => {
    const [, name = '', brackets = ''] = /^((?:\\.|[^[])*)(.*)$/s.exec(part) ?? [];
    const items = [...brackets.matchAll(/\[((?:\\.|[^\]])*)\]/gs)].map(([, inner = '']) => itemStep(inner));
    return [...(name === '' ? [] : [{ key: plain(name) }]), ...items];
  });
}

const plain = (text: string): string => text.replace(/\\(.)/gs, '$1');

function itemStep(inner: string): Step {
  if (/^-?\d+$/.test(inner)) return { index: Number(inner), text: `[${inner}]` };
  const colon = /(?<!\\):/.exec(inner);
  if (colon === null) return { matches: plain(inner) };
  const where = plain(inner.slice(0, colon.index));
  const is = plain(inner.slice(colon.index + 1));
  return where === '' ? { matches: is } : { where, is };
}

/** The key or the place that a step means; an object when there is none. */
function keyIn(place: Json, step: Step): string | number | { readonly fault: string } {
  if ('key' in step)
    return isObject(place) ? step.key : { fault: `${shown(place)} has no field ${step.key}` };
  if ('index' in step) return indexIn(place, step);
  if (!Array.isArray(place)) return { fault: `${shown(place)} is no list` };
  if ('where' in step) {
    const found = indexWhere(place, step.where, step.is);
    return found < 0 ? { fault: `no item of the list matches [${step.where}:${step.is}]` } : found;
  }
  const pattern = expressionOf(step.matches);
  if (pattern === undefined) return { fault: `[${step.matches}] is no regular expression` };
  const found = place.findIndex((item) => pattern.test(textOf(item) ?? ''));
  return found < 0 ? { fault: `no item of the list matches [${step.matches}]` } : found;
}

/** Without a list there, what istioctl writes is a map with the brackets as its key. */
function indexIn(
  place: Json,
  { index, text }: { readonly index: number; readonly text: string },
): string | number | { readonly fault: string } {
  if (Array.isArray(place)) return index < 0 || index > place.length ? place.length : index;
  return isObject(place) ? text : { fault: `${shown(place)} is no list` };
}

const indexWhere = (list: readonly Json[], key: string, text: string): number =>
  list.findIndex((item) => isObject(item) && textOf(item[key]) === text);

function expressionOf(text: string): RegExp | undefined {
  try {
    return RegExp(text);
  } catch {
    return undefined;
  }
}

const textOf = (value: Json | undefined): string | undefined =>
  value === undefined || typeof value === 'object' ? undefined : String(value);

const shown = (value: Json): string =>
  Array.isArray(value) ? 'a list' : isObject(value) ? 'a map' : JSON.stringify(value);

/** What is at a place; a map is made where there is nothing. */
function below(place: Json, key: string | number): Json {
  const found = Array.isArray(place)
    ? place[Number(key)]
    : isObject(place) && Object.hasOwn(place, key)
      ? place[key]
      : undefined;
  if (found !== undefined && found !== null) return found;
  const made: JsonObject = {};
  put(place, key, made);
  return made;
}

function put(place: Json, key: string | number, value: Json | undefined): PatchFault {
  if (Array.isArray(place)) {
    if (value !== undefined) place[Number(key)] = value;
    else place.splice(Number(key), 1);
    return undefined;
  }
  if (!isObject(place)) return `${shown(place)} has no fields`;
  if (value !== undefined) setKey(place, String(key), value);
  else Reflect.deleteProperty(place, key);
  return undefined;
}
