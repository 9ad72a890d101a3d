import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { keyOf } from '../../kube/apply/index.ts';
import { findServed, limit, pathOf, type ClusterClient, type Discovery } from '../../kube/index.ts';

interface CountStage {
  readonly client: ClusterClient;
  readonly discovery: Discovery;
  readonly signal?: AbortSignal;
}

/** Counts the objects of kinds, by the names of their definitions, without reading more than one of each. */
export async function countResources(
  stage: CountStage,
  objects: readonly JsonObject[],
): Promise<ReadonlyMap<string, number>> {
  const definitions = objects.filter(({ kind }) => kind === 'CustomResourceDefinition');
  const counted = await limit(
    8,
    definitions.map(
      (definition) => async () => [keyOf(definition).name, await countOf(stage, definition)] as const,
    ),
  );
  return new Map(counted);
}

async function countOf({ client, discovery, signal }: CountStage, definition: JsonObject): Promise<number> {
  const { group, names } = objectIn(definition, 'spec');
  const served = findServed(discovery, { group: plainText(group), kind: plainText(objectIn(names).kind) });
  if (served === undefined) return 0;
  const query = { limit: '1' };
  const { items, metadata } = await client.get(pathOf(served), { query, ...(signal && { signal }) });
  const { remainingItemCount } = objectIn(metadata);
  return (Array.isArray(items) ? items.length : 0) + Number(remainingItemCount ?? 0);
}
