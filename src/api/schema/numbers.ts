import type { Json } from '../../json.ts';
import type { Compiled } from './compiled.ts';
import { wrongType } from './faults.ts';
import { replaced } from './repairs.ts';
import { structureRules as rules } from './structure-rules.ts';
import { note, type Walk } from './walk.ts';

/** Checks a whole number. */
export function visitInteger(walk: Walk, schema: Compiled, value: Json): void {
  if (typeof value !== 'number') readAsInteger(walk, schema, value);
  else if (!Number.isInteger(value)) wrongType(walk, 'a whole number', value);
  else if (schema.node.enum?.includes(value) === false) unknownNumber(walk, value, schema.node.enum);
  else checkRange(walk, schema, value);
}

/** Protobuf takes whole numbers in quotes. */
function readAsInteger(walk: Walk, schema: Compiled, value: Json): void {
  const isText = typeof value === 'string';
  const readable = isText && walk.readers.istio === 'protobuf' && /^-?\d+$/.test(value);
  if (readable) walk.rewrite = true;
  const fits = readable && isWithin(Number(value), rangeOf(schema));
  const plain = isText && /^-?(?:0|[1-9]\d{0,14})$/.test(value) && isWithin(Number(value), limitsOf(schema));
  wrongType(walk, 'a whole number', value, {
    hint: hintOf(value),
    decodes: fits,
    repair: plain ? replaced(walk, value, Number(value)) : undefined,
  });
}

function hintOf(value: Json): string | undefined {
  if (typeof value !== 'string') return undefined;
  return numberText.test(value) ? 'Remove the quotes.' : 'Write digits only.';
}

function unknownNumber(walk: Walk, value: number, allowed: readonly (string | number)[]): void {
  walk.celSkipped = true;
  const message = `${value} is not one of ${allowed.join(', ')}`;
  note(walk, { rule: rules.enum, message, args: { value, allowed }, istio: false });
}

type Range = readonly [number, number];

const isWithin = (value: number, [least, most]: Range): boolean => value >= least && value <= most;

/** What the protobuf type of the field holds. */
function rangeOf({ node }: Compiled): Range {
  if (node.decode === 'uint32') return [0, 4294967295];
  if (node.decode === 'uint64') return [0, 2 ** 64];
  if (node.format === 'int32') return [-2147483648, 2147483647];
  return [-(2 ** 63), 2 ** 63];
}

/** What the CRD allows; the API server also knows 32-bit numbers. */
function limitsOf({ node }: Compiled): Range {
  const { minimum = -Infinity, maximum = Infinity, format } = node;
  return format === 'int32'
    ? [Math.max(minimum, -2147483648), Math.min(maximum, 2147483647)]
    : [minimum, maximum];
}

function checkRange(walk: Walk, schema: Compiled, value: number): void {
  const [range, limits] = [rangeOf(schema), limitsOf(schema)];
  const decodes = isWithin(value, range);
  const allowed = isWithin(value, limits);
  if (decodes && allowed) return;
  const [least, most] = [Math.max(range[0], limits[0]), Math.min(range[1], limits[1])];
  note(walk, {
    rule: rules.bound,
    message: value < least ? `${value} is below ${least}` : `${value} is above ${most}`,
    args: { value, minimum: least, maximum: most },
    istio: !decodes,
    apiserver: !allowed,
  });
}

/** Checks a number with a fraction. */
export function visitNumber(walk: Walk, { node }: Compiled, value: Json): void {
  if (typeof value !== 'number') {
    readAsNumber(walk, value);
    return;
  }
  const { minimum = -Infinity, maximum = Infinity } = node;
  if (isWithin(value, [minimum, maximum])) return;
  note(walk, {
    rule: rules.bound,
    message: value < minimum ? `${value} is below ${minimum}` : `${value} is above ${maximum}`,
    args: { value, minimum: node.minimum, maximum: node.maximum },
    istio: false,
  });
}

/** What protobuf reads as a double. */
const numberText = /^(-?\d+(\.\d+)?([eE][+-]?\d+)?|NaN|-?Infinity)$/;

function readAsNumber(walk: Walk, value: Json): void {
  const isText = typeof value === 'string';
  const readable = isText && walk.readers.istio === 'protobuf' && numberText.test(value);
  if (readable) walk.rewrite = true;
  const plain = isText && /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(value);
  wrongType(walk, 'a number', value, {
    hint: hintOf(value),
    decodes: readable,
    repair: plain ? replaced(walk, value, Number(value)) : undefined,
  });
}
