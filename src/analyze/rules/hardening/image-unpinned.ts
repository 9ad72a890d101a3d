import { parseImage } from '../../../releases/index.ts';
import { isObject, objectIn, plainText } from '../../../json.ts';
import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { podKinds } from '../../workloads.ts';

/** With a tag that moves nobody knows which version runs, nor when it changes. */
export const imageUnpinned = defineRule<{ image: string }>({
  slug: 'hardening/image-unpinned',
  code: 'MSH0412',
  severity: 'warning',
  summary: 'Images of Istio have the tag of a release, or a digest.',
  hint: 'Name a release, such as `1.31.1`; a digest besides keeps anybody from replacing it.',
  kinds: ['IstioOperator', ...podKinds],
  optIn: true,
  message: ({ image }) => `${image} stands for another version from time to time`,
  check(mesh, report) {
    for (const { object, path, image } of imagesOf(mesh)) {
      const { component, origin, digest } = parseImage(image);
      if (component === 'none' || origin !== 'unknown' || digest !== undefined) continue;
      report(object, path, { image }, { group: `${object.namespace} ${image}` });
    }
  },
});

interface NamedImage {
  readonly object: MeshObject;
  readonly path: Path;
  readonly image: string;
}

const imagesOf = (mesh: Mesh): readonly NamedImage[] => [
  ...mesh.workloads.all.flatMap(({ object, pod, podPath, annotations, metadataPath }) => [
    ...(['containers', 'initContainers'] as const).flatMap((list) =>
      (pod?.[list] ?? []).map(({ image = '' }, index) => ({
        ...{ object, image, path: [...podPath, list, index, 'image'] },
      })),
    ),
    { object, image: annotations[annotation] ?? '', path: [...metadataPath, 'annotations', annotation] },
  ]),
  ...mesh.of('IstioOperator').flatMap(operatorImages),
];

const annotation = 'sidecar.istio.io/proxyImage';

/** The tag of an IstioOperator is that of all its images. */
function operatorImages(object: MeshObject<'IstioOperator'>): readonly NamedImage[] {
  const spec = objectIn(object.resource.value, 'spec');
  const global = objectIn(spec, 'values', 'global');
  return [
    { holder: spec, path: ['spec', 'tag'] },
    { holder: global, path: ['spec', 'values', 'global', 'tag'] },
  ].flatMap(({ holder, path }) => {
    const tag = isObject(holder) ? plainText(holder.tag) : '';
    return tag === '' ? [] : [{ object, path, image: `istio/proxyv2:${tag}` }];
  });
}
