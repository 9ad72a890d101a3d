import type { Json, JsonObject } from '../../json.ts';
import type { CelRule } from './fields.ts';
import { inChannel } from './channel.ts';
import type { Channel, KindDefinition, KindVersion, PrinterColumn } from './kind.ts';
import { nodeOf, type SchemaNode } from './node.ts';

/**
 * The CustomResourceDefinition of a kind, as the API server takes it (apiextensions.k8s.io/v1). Descriptions and the
 * messages of CEL rules are meshctl's own; all that decides about a document is what Istio and Gateway API ship.
 */
export function crdOf(definition: KindDefinition, channel: Channel): JsonObject {
  const { group, kind, plural, singular, listKind, shortNames, categories, scope } = definition;
  const names = {
    categories: [...categories],
    kind,
    listKind,
    plural,
    ...(shortNames.length > 0 && { shortNames: [...shortNames] }),
    singular,
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      annotations: { ...definition.annotations },
      ...(Object.keys(definition.labels).length > 0 && { labels: { ...definition.labels } }),
      name: `${plural}.${group}`,
    },
    spec: {
      group,
      names,
      scope,
      versions: definition.versions.map((version) => versionOf(definition, version, channel)),
    },
  };
}

function versionOf(definition: KindDefinition, version: KindVersion, channel: Channel): JsonObject {
  const unserved = channel === 'standard' && definition.unservedInStandard.includes(version.name);
  const columns = version.columns.map(columnOf);
  return {
    ...(columns.length > 0 && { additionalPrinterColumns: columns }),
    ...(version.deprecated && { deprecated: true }),
    name: version.name,
    schema: { openAPIV3Schema: openApi(inChannel(nodeOf(version.schema), channel)) },
    served: version.served && !unserved,
    storage: version.storage,
    subresources: version.statusSubresource ? { status: {} } : {},
  };
}

const columnOf = ({ name, type, jsonPath, priority }: PrinterColumn): JsonObject => ({
  jsonPath,
  name,
  ...(priority !== undefined && { priority }),
  type,
});

/** What meshctl knows beyond OpenAPI is not part of a CRD. */
const own = new Set([
  'cel',
  'decode',
  'keys',
  'deprecated',
  'deprecatedValues',
  'successor',
  'numbers',
  'protoName',
  'aliasOf',
  'experimental',
  'standard',
  '~kind',
  '~unsafe',
]);

function openApi(node: SchemaNode): JsonObject {
  const entries = Object.entries(node).flatMap(([key, value]): [string, Json][] => {
    if (own.has(key) || value === undefined || value === '') return [];
    return [[key, part(key, value as Json | SchemaNode)]];
  });
  const rules = node.cel?.map(validationOf) ?? [];
  return Object.fromEntries([
    ...entries,
    ...(rules.length > 0 ? [['x-kubernetes-validations', rules] as const] : []),
  ]);
}

function part(key: string, value: Json | SchemaNode): Json {
  if (key === 'properties') {
    const fields = Object.entries(value as Readonly<Record<string, SchemaNode>>);
    return Object.fromEntries(fields.map(([name, field]) => [name, openApi(field)]));
  }
  if (key === 'items' || key === 'additionalProperties') return openApi(value as SchemaNode);
  return value as Json;
}

const validationOf = ({ rule, message }: CelRule): JsonObject => ({ message, rule });
