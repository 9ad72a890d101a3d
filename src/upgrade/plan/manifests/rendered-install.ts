import { desiredObjects } from '../../../install/index.ts';
import type { JsonObject } from '../../../json.ts';
import { loadOperatorSpec, renderManifests } from '../../../operator/index.ts';

/** The objects that an installation of a spec applies, its namespaces first. */
export async function renderedInstall(operator: JsonObject): Promise<readonly JsonObject[]> {
  const spec = await loadOperatorSpec({ files: [{ name: 'plan', text: JSON.stringify(operator) }] });
  const { namespaces, objects } = desiredObjects(spec, await renderManifests(spec));
  return [...namespaces, ...objects.map(({ object }) => object)];
}
