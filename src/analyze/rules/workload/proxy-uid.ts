import type { Path } from '../../../path.ts';
import { isControlPlane } from '../../control-plane.ts';
import type { PodSpec } from '../../kubernetes-shapes.ts';
import { mayBeInMesh } from '../../injection.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { workloadOf, podKinds, type Workload } from '../../workloads.ts';

/** The proxy runs as this user, and what that user sends is not redirected. */
const uid = 1337;

/** A container that runs as the user of the proxy goes around it. */
export const proxyUid = defineRule({
  slug: 'workload/proxy-uid',
  code: 'IST0144',
  severity: 'warning',
  summary: 'No container of an application runs as the user of the proxy.',
  hint: 'Choose another `runAsUser`.',
  kinds: ['Namespace', ...podKinds],
  onePerObject: true,
  message: () => `user ${uid} is that of the proxy: what it sends goes around the sidecar`,
  check(mesh, report) {
    const { compat } = mesh.settings;
    for (const workload of judged(mesh)) {
      const paths = compat ? pathsInIstioctl(workload.pod ?? {}) : pathsOf(workload.pod ?? {});
      for (const path of paths) report(workload.object, [...workload.podPath, ...path], {});
    }
  },
});

function judged(mesh: Mesh): readonly Workload[] {
  if (!mesh.settings.compat) return mesh.workloads.all.filter((workload) => mayBeInMesh(mesh, workload));
  const objects: readonly MeshObject[] = [...mesh.of('Pod'), ...mesh.of('Deployment')];
  return objects
    .filter(({ labels }) => !isControlPlane(labels))
    .flatMap((object) => workloadOf(object) ?? []);
}

const ofPod: Path = ['securityContext', 'runAsUser'];

function pathsInIstioctl(pod: PodSpec): readonly Path[] {
  return [...(pod.securityContext?.runAsUser === uid ? [ofPod] : []), ...containersAs(pod)];
}

/** What a container says comes before what the Pod says; where none relies on the Pod, that does not matter. */
function pathsOf(pod: PodSpec): readonly Path[] {
  const relying = (pod.containers ?? []).filter(
    ({ name = '', securityContext }) => !proxies.has(name) && securityContext?.runAsUser === undefined,
  );
  const counts = pod.securityContext?.runAsUser === uid && relying.length > 0;
  return [...(counts ? [ofPod] : []), ...containersAs(pod)];
}

const containersAs = ({ containers = [] }: PodSpec): readonly Path[] =>
  [...containers.entries()]
    .filter(([, { name = '', securityContext }]) => !proxies.has(name) && securityContext?.runAsUser === uid)
    .map(([index]) => ['containers', index, 'securityContext', 'runAsUser']);

const proxies: ReadonlySet<string> = new Set(['istio-proxy', 'istio-operator']);
