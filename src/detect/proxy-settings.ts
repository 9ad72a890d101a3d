import { isObject, objectIn, valueIn } from '../json.ts';
import { readText } from '../resources/index.ts';
import { meshConfigs } from './installation.ts';
import { allPodsGiven, containersOf, podsIn, variablesOf, type PodLike } from './pods.ts';
import { partOf, type Seen, type Subject } from './subject.ts';
import type { World } from './world.ts';

/** Configurations of proxies: of the mesh, of ProxyConfigs, and of annotations of Pods. */
export function proxyConfigs(world: World): Seen {
  const mesh = meshConfigs(world);
  const objects = world.of('ProxyConfig').map((one) => partOf(one, objectIn(one.value, 'spec'), ['spec']));
  const annotated = podsIn(world).flatMap(annotatedConfig);
  return {
    subjects: [...mesh.subjects.map(ofMesh), ...objects, ...annotated],
    missing: [
      ...mesh.missing,
      ...(world.complete('ProxyConfig') ? [] : ['ProxyConfig']),
      ...(allPodsGiven(world) ? [] : ['Pod']),
    ],
  };
}

/** Variables of proxies: what their configurations say, and what templates set by hand. */
export function proxyVariables(world: World): Seen {
  const { subjects, missing } = proxyConfigs(world);
  const set = podsIn(world).flatMap((pod) =>
    containersOf(pod)
      .filter(({ container }) => container.name === 'istio-proxy')
      .map(({ container, path }) =>
        partOf(pod.origin, variablesOf(container), [...pod.base, ...path, 'env']),
      ),
  );
  return { subjects: [...subjects.flatMap(metadataOf), ...set], missing };
}

const ofMesh = (mesh: Subject): Subject => inner(mesh, 'defaultConfig');

/** ProxyConfigs call it otherwise than the other two. */
const metadataOf = (config: Subject): readonly Subject[] =>
  ['proxyMetadata', 'environmentVariables']
    .filter((field) => valueIn(config.value, field) !== undefined)
    .map((field) => inner(config, field));

const inner = (subject: Subject, field: string): Subject => ({
  ...subject,
  value: objectIn(subject.value, field),
  place: (path) => subject.place([field, ...path]),
});

const annotation = 'proxy.istio.io/config';

function annotatedConfig({ origin, value, base }: PodLike): readonly Subject[] {
  const text = valueIn(value, 'metadata', 'annotations', annotation);
  if (typeof text !== 'string') return [];
  const config = readText(text, annotation).documents[0]?.value;
  return isObject(config) ? [partOf(origin, config, [...base, 'metadata', 'annotations', annotation])] : [];
}
