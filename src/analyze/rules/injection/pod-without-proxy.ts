import { namespaceInjection } from '../../injection.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { isRunning, proxiesOf } from './proxy-container.ts';

/** A Pod that was created before its namespace was labelled, or while the injector could not be reached. */
export const podWithoutProxy = defineRule<{ podName: string }>({
  slug: 'injection/pod-without-proxy',
  code: 'IST0103',
  severity: 'warning',
  summary: 'Pods of namespaces with injection have a sidecar.',
  hint: 'Restart what it belongs to, such as with `kubectl rollout restart`; injection happens when Pods are created.',
  kinds: ['Namespace', 'Pod'],
  message: ({ podName }) => `Pod ${podName} has no sidecar, though its namespace is to be injected`,
  check(mesh, report) {
    for (const pod of mesh.of('Pod')) {
      const { labels, annotations, spec } = pod;
      const inject = labels['sidecar.istio.io/inject'] ?? annotations['sidecar.istio.io/inject'] ?? '';
      if (spec.hostNetwork === true || inject.toLowerCase() === 'false') continue;
      if (!isExpected(mesh, pod) || proxiesOf(spec).length > 0) continue;
      report(pod, [], { podName: fullName(pod) });
    }
  },
});

/** In a file a Pod looks as it does before injection. */
function isExpected(mesh: Mesh, pod: MeshObject<'Pod'>): boolean {
  const { namespace } = pod;
  if (namespace === 'istio-system') return false;
  if (!mesh.settings.compat) return isRunning(pod) && typeof namespaceInjection(mesh, namespace) === 'object';
  return mesh.find('Namespace', '', namespace)?.labels['istio-injection'] === 'enabled';
}
