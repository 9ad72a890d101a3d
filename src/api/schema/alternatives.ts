import { isIPv4, isIPv6 } from 'node:net';
import { isObject, type Json } from '../../json.ts';
import type { Alternative } from './fields.ts';
import { linearPattern } from './linear-pattern.ts';

/** Whether a value keeps the constraints of a branch of `oneOf`, `anyOf` or `allOf`. */
export function keeps(value: Json, alternative: Alternative): boolean {
  return (
    keepsType(value, alternative) &&
    keepsText(value, alternative) &&
    keepsNumber(value, alternative) &&
    keepsFields(value, alternative) &&
    keepsBranches(value, alternative)
  );
}

function keepsType(value: Json, { type, enum: words, nullable }: Alternative): boolean {
  if (value === null && nullable === true) return true;
  if (words !== undefined && !words.includes(value)) return false;
  switch (type) {
    case undefined:
      return true;
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function keepsText(value: Json, alternative: Alternative): boolean {
  if (typeof value !== 'string') return true;
  const { minLength = 0, maxLength = Infinity, pattern } = alternative;
  if (value.length < minLength || value.length > maxLength || !keepsFormat(value, alternative)) return false;
  return pattern === undefined || linearPattern(pattern).test(value);
}

function keepsFormat(value: string, { format }: Alternative): boolean {
  if (format === 'ipv4') return isIPv4(value);
  return format !== 'ipv6' || isIPv6(value);
}

function keepsNumber(value: Json, { minimum, maximum }: Alternative): boolean {
  if (typeof value !== 'number') return true;
  return (minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum);
}

function keepsFields(value: Json, { required = [], properties = {} }: Alternative): boolean {
  if (!isObject(value)) return true;
  if (!required.every((name) => value[name] !== undefined && value[name] !== null)) return false;
  return Object.entries(properties).every(([name, branch]) => {
    const field = value[name];
    return field === undefined || keeps(field, branch);
  });
}

function keepsBranches(value: Json, { not, oneOf, anyOf, allOf }: Alternative): boolean {
  if (not !== undefined && keeps(value, not)) return false;
  if (oneOf !== undefined && oneOf.filter((branch) => keeps(value, branch)).length !== 1) return false;
  if (anyOf !== undefined && !anyOf.some((branch) => keeps(value, branch))) return false;
  return allOf === undefined || allOf.every((branch) => keeps(value, branch));
}
