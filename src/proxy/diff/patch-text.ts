import { createTwoFilesPatch } from 'diff';
import { escapeLines, printable } from '../../output/index.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import type { ChangedResource } from './changed-resource.ts';
import type { LoneResource, ProxyDiff } from './diff-dumps.ts';
import { identityIn, isSet } from './list-identity.ts';

/**
 * A unified diff of the changed resources as JSON, fields by name and lists without order by what tells their items apart.
 * Of a resource that one dump has, a line says so, as of files in diff(1).
 */
export function patchText({ removed, added, changed }: ProxyDiff): string {
  const onlyIn = (side: string) => (one: LoneResource) =>
    `Only in ${side}: ${printable(`${one.kind}/${one.name}`)}\n`;
  const lines = [...removed.map(onlyIn('a')), ...added.map(onlyIn('b'))];
  return [...lines, ...changed.map(patchOf)].join('');
}

function patchOf({ kind, name, before, after }: ChangedResource): string {
  const file = printable(`${kind}/${name}`);
  const [old, now] = [escapeLines(textOf(before)), escapeLines(textOf(after))];
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, old, now, undefined, undefined, { context: 4 });
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
