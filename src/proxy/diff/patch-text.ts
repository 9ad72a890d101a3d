import { createTwoFilesPatch } from 'diff';
import type { Json, JsonObject } from '../../resources/index.ts';
import type { ProxyDiff } from './diff-dumps.ts';
import { identityIn, isSet } from './list-identity.ts';

/** A unified diff of the changed resources as JSON, fields by name and lists without order by what tells their items apart. */
export function patchText({ changed }: ProxyDiff): string {
  return changed
    .map(({ kind, name, before, after }) => {
      const file = `${kind}/${name}`;
      return createTwoFilesPatch(
        `a/${file}`,
        `b/${file}`,
        textOf(before),
        textOf(after),
        undefined,
        undefined,
        {
          context: 4,
        },
      );
    })
    .join('');
}

const textOf = (value: JsonObject): string => `${JSON.stringify(ordered(value, ''), undefined, 2)}\n`;

function ordered(value: Json, field: string): Json {
  if (Array.isArray(value)) {
    const items = value.map((item) => ordered(item, `${field}[]`));
    if (!isSet(field)) return items;
    return items
      .map((item) => ({ item, key: identityIn(field, item) ?? JSON.stringify(item) }))
      .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
      .map(({ item }) => item);
  }
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, ordered(value[name] ?? null, name)]));
}
