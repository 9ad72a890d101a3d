import { pushTo } from '../../group-by.ts';
import type { Json, JsonObject } from '../../json.ts';
import { ObjectMeta } from '../object-meta.ts';
import { inChannel } from './channel.ts';
import type { Channel, KindDefinition } from './kind.ts';
import { nodeOf, type SchemaNode } from './node.ts';

/**
 * The JSON Schema (draft-07) of a kind for editors: names, types, descriptions, limits and deprecations, without the
 * rules that only CEL can say. Versions that share a schema share it here.
 */
export function editorSchema(definition: KindDefinition, channel: Channel): JsonObject {
  return { $schema: draft, ...schemaOfKind(definition, channel) };
}

/** One schema for files of any of these kinds: the kind of a document decides which one counts. */
export function editorSchemaOfAll(definitions: readonly KindDefinition[], channel: Channel): JsonObject {
  const branches = definitions.map((definition) => ({
    if: onlyFor(definition),
    then: schemaOfKind(definition, channel),
  }));
  return { $schema: draft, title: 'Objects of Istio and Gateway API', allOf: branches };
}

const draft = 'http://json-schema.org/draft-07/schema#';

function schemaOfKind(definition: KindDefinition, channel: Channel): JsonObject {
  const served = definition.versions.filter(
    ({ name, served }) => served && !(channel === 'standard' && definition.unservedInStandard.includes(name)),
  );
  const byRoot = new Map<SchemaNode, string[]>();
  for (const { name, schema } of served) pushTo(byRoot, nodeOf(schema), `${definition.group}/${name}`);
  const variants = [...byRoot].map(([root, versions]) =>
    variantOf(definition, inChannel(root, channel), versions),
  );
  const [only, ...others] = variants;
  return {
    title: `${definition.kind} (${definition.group})`,
    ...(only !== undefined && others.length === 0 ? only : { oneOf: variants }),
  };
}

const onlyFor = ({ group, kind }: KindDefinition): JsonObject => ({
  required: ['apiVersion', 'kind'],
  properties: { apiVersion: { pattern: `^${group.replaceAll('.', '\\.')}/` }, kind: { const: kind } },
});

function variantOf(definition: KindDefinition, root: SchemaNode, versions: readonly string[]): JsonObject {
  const fields = Object.fromEntries(
    Object.entries(root.properties ?? {}).filter(([name]) => !head.has(name)),
  );
  return {
    description: root.description ?? '',
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata', ...(root.required ?? []).filter((name) => !head.has(name))],
    properties: {
      apiVersion: { description: 'The API group and version of the object.', enum: [...versions] },
      kind: { description: 'The kind of the object.', const: definition.kind },
      metadata: jsonSchema(nodeOf(ObjectMeta)),
      ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, jsonSchema(field)])),
    },
    additionalProperties: false,
  };
}

const head = new Set(['apiVersion', 'kind', 'metadata']);

/** Keywords that mean the same in both worlds. */
const shared = [
  'type',
  'format',
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'default',
  'required',
  'oneOf',
  'anyOf',
  'allOf',
] as const;

/** A node as JSON Schema. */
function jsonSchema(node: SchemaNode): JsonObject {
  const result: JsonObject = {};
  if (node.description !== undefined && node.description !== '') result.description = node.description;
  for (const key of shared) {
    const value = node[key];
    if (value !== undefined) result[key] = value as Json;
  }
  if (node.nullable === true && typeof result.type === 'string') result.type = [result.type, 'null'];
  if (node.deprecated !== undefined)
    Object.assign(result, { deprecated: true, deprecationMessage: node.deprecated });
  if (node.items !== undefined) result.items = jsonSchema(node.items);
  return Object.assign(result, fieldsOf(node));
}

function fieldsOf(node: SchemaNode): JsonObject {
  if (node.additionalProperties !== undefined)
    return { additionalProperties: jsonSchema(node.additionalProperties) };
  if (node.properties === undefined) return {};
  const fields = Object.entries(node.properties).map(([name, field]) => [name, jsonSchema(field)] as const);
  const open = node['x-kubernetes-preserve-unknown-fields'] === true;
  return { properties: Object.fromEntries(fields), ...(!open && { additionalProperties: false }) };
}
