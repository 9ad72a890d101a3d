import type { Path } from '../../../path.ts';
import { defineRule } from '../../rule.ts';
import { podKinds, type Workload } from '../../workloads.ts';

/** The registries `registry.istio.io` and `gcr.io/istio-release` close in December 2026 and have no Istio 1.31. */
export const imageRegistry = defineRule<{ image: string; registry: string }>({
  slug: 'deprecated/image-registry',
  code: 'MSH0150',
  severity: 'warning',
  summary: 'Images of Istio come from a registry that stays.',
  hint: 'Pull it from docker.io/istio, or from a mirror of your own.',
  kinds: podKinds,
  message: ({ registry }) => `${registry} closes in December 2026 and has no Istio 1.31 or later`,
  check(mesh, report) {
    for (const workload of mesh.workloads.all) {
      for (const { image, path } of imagesOf(workload)) {
        const registry = closing.exec(image)?.[1];
        if (registry === undefined) continue;
        const group = `${workload.object.resource.document.file} ${image}`;
        report(workload.object, path, { image, registry }, { group });
      }
    }
  },
});

/** The images of the containers of a workload, with their places. */
function imagesOf({ pod, podPath }: Workload): readonly { readonly image: string; readonly path: Path }[] {
  return (['containers', 'initContainers'] as const).flatMap((list) =>
    (pod?.[list] ?? []).map(({ image = '' }, index) => ({ image, path: [...podPath, list, index, 'image'] })),
  );
}

const closing = /^(gcr\.io\/istio-release|registry\.istio\.io)\//;
