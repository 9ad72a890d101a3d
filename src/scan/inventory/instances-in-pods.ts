import { groupBy } from '../../group-by.ts';
import type { Resource } from '../../resources/index.ts';
import type { ComponentInstance } from './component-instance.ts';
import { injectionByNamespace, type InjectionByNamespace } from './injection-by-namespace.ts';
import { partsInPod, type PartInPod } from './parts-in-pod.ts';
import { podShapeOf, type Owner, type PodShape } from './pod-shapes.ts';
import { revisionOf } from './revision-of.ts';
import { versionOfImage } from './version-of-image.ts';

/**
 * Finds the parts of Istio in Pods and in what makes them. What runs comes before what is asked for: of a workload with
 * Pods, the Pods count.
 */
export function instancesInPods(resources: readonly Resource[]): readonly ComponentInstance[] {
  const shapes = resources
    .flatMap((resource) => podShapeOf(resource) ?? [])
    .map((shape) => ({ shape, parts: partsInPod(shape) }));
  const pods = shapes.filter(({ shape }) => shape.isPod);
  const templates = shapes.filter(({ shape }) => !shape.isPod);
  const running = new Set(pods.map(({ shape }) => keyOf(shape.owner)));
  const asked = new Map(
    templates.flatMap(({ shape, parts }) =>
      parts.map(({ component, image }) => [`${component} ${keyOf(shape.owner)}`, image] as const),
    ),
  );
  const injectionOf = injectionByNamespace(resources);
  return [
    ...alike(pods.flatMap(({ shape, parts }) => parts.map((part) => instanceOf(part, shape, asked)))),
    ...templates
      .filter(({ shape }) => !running.has(keyOf(shape.owner)))
      .flatMap(({ shape, parts }) => plannedIn(shape, parts, injectionOf)),
  ];
}

function plannedIn(
  shape: PodShape,
  parts: readonly PartInPod[],
  injectionOf: InjectionByNamespace,
): readonly ComponentInstance[] {
  if (parts.length > 0) return parts.map((part) => ({ ...instanceOf(part, shape, new Map()), pods: 0 }));
  const revision = injectionOf(shape);
  return revision === undefined ? [] : [injected(shape, revision)];
}

/** Pods that differ in nothing are counted. */
function alike(instances: readonly ComponentInstance[]): readonly ComponentInstance[] {
  const groups = groupBy(instances, (one) => {
    const { component, image = '', digest = '', revision = '' } = one;
    return [component, keyOf(one), image, digest, revision].join(' ');
  });
  return [...groups.values()].flatMap((those) =>
    those.slice(0, 1).map((one) => ({ ...one, pods: those.length })),
  );
}

const keyOf = ({ kind, namespace, name }: Owner): string => `${kind} ${namespace}/${name}`;

function instanceOf(
  { component, image, running, path }: PartInPod,
  shape: PodShape,
  declared: ReadonlyMap<string, string>,
): ComponentInstance {
  const { owner, value, resource, base, isPod } = shape;
  const revision = revisionOf(value);
  const asked = isPod ? declared.get(`${component} ${keyOf(owner)}`) : undefined;
  return {
    component,
    ...owner,
    ...(revision !== '' && { revision }),
    ...versionOfImage(image, running),
    ...(asked !== undefined && asked !== image && asked !== 'auto' && { declaredImage: asked }),
    pods: 0,
    place: { resource, path: [...base, ...path] },
  };
}

/** A sidecar that there is going to be. */
const injected = ({ owner, resource, base }: PodShape, revision: string): ComponentInstance => ({
  component: 'sidecar',
  ...owner,
  revision,
  origin: 'unknown',
  pods: 0,
  place: { resource, path: [...base] },
});
