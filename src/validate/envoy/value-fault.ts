import { envoyEnum, type EnvoyField, type EnvoyRules } from '../../api/envoy/index.ts';
import { parseDuration } from '../../duration.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { Path } from '../../path.ts';
import { textFault } from './text-fault.ts';

/** What Envoy would refuse about a value, and where below it. */
export interface ValueFault {
  readonly at: Path;
  readonly fault: string;
}

/**
 * What Envoy's load-time rules find wrong with the value of a field. A value of another type than the field's has no
 * fault here. With `overlay` the value is laid over an existing one, so that an empty value, or a list that is too
 * short, says nothing.
 */
export function valueFault(field: EnvoyField, value: Json, overlay: boolean): ValueFault | undefined {
  const { rules, shape, type } = field;
  if (rules === undefined) return undefined;
  if (shape === 'list') return Array.isArray(value) ? listFault(rules, type, value, overlay) : undefined;
  if (shape === 'map') return isObject(value) ? mapFault(rules, type, value, overlay) : undefined;
  const fault = singleFault(rules, type, value, overlay);
  return fault === undefined ? undefined : { at: [], fault };
}

/** What Envoy's load-time rules find wrong with the absence of a field that belongs to no oneof. */
export function absenceFault({ rules = {}, shape, type }: EnvoyField): string | undefined {
  if (rules.required === true || rules.notDefault === true) return 'is required';
  if (shape === 'list') return rules.minItems === undefined ? undefined : 'needs at least one item';
  if (shape === 'map') return rules.minPairs === undefined ? undefined : 'needs at least one entry';
  const value = defaults[type];
  return value === undefined ? undefined : singleFault(rules, type, value, false);
}

/** What an absent scalar means. */
const defaults: Readonly<Record<string, Json>> = {
  string: '',
  bytes: '',
  bool: false,
  ...Object.fromEntries(['int32', 'uint32', 'int64', 'uint64', 'float', 'double'].map((type) => [type, 0])),
};

function listFault(
  rules: EnvoyRules,
  type: string,
  list: readonly Json[],
  overlay: boolean,
): ValueFault | undefined {
  const { minItems = 0, maxItems = Infinity } = rules;
  if (!overlay && list.length < minItems)
    return { at: [], fault: `needs at least ${count(minItems, 'item')}` };
  if (list.length > maxItems) return { at: [], fault: `has more than ${count(maxItems, 'item')}` };
  for (const [index, item] of list.entries()) {
    const fault = itemFault(rules, type, item, overlay) ?? repeatFault(rules, list, index);
    if (fault !== undefined) return { at: [index], fault };
  }
  return undefined;
}

function itemFault({ items }: EnvoyRules, type: string, item: Json, overlay: boolean): string | undefined {
  return items === undefined ? undefined : singleFault(items, type, item, overlay);
}

function repeatFault(
  { unique = false }: EnvoyRules,
  list: readonly Json[],
  index: number,
): string | undefined {
  return unique && list.indexOf(list[index] ?? null) < index ? 'is there twice' : undefined;
}

function mapFault(
  rules: EnvoyRules,
  type: string,
  map: JsonObject,
  overlay: boolean,
): ValueFault | undefined {
  const { minPairs = 0, keys, values } = rules;
  const entries = Object.entries(map);
  if (!overlay && entries.length < minPairs)
    return { at: [], fault: `needs at least ${count(minPairs, 'entry')}` };
  for (const [key, value] of entries) {
    const fault =
      (keys === undefined ? undefined : textFault(keys, key)) ??
      (values === undefined ? undefined : singleFault(values, type, value, overlay));
    if (fault !== undefined) return { at: [key], fault };
  }
  return undefined;
}

const count = (number: number, noun: 'item' | 'entry'): string =>
  number === 1 ? `one ${noun}` : `${number} ${noun === 'item' ? 'items' : 'entries'}`;

const empty: readonly Json[] = ['', 0, '0', false];

function singleFault(rules: EnvoyRules, type: string, value: Json, overlay: boolean): string | undefined {
  if (empty.includes(value) && (overlay || rules.ignoreEmpty === true)) return undefined;
  if (rules.notDefault === true) return firstFault(type, value);
  return (faultsByType[type] ?? numberFault)(rules, value);
}

function firstFault(type: string, value: Json): string | undefined {
  const first = envoyEnum(type)?.[0];
  return value === 0 || value === first ? `cannot be ${String(first)}` : undefined;
}

type FaultOf = (rules: EnvoyRules, value: Json) => string | undefined;

const text: FaultOf = (rules, value) => (typeof value === 'string' ? textFault(rules, value) : undefined);
const bool: FaultOf = ({ const: only }, value) =>
  only !== undefined && value === !only ? `can only be ${String(only)}` : undefined;

const faultsByType: Readonly<Record<string, FaultOf>> = {
  string: text,
  'google.protobuf.StringValue': text,
  bytes: ({ minLen = 0 }, value) => (value === '' && minLen > 0 ? 'must not be empty' : undefined),
  bool,
  'google.protobuf.BoolValue': bool,
  'google.protobuf.Duration': durationFault,
};

const comparisons = [
  ['gt', 'greater than', (a: number | bigint, b: number | bigint) => a > b],
  ['gte', 'at least', (a: number | bigint, b: number | bigint) => a >= b],
  ['lt', 'less than', (a: number | bigint, b: number | bigint) => a < b],
  ['lte', 'at most', (a: number | bigint, b: number | bigint) => a <= b],
] as const;

function numberFault(rules: EnvoyRules, value: Json): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const number = Number(value);
  if (Number.isNaN(number)) return undefined;
  for (const [rule, words, holds] of comparisons) {
    const bound = rules[rule];
    if (typeof bound === 'number' && !holds(number, bound)) return `must be ${words} ${bound}`;
  }
  return undefined;
}

function durationFault(rules: EnvoyRules, value: Json): string | undefined {
  const duration = typeof value === 'string' ? parseDuration(value) : undefined;
  if (duration === undefined) return undefined;
  for (const [rule, words, holds] of comparisons) {
    const given = rules[rule];
    const bound = typeof given === 'string' ? parseDuration(given) : undefined;
    if (bound !== undefined && !holds(duration, bound)) return `must be ${words} ${String(given)}`;
  }
  return undefined;
}
