import { MeshctlError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { strategicMerge } from '../strategic-merge/index.ts';
import { containerNamed, containersOf, podOf, proxyContainer, withContainers, type Pod } from './pod.ts';
import type { Fragment } from './render-templates.ts';
import { typedContainer, withResources } from './typed-container.ts';

/** Templates laid over a pod, and over nothing. */
export interface MergedTemplates {
  readonly merged: Pod;
  readonly template: Pod;
}

/** Lays templates over a pod, one after the other. */
export function mergeTemplates(pod: Pod, fragments: readonly Fragment[]): MergedTemplates {
  let merged: JsonObject = pod;
  let template: JsonObject = {};
  for (const { template: name, fragment } of fragments) {
    checkLists(name, fragment);
    merged = strategicMerge(withNativeProxy(merged, fragment), fragment, 'Pod');
    template = strategicMerge(template, fragment, 'Pod');
  }
  const given = podOf(template.metadata, template.spec);
  return { merged: typed({ ...pod, ...podOf(merged.metadata, merged.spec) }, given), template: given };
}

/** Users' templates can give anything. */
function checkLists(name: string, { metadata, spec }: JsonObject): void {
  const wrong = [metadata, spec].some((part) => part !== undefined && part !== null && !isObject(part));
  const { containers, initContainers, volumes } = podOf(metadata, spec).spec;
  const lists = [containers, initContainers, volumes].filter((list) => list !== undefined && list !== null);
  if (wrong || !lists.every((list) => Array.isArray(list) && list.every(isObject)))
    throw new MeshctlError('input', `the injection template ${name} gives no part of a pod`);
}

/** The user's proxy goes to where the template has it: before the other containers. */
function withNativeProxy(pod: JsonObject, fragment: JsonObject): JsonObject {
  const wanted = containerNamed(containersOf(podOf({}, fragment.spec), 'initContainers'), proxyContainer);
  const { metadata, spec } = podOf(pod.metadata, pod.spec);
  const before: Pod = { ...pod, metadata, spec };
  const containers = containersOf(before, 'containers');
  const own = containerNamed(containers, proxyContainer);
  if (wanted === undefined || own === undefined) return pod;
  const others = containers.filter((container) => container !== own);
  const moved = [...containersOf(before, 'initContainers'), own];
  return withContainers(withContainers(before, 'containers', others), 'initContainers', moved);
}

/** What injection adds is written as the API server would. */
function typed(pod: Pod, template: Pod): Pod {
  return (['containers', 'initContainers'] as const).reduce((changed, list) => {
    const added = new Set(containersOf(template, list).map(({ name }) => name));
    const containers = containersOf(changed, list).map((container) =>
      added.has(container.name) ? typedContainer(container) : withResources(container),
    );
    return containers.length === 0 ? changed : withContainers(changed, list, containers);
  }, pod);
}
