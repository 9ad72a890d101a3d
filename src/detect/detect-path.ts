import { MeshctlError } from '../errors.ts';
import { plainText, isObject, type Json } from '../json.ts';
import type { Path } from '../path.ts';

/** A step of a path of a detection; see `Detection`. */
export type PathStep =
  | { readonly step: 'keys'; readonly names: readonly string[] }
  | { readonly step: 'items' | 'deep' | 'anyKey' }
  | { readonly step: 'where'; readonly field: string; readonly value: string; readonly orAbsent: boolean };

/** A value, and where it is; undefined where nothing is. */
export interface Hit {
  readonly path: Path;
  readonly value: Json | undefined;
}

/**
 * Reads a path of a detection.
 *
 * @throws {MeshctlError} `input` for text that is none.
 */
export function parseDetectPath(text: string): readonly PathStep[] {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const steps: PathStep[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text);
    if (found === null || found[0] === '')
      throw new MeshctlError('input', `${JSON.stringify(text)} is no path of a detection`);
    steps.push(...stepsOf(found));
  }
  parsed.set(text, steps);
  return steps;
}

/** The values at the end of a path; null counts as none. */
export function valuesAt(value: Json, steps: readonly PathStep[]): readonly Hit[] {
  return walk({ path: [], value }, steps).filter(({ value: found }) => found !== null);
}

/**
 * The places that a path leads to and that hold nothing. What stands before the last step that can lead to many places
 * must be there.
 */
export function gapsAt(value: Json, steps: readonly PathStep[]): readonly Hit[] {
  const many = steps.findLastIndex(({ step }) => step !== 'keys');
  const end = steps[many]?.step === 'deep' ? many + 2 : many + 1;
  const rest = steps.slice(end);
  if (rest.length === 0) return valuesAt(value, steps).length > 0 ? [] : [{ path: [], value: undefined }];
  return walk({ path: [], value }, steps.slice(0, end))
    .filter(({ value: place }) => place !== undefined && valuesAt(place, rest).length === 0)
    .map(({ path }) => ({ path: [...path, ...namesIn(rest)], value: undefined }));
}

const parsed = new Map<string, readonly PathStep[]>();

const token =
  /(\.\.)|\.?(\*)|\.?([A-Za-z0-9_-]+)|\.?\(([^()]+)\)|\[("(?:[^"\\]|\\.)*")\]|(\[\])|\{([\w.-]+)=([^{}]*?)( or absent)?\}/gy;

function stepsOf(found: RegExpExecArray): readonly PathStep[] {
  const [, deep, any, name, either, quoted, items, field, value = '', orAbsent] = found;
  if (deep !== undefined) return [{ step: 'deep' }];
  if (any !== undefined) return [{ step: 'anyKey' }];
  if (items !== undefined) return [{ step: 'items' }];
  if (field !== undefined) return [{ step: 'where', field, value, orAbsent: orAbsent !== undefined }];
  return [{ step: 'keys', names: namesOf(name, either, quoted) }];
}

function namesOf(name = '', either: string | undefined, quoted: string | undefined): readonly string[] {
  if (either !== undefined) return either.split('|');
  return [quoted === undefined ? name : String(JSON.parse(quoted))];
}

const namesIn = (steps: readonly PathStep[]): Path =>
  steps.flatMap((step) => (step.step === 'keys' ? step.names.slice(0, 1) : []));

function walk(from: Hit, steps: readonly PathStep[], at = 0): readonly Hit[] {
  const step = steps[at];
  if (step === undefined) return [from];
  const hits = reached(from, step);
  return hits.length === 0 ? hits : hits.flatMap((hit) => walk(hit, steps, at + 1));
}

function reached(from: Hit, step: PathStep): readonly Hit[] {
  switch (step.step) {
    case 'keys':
      return childrenAt(from, step.names);
    case 'items':
      return Array.isArray(from.value) ? children(from) : [];
    case 'anyKey':
      return isObject(from.value) ? children(from) : [];
    case 'deep':
      return withDescendants(from);
    case 'where':
      return meets(from.value, step) ? [from] : [];
  }
}

function childrenAt({ path, value }: Hit, names: readonly string[]): readonly Hit[] {
  if (!isObject(value)) return none;
  const there = names.filter((name) => Object.hasOwn(value, name));
  return there.length === 0 ? none : there.map((name) => ({ path: [...path, name], value: value[name] }));
}

const none: readonly Hit[] = [];

function children({ path, value }: Hit): readonly Hit[] {
  if (Array.isArray(value)) return value.map((item, index) => ({ path: [...path, index], value: item }));
  if (!isObject(value)) return [];
  return Object.entries(value).map(([key, inner]) => ({ path: [...path, key], value: inner }));
}

const withDescendants = (from: Hit): readonly Hit[] => [from, ...children(from).flatMap(withDescendants)];

function meets(value: Json | undefined, where: PathStep & { readonly step: 'where' }): boolean {
  if (!isObject(value)) return false;
  const found = Object.hasOwn(value, where.field) ? value[where.field] : undefined;
  return found === undefined || found === null ? where.orAbsent : plainText(found) === where.value;
}
