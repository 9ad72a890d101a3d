import { closest } from '../../closest.ts';
import { parseDuration } from '../../duration.ts';
import type { Json } from '../../resources/index.ts';
import type { Compiled } from './compiled.ts';
import { structureRules as rules } from './structure-rules.ts';
import { asSentence, describe, note, type Walk } from './walk.ts';

/** Checks a text, a duration, or one of a closed list of words. */
export function visitString(walk: Walk, schema: Compiled, value: Json): void {
  if (schema.enum !== undefined) {
    visitEnum(walk, schema, schema.enum, value);
  } else if (schema.node.decode === 'quantity' || isLooseText(walk, schema, value)) {
    if (schema.node.decode === 'quantity') visitQuantity(walk, value);
  } else if (typeof value !== 'string') {
    wrongType(walk, 'text', value, textHint(schema, value));
  } else if (schema.node.decode === 'duration' && parseDuration(value) === undefined) {
    badDuration(walk, schema, value);
  } else {
    checkText(walk, schema, value);
  }
}

/** Numbers (and in fragments of values also booleans) that are read as text. */
function isLooseText({ readers }: Walk, { node }: Compiled, value: Json): boolean {
  if (typeof value !== 'number' && typeof value !== 'boolean') return false;
  return readers.looseText === true || (node.decode === 'scalar' && typeof value === 'number');
}

const amount = /^[+-]?(\d+\.?\d*|\.\d+)([EPTGMK]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

function visitQuantity(walk: Walk, value: Json): void {
  if (typeof value === 'number' || (typeof value === 'string' && amount.test(value))) return;
  wrongType(walk, 'an amount such as `500m` or `2Gi`', value);
}

function textHint({ node }: Compiled, value: Json): string | undefined {
  if (typeof value === 'object') return undefined;
  return node.decode === 'duration'
    ? 'Write a duration with a unit, such as `5s`.'
    : 'Put the value in quotes.';
}

function badDuration(walk: Walk, { node }: Compiled, value: string): void {
  note(walk, {
    rule: rules.duration,
    message: `${JSON.stringify(value)} is not a duration`,
    hint: 'Write numbers with the units h, m, s, ms, us or ns, such as `5s`, `100ms` or `1h30m`.',
    args: { value },
    apiserver: node.cel !== undefined,
  });
}

function checkText(walk: Walk, { node, pattern }: Compiled, value: string): void {
  if (node.maxLength !== undefined && value.length > node.maxLength && characters(value) > node.maxLength) {
    walk.celSkipped = true;
    bound(walk, `at most ${node.maxLength} characters`, `${characters(value)}`);
  }
  if (node.minLength !== undefined && value.length < node.minLength) {
    bound(walk, node.minLength === 1 ? 'some text' : `at least ${node.minLength} characters`, 'none');
  }
  if (pattern !== undefined && !pattern.test(value)) {
    note(walk, {
      rule: rules.pattern,
      message: `${JSON.stringify(value)} does not have the form ${String(node.pattern)}`,
      args: { value, pattern: node.pattern },
      istio: false,
    });
  }
  if (node.format === 'byte' && !base64.test(value)) {
    wrongType(walk, 'base64 text', value);
  }
  const replacement = node.deprecatedValues?.[value];
  if (replacement !== undefined) deprecatedValue(walk, value, replacement);
}

const base64 = /^[A-Za-z0-9+/_-]*={0,2}\s*$/;
const characters = (text: string): number => [...text].length;

function visitEnum(walk: Walk, { node }: Compiled, words: ReadonlySet<string>, value: Json): void {
  if (typeof value === 'string') {
    const replacement = node.deprecatedValues?.[value];
    if (replacement !== undefined) deprecatedValue(walk, value, replacement);
    if (words.has(value)) return;
    walk.celSkipped = true;
    const meant = closest(value, [...words]);
    note(walk, {
      rule: rules.enum,
      message: `${JSON.stringify(value)} is not one of ${[...words].join(', ')}`,
      hint: meant === undefined ? undefined : `Did you mean ${JSON.stringify(meant)}?`,
      args: { value, allowed: [...words], ...(meant !== undefined && { meant }) },
    });
    return;
  }
  const asNumber = walk.readers.istio === 'protobuf' && typeof value === 'number' && Number.isInteger(value);
  if (asNumber) walk.rewrite = true;
  wrongType(walk, `one of ${[...words].join(', ')}`, value, undefined, asNumber);
}

function deprecatedValue(walk: Walk, value: string, replacement: string): void {
  note(walk, {
    rule: rules.deprecatedField,
    message: `${JSON.stringify(value)} is deprecated`,
    hint: asSentence(replacement),
    args: { value, replacement },
  });
}

/** Checks a whole number. */
export function visitInteger(walk: Walk, schema: Compiled, value: Json): void {
  const { node } = schema;
  if (typeof value !== 'number') {
    const read = walk.readers.istio === 'protobuf' ? integerText(value) : undefined;
    if (read !== undefined) walk.rewrite = true;
    const readable = read !== undefined && fits(schema, read);
    wrongType(
      walk,
      'a whole number',
      value,
      typeof value === 'string' ? 'Remove the quotes.' : undefined,
      readable,
    );
    return;
  }
  if (!Number.isInteger(value)) {
    wrongType(walk, 'a whole number', value);
    return;
  }
  if (node.enum?.includes(value) === false) {
    walk.celSkipped = true;
    note(walk, {
      rule: rules.enum,
      message: `${value} is not one of ${node.enum.join(', ')}`,
      args: { value, allowed: node.enum },
      istio: false,
    });
    return;
  }
  const decodes = fits(schema, value);
  if (node.minimum !== undefined && value < node.minimum) outOfBounds(walk, schema, value, decodes);
  else if (node.maximum !== undefined && value > node.maximum) outOfBounds(walk, schema, value, decodes);
  else if (!decodes) outOfBounds(walk, schema, value, decodes);
}

function outOfBounds(walk: Walk, schema: Compiled, value: number, decodes: boolean): void {
  const { minimum, maximum } = schema.node;
  const [least, most] = rangeOf(schema);
  const from = Math.max(minimum ?? least, least);
  const to = Math.min(maximum ?? most, most);
  note(walk, {
    rule: rules.bound,
    message: value < from ? `${value} is below ${from}` : `${value} is above ${to}`,
    args: { value, minimum: from, maximum: to },
    istio: !decodes,
    apiserver:
      (minimum !== undefined && value < minimum) ||
      (maximum !== undefined && value > maximum) ||
      isInt32(schema),
  });
}

const isInt32 = (schema: Compiled): boolean => schema.node.format === 'int32';

/** The number in a text such as protobuf accepts for integers. */
function integerText(value: Json): number | undefined {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

const fits = (schema: Compiled, value: number): boolean => {
  const [least, most] = rangeOf(schema);
  return value >= least && value <= most;
};

function rangeOf({ node }: Compiled): readonly [number, number] {
  if (node.decode === 'uint32') return [0, 4294967295];
  if (node.decode === 'uint64') return [0, 2 ** 64];
  if (node.format === 'int32') return [-2147483648, 2147483647];
  return [-(2 ** 63), 2 ** 63];
}

/** Checks a number with a fraction. */
export function visitNumber(walk: Walk, { node }: Compiled, value: Json): void {
  if (typeof value !== 'number') {
    const readable = walk.readers.istio === 'protobuf' && typeof value === 'string' && numberText.test(value);
    if (readable) walk.rewrite = true;
    wrongType(
      walk,
      'a number',
      value,
      typeof value === 'string' ? 'Remove the quotes.' : undefined,
      readable,
    );
    return;
  }
  const { minimum, maximum } = node;
  const low = minimum !== undefined && value < minimum;
  if (!low && (maximum === undefined || value <= maximum)) return;
  note(walk, {
    rule: rules.bound,
    message: low ? `${value} is below ${minimum}` : `${value} is above ${String(maximum)}`,
    args: { value, minimum, maximum },
    istio: false,
  });
}

/** What protobuf reads as a double. */
const numberText = /^(-?\d+(\.\d+)?([eE][+-]?\d+)?|NaN|-?Infinity)$/;

export function visitBoolean(walk: Walk, value: Json): void {
  if (typeof value !== 'boolean') wrongType(walk, 'true or false', value);
}

export function visitIntOrString(walk: Walk, value: Json): void {
  const fine = typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value));
  if (!fine) wrongType(walk, 'a whole number or text', value);
}

/** Notes a value of the wrong type; `decodes` when Istio reads it nevertheless. */
export function wrongType(walk: Walk, expected: string, value: Json, hint?: string, decodes = false): void {
  walk.celSkipped = true;
  note(walk, {
    rule: rules.type,
    message: `expected ${expected}, found ${describe(value)}`,
    hint,
    args: { expected },
    istio: !decodes,
  });
}

/** Notes a broken limit of the CRD. */
export function bound(walk: Walk, expected: string, found: string): void {
  note(walk, {
    rule: rules.bound,
    message: `expected ${expected}, found ${found}`,
    args: { expected, found },
    istio: false,
  });
}
