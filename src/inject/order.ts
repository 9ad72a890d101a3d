import type { JsonObject } from '../json.ts';
import { containersOf, proxyContainer, withContainers, type Pod } from './pod.ts';

const check = 'istio-validation';
const redirect = 'istio-init';

/** The containers of an injected pod in the order in which they have to start. */
export function inStartOrder(pod: Pod, holds: boolean): Pod {
  const containers = moved(containersOf(pod, 'containers'), proxyContainer, holds ? 'first' : 'last');
  return withContainers(
    withContainers(pod, 'containers', containers),
    'initContainers',
    initOrder(containersOf(pod, 'initContainers')),
  );
}

function initOrder(containers: readonly JsonObject[]): readonly JsonObject[] {
  const isNative = containers.some(({ name }) => name === proxyContainer);
  if (!isNative) return moved(moved(containers, check, 'first'), redirect, 'last');
  const names = [proxyContainer, check, redirect];
  return names.reduce((ordered, name) => moved(ordered, name, 'first'), containers);
}

function moved(
  containers: readonly JsonObject[],
  name: string,
  end: 'first' | 'last',
): readonly JsonObject[] {
  const own = containers.filter((container) => container.name === name);
  const others = containers.filter((container) => container.name !== name);
  return end === 'first' ? [...own, ...others] : [...others, ...own];
}
