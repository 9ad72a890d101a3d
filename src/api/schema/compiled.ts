import { linearPattern, type Pattern } from './linear-pattern.ts';
import type { SchemaNode } from './node.ts';

/** A schema made ready for walking: look-ups by name that no key of a document can confuse. */
export interface Compiled {
  readonly node: SchemaNode;
  readonly fields: ReadonlyMap<string, Compiled> | undefined;
  /** Fields under their protobuf spelling, where that differs. */
  readonly aliases: ReadonlyMap<string, string> | undefined;
  readonly items: Compiled | undefined;
  readonly values: Compiled | undefined;
  readonly pattern: Pattern | undefined;
  readonly enum: ReadonlySet<string> | undefined;
  /** Whether there is a CEL rule here or below. */
  readonly hasCel: boolean;
  /** Whether there is a default here or below. */
  readonly hasDefaults: boolean;
  /** Whether there is a list set or list map here or below. */
  readonly hasKeyedLists: boolean;
}

const known = new WeakMap<SchemaNode, Compiled>();

/** Compiles a schema once; fragments that several places share are compiled once, too. */
export function compile(node: SchemaNode): Compiled {
  let compiled = known.get(node);
  if (compiled === undefined) {
    compiled = build(node);
    known.set(node, compiled);
  }
  return compiled;
}

function build(node: SchemaNode): Compiled {
  const fields = fieldsOf(node.properties);
  const items = node.items && compile(node.items);
  const values = node.additionalProperties && compile(node.additionalProperties);
  const parts = [...(fields.fields?.values() ?? []), items, values].filter((part) => part !== undefined);
  const has = (name: 'hasCel' | 'hasDefaults' | 'hasKeyedLists'): boolean => parts.some((part) => part[name]);
  return {
    node,
    ...fields,
    items,
    values,
    ...matchersOf(node),
    hasCel: node.cel !== undefined || has('hasCel'),
    hasDefaults: node.default !== undefined || has('hasDefaults'),
    hasKeyedLists: isKeyed(node) || has('hasKeyedLists'),
  };
}

const matchersOf = ({ type, pattern, enum: words }: SchemaNode): Pick<Compiled, 'pattern' | 'enum'> => ({
  pattern: pattern === undefined ? undefined : linearPattern(pattern),
  enum: type === 'string' && words !== undefined ? new Set(words.map(String)) : undefined,
});

const isKeyed = (node: SchemaNode): boolean => ['set', 'map'].includes(node['x-kubernetes-list-type'] ?? '');

type Fields = Pick<Compiled, 'fields' | 'aliases'>;

const knownFields = new WeakMap<object, Fields>();

function fieldsOf(properties: SchemaNode['properties']): Fields {
  if (properties === undefined) return { fields: undefined, aliases: undefined };
  let fields = knownFields.get(properties);
  if (fields === undefined) {
    const entries = Object.entries(properties);
    fields = {
      fields: new Map(entries.map(([name, node]) => [name, compile(node)])),
      aliases: new Map(entries.flatMap(([name, node]) => aliasesOf(name, node))),
    };
    knownFields.set(properties, fields);
  }
  return fields;
}

function aliasesOf(name: string, node: SchemaNode): [string, string][] {
  if (node.aliasOf !== undefined) return [[name, node.aliasOf]];
  const protoName = node.protoName ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return protoName === name ? [] : [[protoName, name]];
}
