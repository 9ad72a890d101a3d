import { MeshctlError } from '../../errors.ts';
import { isObject, plainText, setKey, type Json, type JsonObject } from '../../json.ts';
import type { Path } from '../../path.ts';

/** One step of the path of `--set`: a key, an index of a list, or the item of a list with `key: value`. */
export type SetStep =
  { readonly key: string } | { readonly index: number } | { readonly where: string; readonly is: string };

/**
 * Reads a path such as `components.ingressGateways.[name:edge].label.team`: steps joined by dots, `\.` for a dot that
 * belongs to a key, `name[0]` or `name.[0]` for list items. Like a file path it is cleaned first: `a/../b` is `b`.
 *
 * @throws {MeshctlError} `usage` when there is no path.
 */
export function parseSetPath(text: string): readonly SetStep[] {
  const steps = cleaned(text).flatMap(stepsOf);
  if (steps.length === 0) {
    throw new MeshctlError('usage', `\`${text}\` is no path of a setting`, {
      hint: 'write it as `--set values.global.tag=1.31.1`',
    });
  }
  return steps;
}

/** The parts between dots. */
function cleaned(text: string): string[] {
  const kept: string[] = [];
  for (const part of text.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '.' && part !== '') kept.push(part);
  }
  return kept.join('/').match(/(?:\\.|[^.\\[]|\[[^\]]*\]?)+/g) ?? [];
}

function stepsOf(part: string): SetStep[] {
  const found = /^((?:\\.|[^[])*)(.*)$/s.exec(part);
  const [, name = '', brackets = ''] = found ?? [];
  const key = name.replace(/\\(.)/gs, '$1');
  const items = [...brackets.matchAll(/\[([^\]]*)\]/g)].map(([, inner = '']) => itemStep(inner));
  return [...(key === '' ? [] : [{ key }]), ...items];
}

function itemStep(inner: string): SetStep {
  if (/^\d+$/.test(inner)) return { index: Number(inner) };
  const [where = '', ...is] = inner.split(':');
  return is.length === 0 ? { key: `[${inner}]` } : { where, is: is.join(':') };
}

/**
 * Sets a value. Missing maps and lists on the way are made; an index beyond the end appends. Changes `root`.
 *
 * @returns where the value is now.
 * @throws {MeshctlError} `usage` when the path runs through a plain value, or names a list item that is not there.
 */
export function setAt(root: JsonObject, steps: readonly SetStep[], value: Json, text: string): Path {
  const path: (string | number)[] = [];
  let place: Json = root;
  steps.forEach((step, i) => {
    const key = keyIn(place, step, text);
    path.push(key);
    if (i === steps.length - 1) {
      put(place, key, value);
      return;
    }
    const next = steps[i + 1];
    const below = valueAt(place, key) ?? (next !== undefined && 'index' in next ? [] : {});
    put(place, key, below);
    place = below;
  });
  return path;
}

/** The key or index that a step means in a map or list. */
function keyIn(place: Json, step: SetStep, text: string): string | number {
  if ('key' in step && isObject(place)) return step.key;
  if (!Array.isArray(place) || 'key' in step) throw notThrough(place, step, text);
  if ('index' in step) return Math.min(step.index, place.length);
  const found = place.findIndex((item) => isObject(item) && plainText(item[step.where]) === step.is);
  if (found >= 0) return found;
  const known = place.flatMap((item) =>
    isObject(item) && item[step.where] !== undefined ? [plainText(item[step.where])] : [],
  );
  throw new MeshctlError('usage', `\`--set ${text}\`: no item of the list has ${step.where} ${step.is}`, {
    reason: `nothing matches [${step.where}:${step.is}]`,
    hint: known.length === 0 ? 'give the list in a file with -f first' : `there are: ${known.join(', ')}`,
  });
}

function notThrough(place: Json, step: SetStep, text: string): MeshctlError {
  const wanted = 'key' in step ? `the key ${step.key}` : 'a list item';
  const there = Array.isArray(place)
    ? 'a list'
    : isObject(place)
      ? 'a map'
      : `the value ${JSON.stringify(place)}`;
  return new MeshctlError('usage', `\`--set ${text}\` asks for ${wanted} of ${there}`, {
    hint: 'set the whole value, or mend the path',
  });
}

function valueAt(place: Json, key: string | number): Json | undefined {
  if (Array.isArray(place)) return place[Number(key)];
  return isObject(place) && Object.hasOwn(place, key) ? place[key] : undefined;
}

function put(place: Json, key: string | number, value: Json): void {
  if (Array.isArray(place)) place[Number(key)] = value;
  else if (isObject(place)) setKey(place, String(key), value);
}
