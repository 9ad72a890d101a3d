import { isObject, objectsIn, plainText, type Json, type JsonObject } from '../json.ts';
import { strategicMerge } from '../strategic-merge/index.ts';
import { earlierOverrides, earlierStatus, namesIn, overridesKey } from './earlier-injection.ts';
import {
  containerNamed,
  containersOf,
  findContainer,
  proxyContainer,
  withAnnotations,
  withContainer,
  withContainers,
  type ContainerList,
  type Pod,
} from './pod.ts';
import { withResources } from './typed-container.ts';

/** What was there before templates were laid over it, and what they gave. */
interface Merged {
  readonly original: Pod;
  readonly template: Pod;
  readonly merged: Pod;
  /** Whether traffic is taken over with its source addresses, which only root may (TPROXY). */
  readonly transparent: boolean;
}

/** Lays what the user says of injected containers over them once more, and remembers it in an annotation. */
export function withOverrides({ original, template, merged, transparent }: Merged): Pod {
  const found = {
    containers: overridesIn('containers', original, template),
    initContainers: overridesIn('initContainers', original, template),
  };
  const laid = laidOver(
    laidOver(merged, 'containers', found.containers),
    'initContainers',
    found.initContainers,
  );
  if (found.containers.length + found.initContainers.length === 0) return laid;
  const known = earlierStatus(original) === undefined ? remembered(laid, found) : laid;
  return withOwnUser(known, [...found.containers, ...found.initContainers], transparent);
}

function overridesIn(list: ContainerList, original: Pod, template: Pod): readonly JsonObject[] {
  const injected = namesIn(earlierStatus(original), list);
  const earlier = earlierOverrides(original, list);
  return containersOf(template, list).flatMap((container) => {
    const name = plainText(container.name);
    if (injected.includes(name)) return [];
    const own = containerNamed(earlier, name) ?? findContainer(original, name);
    return own === undefined ? [] : [withResources(withoutAutomaticImage(own))];
  });
}

/** `auto` leaves the choice of the image to injection. */
function withoutAutomaticImage(container: JsonObject): JsonObject {
  const { image, ...rest } = container;
  return image === 'auto' || image === '' ? rest : container;
}

function laidOver(pod: Pod, list: ContainerList, overrides: readonly JsonObject[]): Pod {
  if (overrides.length === 0) return pod;
  const merged = strategicMerge({ [list]: [...containersOf(pod, list)] }, { [list]: [...overrides] }, 'Pod');
  const containers = objectsIn(merged[list]);
  return withContainers(pod, list, containers);
}

function remembered(pod: Pod, found: Readonly<Record<ContainerList, readonly JsonObject[]>>): Pod {
  const lists: [string, Json][] = Object.entries(found)
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => [name, [...list]]);
  return withAnnotations(pod, { [overridesKey]: JSON.stringify(Object.fromEntries(lists)) });
}

/** The user that the proxy runs as is the one whose traffic is not redirected. */
function withOwnUser(pod: Pod, overrides: readonly JsonObject[], transparent: boolean): Pod {
  const own = containerNamed(overrides, proxyContainer)?.securityContext;
  if (!isObject(own)) return pod;
  const { runAsUser, runAsGroup } = own;
  const context = {
    ...(runAsUser !== undefined && { runAsUser }),
    ...(runAsGroup !== undefined && { runAsGroup }),
  };
  if (Object.keys(context).length === 0) return pod;
  const rooted = transparent
    ? withContainer(pod, proxyContainer, (container) => withContext(container, { runAsUser: 0 }))
    : pod;
  const checked = withContainer(rooted, 'istio-validation', (container) => withContext(container, context));
  const user = plainText(runAsUser);
  if (user === '' || user === '0') return checked;
  return ['istio-validation', 'istio-init'].reduce(
    (changed, name) => withContainer(changed, name, (container) => withUserArgument(container, user)),
    checked,
  );
}

const withContext = (container: JsonObject, context: JsonObject): JsonObject => ({
  ...container,
  securityContext: { ...(isObject(container.securityContext) && container.securityContext), ...context },
});

function withUserArgument(container: JsonObject, user: string): JsonObject {
  const { args } = container;
  if (!Array.isArray(args)) return container;
  const flag = args.indexOf('-u');
  return flag < 0 || flag + 1 >= args.length
    ? container
    : { ...container, args: args.map((arg, index) => (index === flag + 1 ? user : arg)) };
}
