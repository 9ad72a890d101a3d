import { closest } from '../../closest.ts';
import type { Repair } from '../../finding.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { keeps } from './alternatives.ts';
import type { Compiled } from './compiled.ts';
import type { Alternative } from './fields.ts';
import { bound, wrongType } from './faults.ts';
import { visitInteger, visitNumber } from './numbers.ts';
import { renamed, replaced, respelt, succeeded } from './repairs.ts';
import { structureRules as rules } from './structure-rules.ts';
import { visitString } from './texts.ts';
import { asSentence, note, type Walk } from './walk.ts';

/** Checks a value against its schema, for all readers in one pass; problems gather in the walk. */
export function visit(walk: Walk, schema: Compiled, value: Json): void {
  switch (schema.node.type) {
    case 'object':
      visitMembers(walk, schema, value);
      return;
    case 'array':
      visitList(walk, schema, value);
      return;
    case 'string':
      visitString(walk, schema, value);
      return;
    case 'integer':
      visitInteger(walk, schema, value);
      return;
    case 'number':
      visitNumber(walk, schema, value);
      return;
    case 'boolean':
      if (typeof value !== 'boolean') notBoolean(walk, value);
      return;
    case undefined:
      if (schema.node['x-kubernetes-int-or-string'] === true) visitIntOrString(walk, value);
  }
}

function notBoolean(walk: Walk, value: Json): void {
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  const repair = /^(?:true|false)$/.test(word) ? replaced(walk, value, word === 'true') : undefined;
  wrongType(walk, 'true or false', value, { repair });
}

function visitMembers(walk: Walk, schema: Compiled, value: Json): void {
  if (!isObject(value)) wrongType(walk, 'an object', value);
  else if (schema.values !== undefined) visitMap(walk, schema, schema.values, value);
  else visitObject(walk, schema, value);
}

function visitObject(walk: Walk, schema: Compiled, value: JsonObject): void {
  const { fields, node } = schema;
  const open = node['x-kubernetes-preserve-unknown-fields'] === true;
  if (fields === undefined && open) return;
  for (const name in value) {
    const field = fields?.get(name);
    if (field !== undefined) visitField(walk, field, name, value);
    else if (!open) visitUnknown(walk, schema, name, value);
  }
  if (node.required !== undefined) checkRequired(walk, node.required, value);
  checkSize(walk, schema, value);
  checkAlternatives(walk, schema, value);
}

function visitField(walk: Walk, field: Compiled, name: string, object: JsonObject): void {
  const value = object[name] as Json;
  if (value === null) {
    walk.rewrite = true;
    if (field.node.nullable !== true) walk.nulls = true;
    return;
  }
  const { deprecated, successor, aliasOf } = field.node;
  const repair = successor && succeeded(walk, name, successor, object);
  walk.path.push(name);
  if (deprecated !== undefined) noteDeprecated(walk, name, deprecated, repair);
  if (aliasOf !== undefined) walk.rewrite = true;
  visit(walk, field, value);
  walk.path.pop();
}

function noteDeprecated(walk: Walk, name: string, replacement: string, repair: Repair | undefined): void {
  note(walk, {
    rule: rules.deprecatedField,
    message: `\`${name}\` is deprecated`,
    hint: asSentence(replacement),
    args: { field: name, replacement },
    repair,
    at: 'key',
  });
}

function visitUnknown(walk: Walk, { fields, aliases }: Compiled, name: string, object: JsonObject): void {
  const meant = walk.readers.istio === 'protobuf' ? aliases?.get(name) : undefined;
  const field = meant === undefined ? undefined : fields?.get(meant);
  if (meant === undefined || field === undefined) {
    noteUnknown(walk, fields, name, object);
    return;
  }
  walk.rewrite = true;
  noteProtoName(walk, name, meant);
  const value = object[name] as Json;
  if (value === null) return;
  walk.path.push(name);
  visit(walk, field, value);
  walk.path.pop();
}

function noteProtoName(walk: Walk, name: string, meant: string): void {
  note(walk, {
    rule: rules.unknownField,
    message: `the API server does not know \`${name}\`: it is the protobuf spelling of \`${meant}\``,
    hint: `Write \`${meant}\`.`,
    args: { field: name, meant },
    repair: renamed(walk, name, meant),
    field: name,
    at: 'key',
    istio: false,
  });
}

function noteUnknown(
  walk: Walk,
  fields: ReadonlyMap<string, Compiled> = new Map(),
  name: string,
  object: JsonObject,
): void {
  const names = [...fields.keys()];
  const meant = closest(name, names);
  const shown = names.length > 12 ? `${names.slice(0, 12).join(', ')}, ...` : names.join(', ');
  const ignored = walk.readers.unknownFields === 'ignored' || isOtherCase(walk, name, meant);
  note(walk, {
    rule: ignored ? rules.ignoredField : rules.unknownField,
    message: ignored ? `Istio ignores the unknown field \`${name}\`` : `unknown field \`${name}\``,
    hint:
      meant !== undefined
        ? `Did you mean \`${meant}\`?`
        : shown === ''
          ? undefined
          : `Fields here: ${shown}.`,
    args: { field: name, ...(meant !== undefined && { meant }) },
    repair: respelt(walk, fields, name, object),
    field: name,
    at: 'key',
  });
}

/** Go reads the fields of its structs in any case; what is made of them afterwards goes by the exact name. */
const isOtherCase = ({ readers, path }: Walk, name: string, meant: string | undefined): boolean =>
  readers.istio === 'json' && path.length > 0 && meant?.toLowerCase() === name.toLowerCase();

function checkRequired(walk: Walk, required: readonly string[], value: JsonObject): void {
  for (const name of required) {
    if (Object.hasOwn(value, name) && value[name] !== null) continue;
    walk.celSkipped = true;
    walk.path.push(name);
    note(walk, {
      rule: rules.required,
      message: `\`${name}\` is required`,
      args: { field: name },
      istio: false,
    });
    walk.path.pop();
  }
}

function checkSize(walk: Walk, { node }: Compiled, value: JsonObject): void {
  const { minProperties, maxProperties } = node;
  if (minProperties === undefined && maxProperties === undefined) return;
  const size = Object.values(value).filter((item) => item !== null).length;
  if (minProperties !== undefined && size < minProperties)
    bound(walk, `at least ${minProperties} entries`, `${size}`);
  if (maxProperties !== undefined && size > maxProperties) {
    walk.celSkipped = true;
    bound(walk, `at most ${maxProperties} entries`, `${size}`);
  }
}

function checkAlternatives(walk: Walk, { node }: Compiled, value: JsonObject): void {
  if (node.oneOf !== undefined) checkOneOf(walk, node.oneOf, value);
  for (const part of node.allOf ?? []) if (part.oneOf !== undefined) checkOneOf(walk, part.oneOf, value);
}

function checkOneOf(walk: Walk, branches: readonly Alternative[], value: JsonObject): void {
  if (branches.filter((branch) => keeps(value, branch)).length === 1) return;
  walk.rewrite = true;
  const names = branches.flatMap(({ required }) => required ?? []);
  const set = names.filter((name) => value[name] !== undefined && value[name] !== null);
  note(walk, {
    rule: rules.alternatives,
    message:
      set.length > 1
        ? `${quoted(set)} exclude each other: set one of them`
        : 'the fields do not fit together: see the description of the object',
    args: { fields: set },
    istio: false,
  });
}

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' and ');

function visitMap(walk: Walk, schema: Compiled, values: Compiled, value: JsonObject): void {
  for (const key in value) {
    const item = value[key] as Json;
    walk.path.push(key);
    if (schema.node.keys !== undefined) checkKey(walk, key);
    if (item !== null) visit(walk, values, item);
    walk.path.pop();
    if (item !== null) continue;
    walk.rewrite = true;
    if (values.node.nullable !== true) walk.nulls = true;
  }
  checkSize(walk, schema, value);
}

function visitList(walk: Walk, { node, items }: Compiled, value: Json): void {
  if (!Array.isArray(value)) {
    wrongType(walk, 'a list', value, { hint: 'Start each item with `- `.' });
    return;
  }
  if (node.minItems !== undefined && value.length < node.minItems) {
    bound(walk, `at least ${node.minItems} ${node.minItems === 1 ? 'item' : 'items'}`, `${value.length}`);
  }
  if (node.maxItems !== undefined && value.length > node.maxItems) {
    walk.celSkipped = true;
    bound(walk, `at most ${node.maxItems} items`, `${value.length}`);
  }
  if (items === undefined) return;
  for (const [index, item] of value.entries()) {
    walk.path.push(index);
    if (item === null) noteNullItem(walk, items);
    else visit(walk, items, item);
    walk.path.pop();
  }
}

function noteNullItem(walk: Walk, items: Compiled): void {
  walk.rewrite = true;
  if (items.node.nullable === true || items.node.type === undefined) return;
  walk.celSkipped = true;
  note(walk, {
    rule: rules.type,
    message: 'the list item is null',
    hint: 'Fill it in or remove it.',
    args: { expected: items.node.type },
    istio: false,
  });
}

function checkKey(walk: Walk, key: string): void {
  if (walk.readers.istio !== 'protobuf' || (/^(?:0|[1-9]\d*)$/.test(key) && Number(key) <= 4294967295))
    return;
  note(walk, {
    rule: rules.type,
    message: `expected a number as key, found ${JSON.stringify(key)}`,
    args: { expected: 'a number', key },
    at: 'key',
    apiserver: false,
  });
}

function visitIntOrString(walk: Walk, value: Json): void {
  if (typeof value === 'string') return;
  // Go keeps the number in 32 bits.
  const most = walk.readers.istio === 'json' ? 2 ** 31 - 1 : Infinity;
  const fine = Number.isInteger(value) && Number(value) <= most && Number(value) >= -most - 1;
  if (!fine) wrongType(walk, 'a whole number or text', value);
}
