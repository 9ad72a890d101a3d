import { groupBy } from '../../../group-by.ts';
import type { Path } from '../../../path.ts';
import { namespaceInjection } from '../../injection.ts';
import { injectorsOf } from '../../injector-settings.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { proxiesOf } from './proxy-container.ts';
import { proxyImageType } from './proxy-image-type.ts';

/** Pods keep the proxy they were created with. */
export const proxyImage = defineRule<{ podNames: readonly string[] }>({
  slug: 'injection/proxy-image',
  code: 'IST0158',
  severity: 'warning',
  summary: 'The sidecars of a namespace have the image that its injector would give them.',
  hint: 'Restart what the Pods belong to, such as with `kubectl rollout restart`.',
  kinds: ['Namespace', 'Pod', 'ConfigMap', 'ProxyConfig'],
  message: ({ podNames }) => `Pods run another proxy than their injector gives: ${podNames.join(', ')}`,
  check(mesh, report) {
    for (const [namespace, pods] of mesh.derive(podsByNamespace)) {
      const home = mesh.find('Namespace', '', namespace);
      const revision = home && revisionOf(mesh, home);
      if (home === undefined || revision === undefined) continue;
      const { image, object } = injectorsOf(mesh).get(revision) ?? {};
      if (image === undefined || object === undefined) continue;
      const stale = pods.filter((pod) => isStale(mesh, pod, image));
      if (stale.length === 0) continue;
      const podNames = stale.map(({ name }) => name).sort();
      const given = { object, path: ['data', 'values'], message: `the injector gives ${image}` };
      report(home, ['metadata', 'name'], { podNames }, { related: [given, ...stale.map(placeOf)] });
    }
  },
});

/** istioctl heeds a revision where injection is switched off, too. */
function revisionOf(mesh: Mesh, { name, labels }: MeshObject): string | undefined {
  const injection = namespaceInjection(mesh, name);
  if (typeof injection === 'object') return injection.revision;
  return mesh.settings.compat ? labels['istio.io/rev'] : undefined;
}

const podsByNamespace = (mesh: Mesh): ReadonlyMap<string, readonly MeshObject<'Pod'>[]> =>
  groupBy(mesh.of('Pod'), ({ namespace }) => namespace);

function isStale(mesh: Mesh, pod: MeshObject<'Pod'>, image: string): boolean {
  if ('sidecar.istio.io/proxyImage' in pod.annotations) return false;
  const type = proxyImageType(mesh, pod);
  const fits = type === 'default' ? [image] : [image, `${image}-${type}`];
  return proxiesOf(pod.spec).some((proxy) => !fits.includes(proxy.image));
}

function placeOf(pod: MeshObject<'Pod'>): { object: MeshObject; path: Path; message: string } {
  const [proxy] = proxiesOf(pod.spec);
  const path = proxy === undefined ? [] : ['spec', proxy.list, proxy.index, 'image'];
  return { object: pod, path, message: `${pod.name} has another one` };
}
