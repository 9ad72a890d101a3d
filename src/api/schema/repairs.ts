import { clearlyClosest } from '../../closest.ts';
import type { Repair } from '../../finding.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { EditStep } from '../../resources/index.ts';
import type { Compiled } from './compiled.ts';
import type { Successor } from './fields.ts';
import type { Walk } from './walk.ts';

/** Another name for a field of the object where the walk stands. */
export function renamed({ path }: Walk, name: string, to: string): Repair {
  return {
    description: `rename \`${name}\` to \`${to}\``,
    steps: [{ op: 'rename', path: [...path, name], name: to }],
  };
}

/** The field that a misspelt one can only be meant to be: the object lacks it, and it takes such a value. */
export function respelt(
  walk: Walk,
  fields: ReadonlyMap<string, Compiled>,
  name: string,
  object: JsonObject,
): Repair | undefined {
  const meant = clearlyClosest(name, fields.keys());
  const field = meant === undefined ? undefined : fields.get(meant);
  if (meant === undefined || field === undefined || Object.hasOwn(object, meant)) return undefined;
  return takes(field, object[name] ?? null) ? renamed(walk, name, meant) : undefined;
}

/** Whether a value is an object, a list or a scalar as the field asks for. */
function takes({ node: { type } }: Compiled, value: Json): boolean {
  if (value === null) return true;
  if (type === 'object') return isObject(value);
  return type === undefined || Array.isArray(value) === (type === 'array');
}

/** Another value at the place where the walk stands. */
export function replaced({ path }: Walk, from: Json, to: Json): Repair {
  return {
    description: `replace ${JSON.stringify(from)} by ${JSON.stringify(to)}`,
    steps: [{ op: 'set', path: [...path], value: to }],
  };
}

/** Text instead of the number or boolean where the walk stands, spelt as it is. */
export function quoted({ path }: Walk, value: Json): Repair | undefined {
  if (typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return {
    description: 'put the value in quotes',
    steps: [{ op: 'quote', path: [...path] }],
  };
}

/** Carries the value of a deprecated field of the object where the walk stands over to its successor. */
export function succeeded(
  { path }: Walk,
  name: string,
  { field, wrap, each, excludes = [] }: Successor,
  object: JsonObject,
): Repair | undefined {
  if ([field, ...excludes].some((other) => Object.hasOwn(object, other))) return undefined;
  const place = [...path, name];
  const value = object[name];
  const items = Array.isArray(value) && each !== undefined ? [...value.keys()] : [];
  const steps: EditStep[] = [{ op: 'rename', path: place, name: field }];
  if (wrap !== undefined) steps.push({ op: 'wrap', path: place, key: wrap });
  for (const index of items) steps.push({ op: 'wrap', path: [...place, index], key: each ?? '' });
  const instead = wrap === undefined ? field : `${field}.${wrap}`;
  return { description: `use \`${instead}\` instead of \`${name}\``, steps };
}
