import { closest } from '../../../closest.ts';
import { pushTo } from '../../../group-by.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule, type RelatedPlace } from '../../rule.ts';
import { parametersOf } from './parameters.ts';

/** One unknown key in the patches for a Gateway, and nothing at all is generated for it. */
export const overlayKey = defineRule<{ key: string; meant?: string }>({
  slug: 'k8sgateway/overlay-key',
  code: 'MSH0242',
  severity: 'error',
  summary: 'The patches for what a Gateway generates have the names of what is generated.',
  kinds: ['ConfigMap', 'KubernetesGateway'],
  message: ({ key, meant }) =>
    `${key} is nothing that a Gateway generates, so nothing is${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  hint: `Keys are deployment, service, serviceAccount, horizontalPodAutoscaler and podDisruptionBudget.`,
  check(mesh, report) {
    for (const [config, related] of overlays(mesh)) {
      for (const key of Object.keys(config.spec.data ?? {})) {
        if (keys.includes(key)) continue;
        const meant = closest(key, keys);
        const args = { key, ...(meant !== undefined && { meant }) };
        report(config, ['data', key], args, { at: 'key', related });
      }
    }
  },
});

const keys = ['deployment', 'service', 'serviceAccount', 'horizontalPodAutoscaler', 'podDisruptionBudget'];

/** The ConfigMaps of patches, with the Gateways that name them. */
function overlays(mesh: Mesh): ReadonlyMap<MeshObject<'ConfigMap'>, readonly RelatedPlace[]> {
  const defaults = mesh
    .of('ConfigMap')
    .filter(({ namespace, labels }) => namespace === mesh.rootNamespace && labels[classLabel] !== undefined);
  const found = new Map<MeshObject<'ConfigMap'>, RelatedPlace[]>(defaults.map((config) => [config, []]));
  for (const { gateway, ref } of mesh.derive(parametersOf)) {
    const config =
      ref.kind === 'ConfigMap' ? mesh.find('ConfigMap', gateway.namespace, ref.name ?? '') : undefined;
    if (config === undefined) continue;
    const path = ['spec', 'infrastructure', 'parametersRef'];
    pushTo(found, config, { object: gateway, path, message: 'the Gateway that is patched' });
  }
  return found;
}

const classLabel = 'gateway.istio.io/defaults-for-class';
