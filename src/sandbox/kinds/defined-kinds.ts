import { objectIn, objectsIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import { conditionOf } from '../store/condition.ts';
import type { Kind } from './kind.ts';

/** The kinds of a CustomResourceDefinition, one for each version that it serves; none before it is established. */
export function definedKinds(definition: JsonObject): readonly Kind[] {
  if (conditionOf(definition, 'Established')?.status !== 'True') return [];
  const { group, names, scope, versions } = objectIn(definition, 'spec');
  const text = (key: string): string => plainText(valueIn(names, key));
  const shared = {
    group: plainText(group),
    kind: text('kind'),
    resource: text('plural'),
    singular: text('singular') || text('kind').toLowerCase(),
    namespaced: scope !== 'Cluster',
    shortNames: textsIn(valueIn(names, 'shortNames')),
    categories: textsIn(valueIn(names, 'categories')),
    generation: true,
  };
  return objectsIn(versions)
    .filter(({ served }) => served !== false)
    .sort((a, b) => rankOf(plainText(b.name)) - rankOf(plainText(a.name)))
    .map((version) => ({
      ...shared,
      version: plainText(version.name),
      status: valueIn(version, 'subresources', 'status') !== undefined,
      scale: false,
      custom: { schema: objectIn(version, 'schema', 'openAPIV3Schema') },
    }));
}

const textsIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(plainText) : [];

/** v2 before v1 before v1beta2 before v1alpha1 before anything else: the order in which versions are preferred. */
function rankOf(version: string): number {
  const [, major, stage, minor] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
  if (major === undefined) return -1;
  const stages: Readonly<Record<string, number>> = { alpha: 1, beta: 2 };
  return (stage === undefined ? 3 : (stages[stage] ?? 0)) * 1e6 + Number(major) * 1e3 + Number(minor ?? 0);
}
