import { isObject } from '../json.ts';
import type { Json } from '../resources/index.ts';

/** How a value is shown; undefined leaves its field out. */
export type Rule = (value: Json | undefined) => Json | undefined;

/** How the fields of objects are shown. */
export const fieldRules = {
  /** A field that is always there; the fallback stands for what is missing. */
  required:
    (fallback: Json, inner: Rule = same): Rule =>
    (value) =>
      value === undefined || value === null ? fallback : inner(value),

  /** A field that is left out when it says nothing. */
  optional:
    (inner: Rule = same): Rule =>
    (value) =>
      isEmpty(value) ? undefined : inner(value),

  /** An object: the fields with rules in their order, then all others but those that are left out. */
  object:
    (rules: Readonly<Record<string, Rule>>, leftOut: readonly string[] = []): Rule =>
    (value) => {
      if (!isObject(value)) return value;
      const known = Object.entries(rules).map(([name, rule]) => [
        name,
        rule(Object.hasOwn(value, name) ? value[name] : undefined),
      ]);
      const others = Object.entries(value).filter(
        ([name]) => !Object.hasOwn(rules, name) && !leftOut.includes(name),
      );
      return Object.fromEntries([...known, ...others].filter(([, shown]) => shown !== undefined)) as Json;
    },

  /** Each value of a list or of a map. */
  each: eachOf,
} as const;

const same: Rule = (value) => value;

function isEmpty(value: Json | undefined): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function eachOf(inner: Rule): Rule {
  const shown = (value: Json): Json => inner(value) ?? null;
  return (value) => {
    if (Array.isArray(value)) return value.map(shown);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shown(item)]));
  };
}
