import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { annotationOf } from '../../label-of.ts';
import type { Resource } from '../../resources/index.ts';
import type { InScope } from '../found.ts';
import { allPodsGiven, containersOf, podsIn, type PodLike } from '../pods.ts';
import type { World } from '../world.ts';
import { isAmbient } from './mesh-scopes.ts';
import { objectOf, selects } from './selects.ts';

/** Scopes that have to do with gateways. */
export const gatewayScopes = {
  'gateway-service': ({ subject }, world) => {
    const selector = objectIn(subject.value, 'spec', 'selector');
    return hasGatewayLabels(selector) || selectsGateway(selector, subject.resource.namespace, world);
  },
  'exposed-service': ({ subject }) =>
    ['LoadBalancer', 'NodePort'].includes(plainText(valueIn(subject.value, 'spec', 'type'))),
  'gateway-policy': ({ subject }, world) => {
    const selector = objectIn(subject.value, 'spec', 'selector', 'matchLabels');
    const referred = objectsIn(subject.value, 'spec', 'targetRefs').some(({ kind }) => kind === 'Gateway');
    return (
      referred || hasGatewayLabels(selector) || selectsGateway(selector, subject.resource.namespace, world)
    );
  },
  'ambient-gateway': ({ subject }, world) => {
    const template = { value: objectIn(objectOf(subject), 'spec', 'template') };
    return isGatewayPod(template) && isAmbient(subject.resource.namespace, world);
  },
  'unmanaged-gateway': ({ subject }) =>
    objectsIn(subject.value, 'spec', 'addresses').some(({ type }) => type === 'Hostname') ||
    annotationOf(objectOf(subject), 'gateway.istio.io/service-account') !== '',
  'gateway-elsewhere': ({ subject }, world) => {
    const name = plainText(valueIn(subject.value, 'spec', 'selector', gatewayName));
    const kind = 'Gateway.gateway.networking.k8s.io';
    const namesakes = world.of(kind).filter((gateway) => gateway.name === name);
    const isHere = ({ namespace }: Resource): boolean => namespace === subject.resource.namespace;
    if (namesakes.length > 0) return namesakes.some((gateway) => !isHere(gateway));
    return world.complete(kind) ? false : kind;
  },
} satisfies Readonly<Record<string, InScope>>;

const gatewayName = 'gateway.networking.k8s.io/gateway-name';

/** Labels that the charts of Istio, and istiod itself, give to gateways. */
const hasGatewayLabels = (selector: JsonObject): boolean =>
  selector[gatewayName] !== undefined || plainText(selector.istio).includes('gateway');

/** Whether a selector meets the proxies of a gateway: those that a Gateway selects, too, or that are made as one. */
function selectsGateway(selector: JsonObject, namespace: string | undefined, world: World): boolean | string {
  const byObject = world
    .of('Gateway')
    .some(({ value }) => selects(objectIn(value, 'spec', 'selector'), selector));
  const byPod = podsIn(world).some(
    (pod) =>
      pod.origin.namespace === namespace &&
      isGatewayPod(pod) &&
      selects(selector, objectIn(pod.value, 'metadata', 'labels')),
  );
  if (byObject || byPod) return true;
  return allPodsGiven(world) ? false : 'Pod';
}

function isGatewayPod(pod: Pick<PodLike, 'value'>): boolean {
  if (annotationOf(pod.value, 'inject.istio.io/templates').includes('gateway')) return true;
  return containersOf(pod).some(
    ({ container: { name, args } }) =>
      name === 'istio-proxy' && Array.isArray(args) && args[0] === 'proxy' && args[1] === 'router',
  );
}
