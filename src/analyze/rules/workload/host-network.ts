import { defineRule } from '../../rule.ts';
import { podKinds } from '../../workloads.ts';

const inject = 'sidecar.istio.io/inject';

/** The injector leaves Pods of the host network alone, since it would redirect the traffic of the node. */
export const hostNetwork = defineRule<{ inject: string }>({
  slug: 'workload/host-network',
  code: 'MSH0144',
  severity: 'warning',
  summary: 'Pods that ask for a sidecar have a network of their own.',
  hint: 'Drop `hostNetwork`, or the wish for a sidecar.',
  kinds: podKinds,
  message: () => 'these Pods ask for a sidecar and never get one, since they use the network of the node',
  check(mesh, report) {
    for (const { object, pod, podPath, labels, annotations, metadataPath } of mesh.workloads.all) {
      const asked = labels[inject] ?? annotations[inject];
      if (pod?.hostNetwork !== true || asked !== 'true') continue;
      const list = inject in labels ? 'labels' : 'annotations';
      report(
        object,
        [...podPath, 'hostNetwork'],
        { inject: asked },
        {
          related: [{ object, path: [...metadataPath, list, inject], message: 'the wish for a sidecar' }],
        },
      );
    }
  },
});
