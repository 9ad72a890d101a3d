import { isObject, type Json } from '../../json.ts';
import type { Compiled } from './compiled.ts';
import { eachChild } from './each-child.ts';
import { structureRules as rules } from './structure-rules.ts';
import { note, type Walk } from './walk.ts';

/** Reports items of list sets and list maps that have the same keys as an earlier item. */
export function checkKeyedLists(walk: Walk, schema: Compiled, value: Json): void {
  if (!schema.hasKeyedLists) return;
  if (Array.isArray(value)) checkKeys(walk, schema, value);
  eachChild(schema, value, (child, step, item) => {
    walk.path.push(step);
    checkKeyedLists(walk, child, item);
    walk.path.pop();
  });
}

function checkKeys(walk: Walk, schema: Compiled, list: readonly Json[]): void {
  const { node } = schema;
  const type = node['x-kubernetes-list-type'];
  if (type !== 'set' && type !== 'map') return;
  const names = node['x-kubernetes-list-map-keys'] ?? [];
  const seen = new Map<string, number>();
  for (const [index, item] of list.entries()) {
    if (type === 'map' && !isObject(item)) continue;
    const key = type === 'set' ? item : names.map((name) => (isObject(item) ? (item[name] ?? null) : null));
    const text = JSON.stringify(key);
    const earlier = seen.get(text);
    if (earlier === undefined) seen.set(text, index);
    else noteDuplicate(walk, index, earlier, names);
  }
}

function noteDuplicate(walk: Walk, index: number, earlier: number, names: readonly string[]): void {
  walk.path.push(index);
  const what = names.length === 0 ? 'value' : names.map((name) => `\`${name}\``).join(' and ');
  note(walk, {
    rule: rules.duplicateItem,
    message: `the item has the same ${what} as item [${earlier}] of the list`,
    args: { index, earlier, keys: names },
    istio: false,
  });
  walk.path.pop();
}
