import { compareText } from '../../compare-text.ts';
import { isObject, plainText, type Json } from '../../json.ts';
import { mergeKeyOf } from '../../strategic-merge/index.ts';

/** An item of two lists, or of one of them. */
interface Pair {
  /** How the item is told: its name, its text, or its place. */
  readonly identity: string;
  readonly old: Json | undefined;
  readonly now: Json | undefined;
}

/** Items that belong together. */
export interface PairedItems {
  readonly pairs: readonly Pair[];
  /** The first item of both lists that stands in another order; undefined when none does. */
  readonly moved: string | undefined;
}

/**
 * Pairs the items of two lists: by the field that Kubernetes merges them by, plain ones by their text, others that are
 * alike are left out, and the rest goes in its order.
 */
export function pairItems(
  before: readonly Json[],
  after: readonly Json[],
  kind: string,
  field: string,
): PairedItems {
  const key = mergeKeyOf(kind, field) ?? 'name';
  const [rest, then] = withoutEqual(before, after, key);
  const [old, now] = [byIdentity(rest, key), byIdentity(then, key)];
  const identities = new Set([...old.keys(), ...now.keys()]);
  return {
    pairs: [...identities].map((identity) => ({ identity, old: old.get(identity), now: now.get(identity) })),
    moved: firstMoved(old, now),
  };
}

/** Items without a name that both lists have say nothing, wherever they stand. */
function withoutEqual(
  before: readonly Json[],
  after: readonly Json[],
  key: string,
): [readonly Json[], readonly Json[]] {
  if (before.some((item) => identityOf(item, key) !== undefined)) return [before, after];
  const texts = (list: readonly Json[]): ReadonlySet<string> => new Set(list.map(textOf));
  const [old, now] = [texts(before), texts(after)];
  return [before.filter((item) => !now.has(textOf(item))), after.filter((item) => !old.has(textOf(item)))];
}

/** The order of fields, which servers change, does not tell items apart. */
const textOf = (item: Json): string =>
  JSON.stringify(item, (_, value: Json) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b))) : value,
  );

type Items = ReadonlyMap<string, Json>;

function byIdentity(list: readonly Json[], key: string): Items {
  const items = new Map<string, Json>();
  for (const [index, item] of list.entries()) {
    const identity = identityOf(item, key) ?? String(index);
    let unused = identity;
    for (let nth = 2; items.has(unused); nth += 1) unused = `${identity} #${nth}`;
    items.set(unused, item);
  }
  return items;
}

const identityOf = (item: Json, key: string): string | undefined =>
  (isObject(item) ? plainText(item[key]) : plainText(item)) || undefined;

function firstMoved(old: Items, now: Items): string | undefined {
  const then = [...now.keys()].filter((identity) => old.has(identity));
  return [...old.keys()]
    .filter((identity) => now.has(identity))
    .find((identity, index) => identity !== then[index]);
}
