/**
 * Fields of an object: a tree of path elements in the form of FieldsV1, such as `f:spec`, `k:{"name":"main"}` or
 * `v:"example.com/finalizer"`. Never changed.
 */
export interface FieldSet {
  /** Whether the field itself belongs to the set, not only some below it. */
  readonly self: boolean;
  readonly below: ReadonlyMap<string, FieldSet>;
}

/** A field, by its path elements from the root. */
export type FieldPath = readonly string[];

export const noFields: FieldSet = { self: false, below: new Map() };

export function fieldSet(paths: Iterable<FieldPath>): FieldSet {
  const root: Growing = { self: false, below: new Map() };
  for (const path of paths) {
    let node = root;
    for (const element of path) {
      const next = node.below.get(element) ?? { self: false, below: new Map<string, Growing>() };
      node.below.set(element, next);
      node = next;
    }
    node.self = true;
  }
  return root;
}

interface Growing {
  self: boolean;
  readonly below: Map<string, Growing>;
}

export const isEmpty = ({ self, below }: FieldSet): boolean => !self && below.size === 0;

/** Fields of one or the other. */
export function union(one: FieldSet, other: FieldSet): FieldSet {
  const below = new Map(one.below);
  for (const [element, set] of other.below) below.set(element, union(below.get(element) ?? noFields, set));
  return { self: one.self || other.self, below };
}

/** Fields of both. */
export function intersection(one: FieldSet, other: FieldSet): FieldSet {
  const below = [...one.below].map(
    ([element, set]) => [element, intersection(set, other.below.get(element) ?? noFields)] as const,
  );
  return { self: one.self && other.self, below: withoutEmpty(below) };
}

/** Fields of the one that the other does not have; a field of the other says nothing of those below it. */
export function difference(one: FieldSet, other: FieldSet): FieldSet {
  const below = [...one.below].map(
    ([element, set]) => [element, difference(set, other.below.get(element) ?? noFields)] as const,
  );
  return { self: one.self && !other.self, below: withoutEmpty(below) };
}

const withoutEmpty = (below: readonly (readonly [string, FieldSet])[]): ReadonlyMap<string, FieldSet> =>
  new Map(below.filter(([, set]) => !isEmpty(set)));

/** The set without a field of the object and all below it. */
export function withoutField(set: FieldSet, name: string): FieldSet {
  return { self: set.self, below: new Map([...set.below].filter(([element]) => element !== `f:${name}`)) };
}

/** All fields, those above before those below. */
export function* pathsOf(set: FieldSet, path: FieldPath = []): Generator<FieldPath> {
  if (set.self) yield path;
  for (const [element, below] of set.below) yield* pathsOf(below, [...path, element]);
}
