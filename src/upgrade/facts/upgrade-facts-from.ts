import { apiGroup } from '../../api-group.ts';
import { plainText, type JsonObject } from '../../json.ts';
import type { UpgradeFacts } from './upgrade-facts.ts';

/**
 * The facts of saved objects, such as a snapshot of a cluster. They are taken as all that there is of each kind that
 * they hold, and of those that every plan reads.
 */
export function upgradeFactsFrom(
  objects: readonly JsonObject[],
  { istioNamespace = 'istio-system' }: { readonly istioNamespace?: string } = {},
): UpgradeFacts {
  const kinds = objects.map(
    ({ apiVersion, kind }) => `${apiGroup(plainText(apiVersion))}/${plainText(kind)}`,
  );
  return { istioNamespace, objects, complete: new Set(kinds), missing: [] };
}
