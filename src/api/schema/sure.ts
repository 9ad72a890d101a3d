import { isObject, type Json, type JsonObject } from '../../json.ts';

/**
 * Quick looks at a value that settle a CEL rule: where one is true, the rule holds, and the expression need not be
 * evaluated. Where it is false nothing is known. A test holds each against its expression.
 */
export type Sure = (self: Json) => boolean;

const has = (self: JsonObject, name: string): boolean => Object.hasOwn(self, name);

export const hasAtMostOneOf =
  (...names: string[]): Sure =>
  (self) =>
    isObject(self) && names.filter((name) => has(self, name)).length <= 1;

export const lacks =
  (...names: string[]): Sure =>
  (self) =>
    isObject(self) && !names.some((name) => has(self, name));

export const hasFields =
  (...names: string[]): Sure =>
  (self) =>
    isObject(self) && names.every((name) => has(self, name));

/** The object has no such field, or it has the type that goes with it. */
export const lacksUnless =
  (name: string, type: string): Sure =>
  (self) =>
    isObject(self) && (!has(self, name) || self.type === type);

/** The object has the field, or another type than the one that needs it. */
export const hasUnless =
  (name: string, type: string): Sure =>
  (self) =>
    isObject(self) && (has(self, name) || (typeof self.type === 'string' && self.type !== type));

export const isOfType =
  (...types: string[]): Sure =>
  (self) =>
    isObject(self) && typeof self.type === 'string' && types.includes(self.type);

/** Items with a `number` each, none of them twice. */
export const haveOwnNumbers: Sure = (self) => {
  if (!Array.isArray(self)) return false;
  const numbers = self.map((item) => (isObject(item) ? item.number : undefined));
  return numbers.every((number) => typeof number === 'number') && new Set(numbers).size === self.length;
};

/** No filter has such a field. */
export const filtersLack =
  (name: string): Sure =>
  (self) =>
    isObject(self) &&
    (!has(self, 'filters') ||
      (Array.isArray(self.filters) &&
        self.filters.every((filter) => isObject(filter) && !has(filter, name))));

/** What asks items of a list to differ holds when there are not two. */
export const isShort: Sure = (self) => Array.isArray(self) && self.length <= 1;

export const isWithoutStar: Sure = (self) => typeof self === 'string' && !self.includes('*');

const plainKey = /^[a-z0-9]{1,62}$/;
export const hasPlainKeys: Sure = (self) =>
  isObject(self) && Object.keys(self).every((key) => plainKey.test(key));

const plainPath = /^\/([A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\/?)?$/;
export const isPlainPath: Sure = (self) =>
  isObject(self) && has(self, 'type') && typeof self.value === 'string' && plainPath.test(self.value);

/** At most sixteen rules, the matches of which are there and few. */
export const hasFewMatches: Sure = (self) => {
  if (!Array.isArray(self) || self.length > 16) return false;
  const counts = self.map((rule) =>
    isObject(rule) && Array.isArray(rule.matches) ? rule.matches.length : Infinity,
  );
  return counts.reduce((sum, count) => sum + count, 0) <= 128;
};

/** No backend has filters of its own. */
export const hasPlainBackends: Sure = (self) => {
  if (!isObject(self)) return false;
  const backends = self.backendRefs ?? [];
  return (
    Array.isArray(backends) && backends.every((backend) => isObject(backend) && !has(backend, 'filters'))
  );
};
