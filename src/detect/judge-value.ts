import { readInjectorConfig } from '../inject/index.ts';
import { isObject, plainText, type Json } from '../json.ts';
import { imageVersion, regularExpression } from './texts.ts';
import type { Predicate } from './detection.ts';
import type { Hit } from './detect-path.ts';
import { compareAsVersions } from './version-order.ts';

type Judge = (found: Json, wanted: Json | undefined, hit: Hit, keyed: boolean) => boolean;

/** Predicates that a value alone decides. Whether it holds; `keyed` for values that any key leads to. */
export const valueJudges: Readonly<Partial<Record<Predicate, Judge>>> = {
  exists: () => true,
  equals: (found, wanted) => same(found, wanted),
  notEquals: (found, wanted) => !same(found, wanted),
  in: (found, wanted) => listOf(wanted).some((one) => same(found, one)),
  matches: (found, wanted, { path }, keyed) =>
    !isStructure(found) &&
    regularExpression(wanted).test(keyed ? `${path.at(-1) ?? ''}=${plainText(found)}` : plainText(found)),
  mentions: (found, wanted) =>
    regularExpression(wanted).test(typeof found === 'string' ? found : JSON.stringify(found)),
  lenGt: (found, wanted) => plainText(found).length > Number(wanted),
  atLeast: (found, wanted) => order(found, wanted, (sign) => sign >= 0),
  above: (found, wanted) => order(found, wanted, (sign) => sign > 0),
  below: (found, wanted) => order(found, wanted, (sign) => sign < 0),
  imageVersionAtMost: (found, wanted) => isImageAtMost(plainText(found), plainText(wanted)),
  containsOrAbsent: (found, wanted) => listOf(found).some((one) => same(one, wanted)),
  containsWithOthers: (found, wanted) =>
    listOf(found).length > 1 && listOf(found).some((one) => same(one, wanted)),
  missingAny: (found, wanted) => lacksEach(found, listOf(wanted)),
  touches: (found, wanted) => isCalledFor(found, plainText(wanted)),
  invalid: (found) => !isInjectorConfig(plainText(found)),
};

/** Whether two values are the same; settings are written as texts here, as numbers and booleans there. */
function same(found: Json, wanted: Json | undefined): boolean {
  if (isStructure(found) || isStructure(wanted)) return JSON.stringify(found) === JSON.stringify(wanted);
  return plainText(found) === plainText(wanted);
}

const isStructure = (value: Json | undefined): boolean => Array.isArray(value) || isObject(value);

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function order(found: Json, wanted: Json | undefined, holds: (sign: number) => boolean): boolean {
  const sign = compareAsVersions(plainText(found), plainText(wanted));
  return sign !== undefined && holds(sign);
}

function isImageAtMost(image: string, wanted: string): boolean {
  const version = imageVersion(image);
  if (version === undefined) return false;
  const shortened = version.split('.').slice(0, wanted.split('.').length).join('.');
  const sign = compareAsVersions(shortened, wanted);
  return sign !== undefined && sign <= 0;
}

/** One list of keys is one way to be complete; several are alternatives. */
function lacksEach(found: Json, wanted: readonly Json[]): boolean {
  const ways = wanted.some(Array.isArray) ? wanted.map(listOf) : [wanted];
  const keys = isObject(found) ? found : {};
  return ways.every((way) => way.some((key) => !Object.hasOwn(keys, plainText(key))));
}

function isCalledFor(webhook: Json, resource: string): boolean {
  const rules = isObject(webhook) ? listOf(webhook.rules) : [];
  return rules.some((rule) =>
    (isObject(rule) ? listOf(rule.resources) : [])
      .map(plainText)
      .some((one) => one === resource || one === '*' || one === '*/*'),
  );
}

function isInjectorConfig(text: string): boolean {
  try {
    readInjectorConfig(text, 'config');
    return true;
  } catch {
    return false;
  }
}
