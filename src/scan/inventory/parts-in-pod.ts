import { objectIn, objectsIn, plainText, type Json, type JsonObject } from '../../json.ts';
import type { Path } from '../../path.ts';
import { parseImage, type ImageComponent } from '../../releases/index.ts';
import type { ComponentName } from './component-instance.ts';
import type { PodShape } from './pod-shapes.ts';

/** A container with a part of Istio. */
export interface PartInPod {
  readonly component: ComponentName;
  readonly image: string;
  /** The image with its digest, as the node reports it; empty where it does not. */
  readonly running: string;
  /** Of the image, in the Pod. */
  readonly path: Path;
}

/** The parts of Istio in a Pod: those whose image is one, and proxies whose image the injector chooses. */
export function partsInPod(pod: PodShape): readonly PartInPod[] {
  const found: PartInPod[] = [];
  for (const list of ['containers', 'initContainers'])
    for (const [index, container] of objectsIn(pod.value, 'spec', list).entries()) {
      const component = componentOf(container, list, pod);
      if (component === undefined) continue;
      const [name, image] = [plainText(container.name), plainText(container.image)];
      found.push({
        ...{ component, image, running: runningImage(pod.value, list, name) },
        path: ['spec', list, index, 'image'],
      });
    }
  return found;
}

const sidecarName = 'istio-proxy';

/** Init containers that have ended are no part of what runs. */
function componentOf(container: JsonObject, list: string, pod: PodShape): ComponentName | undefined {
  if (list === 'initContainers' && container.restartPolicy !== 'Always') return undefined;
  const component = imageComponent(plainText(container.image));
  if (component === 'proxy' || (container.name === sidecarName && component === 'none'))
    return roleOf(container, pod.value);
  return component === 'istiod' || component === 'ztunnel' || component === 'cni' || component === 'mixer'
    ? component
    : undefined;
}

const components = new Map<string, ImageComponent>();

/** Pods are many, images few. */
function imageComponent(image: string): ImageComponent {
  const known = components.get(image) ?? parseImage(image).component;
  components.set(image, known);
  return known;
}

/** What a proxy is for: its arguments say it, or what asks the injector for it. */
function roleOf({ args }: JsonObject, pod: JsonObject): ComponentName {
  const { labels, annotations } = readMetadata(pod);
  const isMesh = plainText(labels['gateway.istio.io/managed']).includes('mesh-controller');
  const role = Array.isArray(args) && args[0] === 'proxy' ? args[1] : undefined;
  if (role === 'waypoint' || isMesh || labels[gatewayClass] === 'istio-waypoint') return 'waypoint';
  const asked = plainText(annotations['inject.istio.io/templates']).split(/, */);
  const isGateway = asked.includes('gateway') || labels['gateway.istio.io/managed'] !== undefined;
  return role === 'router' || (role === undefined && isGateway) ? 'gateway' : 'sidecar';
}

const gatewayClass = 'gateway.networking.k8s.io/gateway-class-name';

/** Labels and annotations of a Pod or a template. */
export const readMetadata = (pod: JsonObject): Readonly<Record<'labels' | 'annotations', JsonObject>> => ({
  labels: objectIn(pod, 'metadata', 'labels'),
  annotations: objectIn(pod, 'metadata', 'annotations'),
});

function runningImage(pod: JsonObject, list: string, name: string): string {
  const statuses: Json | undefined = objectIn(pod, 'status')[
    list === 'containers' ? 'containerStatuses' : 'initContainerStatuses'
  ];
  return plainText(objectsIn(statuses).find((status) => status.name === name)?.imageID);
}
