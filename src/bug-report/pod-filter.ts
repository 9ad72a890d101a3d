import { MeshctlError } from '../errors.ts';
import { objectIn, objectsIn, plainText, valueIn } from '../json.ts';
import type { Pod } from '../kube/index.ts';

/**
 * Which pods and containers are meant, in the form of istioctl: `namespaces/deployments/pods/labels/annotations/containers`.
 * Each part is a list of patterns with `*`, joined by commas; labels and annotations are `key=pattern`. An empty or
 * missing part means all.
 */
export interface PodFilter {
  readonly namespaces: readonly RegExp[];
  readonly deployments: readonly RegExp[];
  readonly pods: readonly RegExp[];
  readonly labels: readonly Pair[];
  readonly annotations: readonly Pair[];
  readonly containers: readonly RegExp[];
}

interface Pair {
  readonly key: string;
  readonly value: RegExp;
}

/** @throws {MeshctlError} `usage` for a text of another form. */
export function parsePodFilter(text: string): PodFilter {
  const parts = text.split('/');
  if (parts.length > 6) {
    throw new MeshctlError('usage', `"${text}" has more than six parts`, {
      hint: 'use namespaces/deployments/pods/labels/annotations/containers, such as shop/cart',
    });
  }
  const [namespaces, deployments, pods, labels, annotations, containers] = parts.map((part) =>
    part.split(',').filter((item) => item !== ''),
  );
  return {
    namespaces: patterns(namespaces),
    deployments: patterns(deployments),
    pods: patterns(pods),
    labels: pairs(labels),
    annotations: pairs(annotations),
    containers: patterns(containers),
  };
}

const patterns = (texts: readonly string[] = []): readonly RegExp[] => texts.map(pattern);

function pattern(text: string): RegExp {
  const escaped = text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*');
  return new RegExp(`^${escaped}$`);
}

const pairs = (texts: readonly string[] = []): readonly Pair[] =>
  texts.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) {
      throw new MeshctlError('usage', `"${text}" is no label or annotation`, { hint: 'write key=value' });
    }
    return { key: text.slice(0, at), value: pattern(text.slice(at + 1)) };
  });

/** Whether a filter means a whole namespace, and not only some of its pods. */
export function meansNamespace(filter: PodFilter, namespace: string): boolean {
  const { deployments, pods, labels, annotations, containers } = filter;
  const narrowed = [deployments, pods, labels, annotations, containers].some((part) => part.length > 0);
  return !narrowed && matches(filter.namespaces, namespace);
}

/** Whether a filter may mean something in a namespace. */
export function touchesNamespace({ namespaces }: PodFilter, namespace: string): boolean {
  return matches(namespaces, namespace);
}

/** Whether a filter means a pod, whatever its containers. */
export function meansPod(filter: PodFilter, { namespace, name, object }: Pod): boolean {
  return (
    matches(filter.namespaces, namespace) &&
    matches(filter.pods, name) &&
    matches(filter.deployments, deploymentOf({ namespace, name, object })) &&
    matchesPairs(filter.labels, objectIn(object, 'metadata', 'labels')) &&
    matchesPairs(filter.annotations, objectIn(object, 'metadata', 'annotations'))
  );
}

/** Whether a filter means a container of a pod that it means. */
export function meansContainer({ containers }: PodFilter, container: string): boolean {
  return matches(containers, container);
}

const matches = (list: readonly RegExp[], text: string): boolean =>
  list.length === 0 || list.some((one) => one.test(text));

const matchesPairs = (list: readonly Pair[], values: ReturnType<typeof objectIn>): boolean =>
  list.length === 0 ||
  list.some(({ key, value }) => Object.hasOwn(values, key) && value.test(plainText(values[key])));

/** By the name of the ReplicaSet that a pod belongs to, which ends in the hash of its template. */
function deploymentOf({ object }: Pod): string {
  const [owner] = objectsIn(object, 'metadata', 'ownerReferences');
  const name = plainText(valueIn(owner, 'name'));
  return valueIn(owner, 'kind') === 'ReplicaSet' ? name.replace(/-[a-z0-9]+$/, '') : name;
}
