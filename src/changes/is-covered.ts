import type { JsonObject } from '../json.ts';
import { applyTo, managersOf, type WriteAs } from '../server-side-apply/index.ts';

type Fields = ReturnType<typeof managersOf>[number]['fields'];

/** Whether the manager already owns what it would apply, or all below it, or what it belongs to. */
export function isCovered(live: JsonObject, sent: JsonObject, options: WriteAs): boolean {
  const owned = appliedFields(live, options.manager);
  const wanted = appliedFields(applyTo(undefined, sent, options).object, options.manager);
  return wanted === undefined || (owned !== undefined && covers(owned, wanted));
}

function appliedFields(object: JsonObject, manager: string): Fields | undefined {
  return managersOf(object).find(
    (entry) => entry.manager === manager && entry.operation === 'Apply' && entry.subresource === undefined,
  )?.fields;
}

/** How fine a server tells fields apart differs between versions. */
function covers(owned: Fields, wanted: Fields): boolean {
  if (wanted.below.size === 0 || owned.below.size === 0) return true;
  return [...wanted.below].every(([element, below]) => {
    const there = owned.below.get(element);
    return there !== undefined && covers(there, below);
  });
}
