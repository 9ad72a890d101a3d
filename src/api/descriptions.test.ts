import { describe, expect, test } from 'vitest';
import { IstioOperatorSpec } from './istio-operator.ts';
import { kinds } from './kinds.ts';
import { MeshConfig } from './mesh-config.ts';
import { MeshNetworks } from './mesh-networks.ts';
import { OperatorValues } from './operator-values.ts';
import { nodeOf, type SchemaNode } from './schema/node.ts';

interface Described {
  readonly name: string;
  readonly place: string;
  readonly text: string;
}

const small = new Set(['', 'the', 'a', 'an', 'of', 'is', 'this', 'field', 'value', 'for', 'to']);

const definitions = await Promise.all(kinds.map((entry) => entry.load()));
const roots: [string, SchemaNode][] = [
  ...definitions.flatMap(({ kind, versions }) =>
    versions.map(({ name, schema }): [string, SchemaNode] => [`${kind}/${name}`, nodeOf(schema)]),
  ),
  ['MeshConfig', nodeOf(MeshConfig)],
  ['MeshNetworks', nodeOf(MeshNetworks)],
  ['IstioOperator', nodeOf(IstioOperatorSpec)],
  ['values', nodeOf(OperatorValues)],
];
const fields = roots.flatMap(([place, node]) => fieldsOf(node, place));

describe('every field of every kind', () => {
  test('is there to be described', () => {
    expect(fields.length).toBeGreaterThan(4000);
  });

  test('has a description of one line that says more than its name', () => {
    const poor = fields.filter(({ name, text }) => {
      const words = text
        .toLowerCase()
        .replace(/[^a-z ]/g, '')
        .split(' ')
        .filter((word) => !small.has(word));
      const nameWords = new Set(
        name
          .replace(/([A-Z])/g, ' $1')
          .toLowerCase()
          .split(' '),
      );
      return text.length > 240 || text.includes('\n') || words.every((word) => nameWords.has(word));
    });
    expect(poor).toEqual([]);
  });

  test('shares its description with fields of the same name only', () => {
    const names = new Map<string, Set<string>>();
    for (const { name, text } of fields) names.set(text, (names.get(text) ?? new Set()).add(name));
    const shared = [...names].filter(([, users]) => users.size > 1);
    expect(shared.map(([text, users]) => `${[...users].join(', ')}: ${text}`)).toEqual([]);
  });
});

/** Kubernetes types inside an operator spec are described by Kubernetes. */
function fieldsOf(node: SchemaNode, place: string): Described[] {
  const inner = node.items ?? node.additionalProperties;
  if (inner !== undefined) return fieldsOf(inner, place);
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const below = isKubernetes(field) ? [] : fieldsOf(field, `${place}.${name}`);
    return [{ name, place: `${place}.${name}`, text: field.description ?? '' }, ...below];
  });
}

function isKubernetes(node: SchemaNode): boolean {
  const inner = node.items ?? node;
  const texts = Object.values(inner.properties ?? {}).map(({ description = '' }) => description);
  return texts.length > 0 && texts.every((text) => text === '');
}
