import { isObject, objectsIn, type Json, type JsonObject } from '../json.ts';
import {
  annotationsOf,
  containerNamed,
  containersOf,
  withAnnotations,
  withContainers,
  type ContainerList,
  type Pod,
} from './pod.ts';
import { prometheusPort, withoutPrometheus } from './prometheus-annotations.ts';

export const statusKey = 'sidecar.istio.io/status';
export const overridesKey = 'proxy.istio.io/overrides';

const lists: readonly ContainerList[] = ['containers', 'initContainers'];

/** What an earlier injection has put into a pod; undefined when there was none. */
export function earlierStatus(pod: Pod): JsonObject | undefined {
  const status = parsed(annotationsOf(pod)[statusKey]);
  return isObject(status) ? status : undefined;
}

/** The containers of the user that an earlier injection has laid over its own. */
export function earlierOverrides(pod: Pod, list: ContainerList): readonly JsonObject[] {
  const overrides = parsed(annotationsOf(pod)[overridesKey]);
  return isObject(overrides) ? objectsIn(overrides[list]) : [];
}

function parsed(text: string | undefined): Json | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

/** Names in a list of a status. */
export function namesIn(status: JsonObject | undefined, list: ContainerList): readonly Json[] {
  const names = status?.[list];
  return Array.isArray(names) ? names : [];
}

/** The pod as it was before an earlier injection, as far as that is known. */
export function withoutEarlier(pod: Pod, statusPort: string): Pod {
  const status = earlierStatus(pod);
  let left = pod;
  if (status !== undefined) {
    left = withAnnotations(withoutInjected(pod, status), { [statusKey]: undefined });
    if (prometheusPort(left) === statusPort) left = withoutPrometheus(left);
  }
  return lists.reduce(withOwnContainers, left);
}

function withoutInjected(pod: Pod, status: JsonObject): Pod {
  return lists.reduce((left, list) => {
    const gone = namesIn(status, list);
    const containers = containersOf(left, list);
    const kept = containers.filter(({ name }) => !gone.includes(name ?? null));
    return kept.length === containers.length ? left : withContainers(left, list, kept);
  }, pod);
}

function withOwnContainers(pod: Pod, list: ContainerList): Pod {
  const there = containersOf(pod, list);
  const own = earlierOverrides(pod, list);
  const missing = own.filter(
    ({ name }) => typeof name === 'string' && containerNamed(there, name) === undefined,
  );
  return missing.length === 0 ? pod : withContainers(pod, list, [...there, ...missing]);
}
