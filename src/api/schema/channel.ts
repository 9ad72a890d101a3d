import type { Channel } from './kind.ts';
import type { SchemaNode } from './node.ts';

const standardForms = new WeakMap<SchemaNode, SchemaNode>();

/**
 * A schema as a channel of Gateway API ships it. It is written down as the experimental channel has it; fields that
 * are experimental, and constraints that only the experimental channel has, are marked where they stand.
 */
export function inChannel(node: SchemaNode, channel: Channel): SchemaNode {
  if (channel === 'experimental') return node;
  let standard = standardForms.get(node);
  if (standard === undefined) {
    standard = standardOf(node);
    standardForms.set(node, standard);
  }
  return standard;
}

function standardOf(node: SchemaNode): SchemaNode {
  const { standard, properties, items, additionalProperties, ...rest } = node;
  const fields = Object.entries(properties ?? {}).filter(([, field]) => field.experimental !== true);
  const changed: SchemaNode = {
    ...defined({ ...rest, ...standard }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(fields.map(([name, field]) => [name, inChannel(field, 'standard')])),
    }),
    ...(items !== undefined && { items: inChannel(items, 'standard') }),
    ...(additionalProperties !== undefined && {
      additionalProperties: inChannel(additionalProperties, 'standard'),
    }),
  };
  return isSame(node, changed) ? node : changed;
}

/** A constraint that the standard channel lacks is marked as undefined. */
const defined = (constraints: object): Partial<SchemaNode> =>
  Object.fromEntries(Object.entries(constraints).filter(([, value]) => value !== undefined));

/** Keeps shared fragments shared: what does not differ stays the same object. */
function isSame(a: SchemaNode, b: SchemaNode): boolean {
  if (a.standard !== undefined) return false;
  const [before, after] = [Object.entries(a.properties ?? {}), b.properties ?? {}];
  return (
    before.every(([name, field]) => after[name] === field) &&
    a.items === b.items &&
    a.additionalProperties === b.additionalProperties
  );
}
