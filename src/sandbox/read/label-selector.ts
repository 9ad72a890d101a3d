import { objectIn, objectsIn, plainText, type Json, type JsonObject } from '../../json.ts';
import { badRequest } from '../refusal.ts';

interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** Whether labels fit a `LabelSelector`; an empty one fits all, a missing one nothing. */
export function matchesLabels(selector: Json | undefined, labels: JsonObject): boolean {
  if (selector === undefined || selector === null) return false;
  const equal = Object.entries(objectIn(selector, 'matchLabels')).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [plainText(value)],
  }));
  const expressions = objectsIn(selector, 'matchExpressions').map(({ key, operator, values }) => ({
    key: plainText(key),
    operator: plainText(operator),
    values: Array.isArray(values) ? values.map(plainText) : [],
  }));
  return [...equal, ...expressions].every((requirement) => isMet(requirement, labels));
}

/**
 * Reads a selector as requests have it: `app=web,tier!=db,env in (a,b),!old`.
 *
 * @throws {Refusal} when it is none.
 */
export function parseLabelSelector(text: string): (labels: JsonObject) => boolean {
  const requirements = (text.match(/(?:[^,(]|\([^)]*\))+/g) ?? []).map((part) => requirementOf(part.trim()));
  return (labels) => requirements.every((requirement) => isMet(requirement, labels));
}

const setBased = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/;
const equality = /^([^\s=!]+)\s*(==|=|!=)\s*([^\s=!]*)$/;
const existence = /^(!?)\s*([^\s=!]+)$/;

function requirementOf(text: string): Requirement {
  const found = ofSet(setBased.exec(text)) ?? ofValue(equality.exec(text)) ?? ofKey(existence.exec(text));
  if (found === undefined) throw badRequest(`unable to parse requirement: ${text}`);
  return found;
}

type Match = readonly string[] | null;

function ofSet(match: Match): Requirement | undefined {
  if (match === null) return undefined;
  const [, key = '', word, list = ''] = match;
  const values = list.split(',').map((value) => value.trim());
  return { key, operator: word === 'in' ? 'In' : 'NotIn', values };
}

function ofValue(match: Match): Requirement | undefined {
  if (match === null) return undefined;
  const [, key = '', sign, value = ''] = match;
  return { key, operator: sign === '!=' ? 'NotIn' : 'In', values: [value] };
}

function ofKey(match: Match): Requirement | undefined {
  if (match === null) return undefined;
  const [, not, key = ''] = match;
  return { key, operator: not === '!' ? 'DoesNotExist' : 'Exists', values: [] };
}

function isMet({ key, operator, values }: Requirement, labels: JsonObject): boolean {
  const value = Object.hasOwn(labels, key) ? plainText(labels[key]) : undefined;
  if (operator === 'Exists') return value !== undefined;
  if (operator === 'DoesNotExist') return value === undefined;
  if (operator === 'NotIn') return value === undefined || !values.includes(value);
  return value !== undefined && values.includes(value);
}
