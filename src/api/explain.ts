import { closest } from '../closest.ts';
import { MeshctlError } from '../errors.ts';
import { inChannel } from './schema/channel.ts';
import type { Channel, KindDefinition } from './schema/kind.ts';
import { nodeOf, type SchemaNode } from './schema/node.ts';
import { ObjectMeta } from './object-meta.ts';

/** A field as `meshctl explain` shows it. */
export interface FieldInfo {
  readonly name: string;
  /** In kubectl's notation: `<string>`, `<[]Object>`, `<map[string]string>`. */
  readonly type: string;
  readonly description: string;
  readonly required: boolean;
  readonly values?: readonly string[];
  readonly deprecated?: string;
  readonly fields: readonly FieldInfo[];
}

/**
 * The field at a path such as `['spec', 'http', 'retries']` in a version of a kind; lists and maps are passed through.
 * Throws `MeshctlError('usage')` for a version or a path that the kind does not have.
 */
export function explainField(
  definition: KindDefinition,
  version: string,
  path: readonly string[],
  channel: Channel,
): FieldInfo {
  const found = definition.versions.find(({ name }) => name === version);
  if (found === undefined) throw unknownVersion(definition, version);
  const root = inChannel(nodeOf(found.schema), channel);
  const properties = { metadata: nodeOf(ObjectMeta), ...root.properties };
  let node: SchemaNode = { ...root, properties };
  let required = false;
  for (const [depth, step] of path.entries()) {
    const parent = content(node);
    const field = Object.hasOwn(parent.properties ?? {}, step) ? parent.properties?.[step] : undefined;
    if (field === undefined) throw unknownField(definition, path.slice(0, depth + 1), parent);
    required = parent.required?.includes(step) ?? false;
    node = field;
  }
  return infoOf(path.at(-1) ?? definition.kind, node, required);
}

/** What a list or map holds. */
function content(node: SchemaNode): SchemaNode {
  const inner = node.items ?? node.additionalProperties;
  return inner === undefined ? node : content(inner);
}

function infoOf(name: string, node: SchemaNode, required: boolean): FieldInfo {
  const { properties = {}, required: names = [] } = content(node);
  const words = content(node).enum;
  return {
    name,
    type: `<${typeOf(node)}>`,
    description: node.description ?? '',
    required,
    ...(words !== undefined && { values: words.map(String) }),
    ...(node.deprecated !== undefined && { deprecated: node.deprecated }),
    fields: Object.entries(properties).map(([field, schema]) => infoOf(field, schema, names.includes(field))),
  };
}

function typeOf(node: SchemaNode): string {
  if (node.items !== undefined) return `[]${typeOf(node.items)}`;
  if (node.additionalProperties !== undefined) return `map[string]${typeOf(node.additionalProperties)}`;
  if (node['x-kubernetes-int-or-string'] === true) return 'IntOrString';
  if (node.decode === 'duration') return 'duration';
  return node.type === 'object' || node.type === undefined ? 'Object' : node.type;
}

function unknownVersion({ kind, versions }: KindDefinition, version: string): MeshctlError {
  const names = versions.map(({ name }) => name).join(', ');
  return new MeshctlError('usage', `${kind} has no version ${version}`, { hint: `versions: ${names}` });
}

function unknownField(
  { kind }: KindDefinition,
  path: readonly string[],
  { properties = {} }: SchemaNode,
): MeshctlError {
  const names = Object.keys(properties);
  const meant = closest(path.at(-1) ?? '', names);
  const place = [kind, ...path.slice(0, -1)].join('.');
  const hint =
    meant !== undefined
      ? `did you mean ${place}.${meant}?`
      : names.length === 0
        ? 'it has no fields'
        : `its fields are ${names.join(', ')}`;
  return new MeshctlError('usage', `${place} has no field ${path.at(-1) ?? ''}`, { hint });
}
