import { closest } from '../../closest.ts';
import { MeshctlError } from '../../errors.ts';
import { fieldsOf } from '../../object-fields.ts';
import type { JsonObject } from '../../resources/index.ts';
import { ApiError } from '../api-error.ts';
import type { ClusterClient, GetOptions } from '../client.ts';
import { listPages } from '../list/list-pages.ts';
import { bestFirst } from './best-first.ts';
import type { Pod } from './pod.ts';
import type { PodTarget, TargetType } from './pod-target.ts';
import { workloadSelector } from './workload-selector.ts';

/** Pods by their labels. */
export interface PodSelector {
  /** As kubectl takes it: `app=web,version in (v1,v2)`. */
  readonly selector: string;
}

/** Where pods are looked for. */
export interface FindPodsOptions extends Pick<GetOptions, 'signal'> {
  /** Where to look when the target does not say. Default: the namespace of the context. */
  readonly namespace?: string;
}

/** Pods that were found; the one to ask comes first. */
export type FoundPods = readonly [Pod, ...Pod[]];

/**
 * Finds pods by name, by what stands for them (see `parsePodTarget`), or by labels; at least one. The one to ask comes
 * first: it runs and is ready, if any does. A pod that may not be read is there all the same when it was named: it may
 * be permitted to connect to it.
 *
 * @throws {MeshctlError} `usage` when there is none, with the name that was probably meant; `environment` when the cluster
 * does not answer.
 */
export async function findPods(
  client: ClusterClient,
  wanted: PodTarget | PodSelector,
  options: FindPodsOptions = {},
): Promise<FoundPods> {
  const { namespace = client.namespace } = options;
  if (!('selector' in wanted)) return podsOf(client, { namespace, ...wanted }, options);
  const [first, ...others] = await podsIn(client, namespace, wanted.selector, options);
  if (first === undefined) throw noneSelected(wanted.selector, namespace);
  return [first, ...others];
}

async function podsOf(client: ClusterClient, target: Target, options: FindPodsOptions): Promise<FoundPods> {
  const { name, namespace } = target;
  const object = await read(client, target, options);
  if (target.type === 'pods') {
    return [{ namespace, name, object: object ?? { metadata: { name, namespace } } }];
  }
  const selector = workloadSelector(target, object ?? {});
  const [first, ...others] = await podsIn(client, namespace, selector, options);
  if (first === undefined) throw noneBehind(target, selector);
  return [first, ...others];
}

type Target = PodTarget & { readonly namespace: string };

const groups: Readonly<Record<TargetType, string>> = {
  pods: 'api/v1',
  services: 'api/v1',
  replicationcontrollers: 'api/v1',
  deployments: 'apis/apps/v1',
  statefulsets: 'apis/apps/v1',
  daemonsets: 'apis/apps/v1',
  replicasets: 'apis/apps/v1',
  jobs: 'apis/batch/v1',
  gateways: 'apis/gateway.networking.k8s.io/v1',
};

const listPath = (type: TargetType, namespace: string): string =>
  `/${groups[type]}/namespaces/${encodeURIComponent(namespace)}/${type}`;

/** Undefined for a pod that may not be read. */
async function read(
  client: ClusterClient,
  target: Target,
  { signal }: FindPodsOptions,
): Promise<JsonObject | undefined> {
  const { type, name, namespace } = target;
  try {
    const path = `${listPath(type, namespace)}/${encodeURIComponent(name)}`;
    return await client.get(path, { ...(signal && { signal }) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) throw await noneNamed(client, target, { ...(signal && { signal }) });
    if (error.status === 403 && type === 'pods') return undefined;
    throw error;
  }
}

async function podsIn(
  client: ClusterClient,
  namespace: string,
  labelSelector: string,
  { signal }: FindPodsOptions,
): Promise<readonly Pod[]> {
  const path = listPath('pods', namespace);
  const objects = await listPages(client, path, {
    labelSelector,
    keep: (object) => object,
    ...(signal && { signal }),
  });
  return bestFirst(objects.map((object) => ({ namespace, name: nameOf(object), object })));
}

const nameOf = (object: JsonObject): string => fieldsOf(object.metadata)?.text('name') ?? '';

/** Names the one that was probably meant, if the names there are may be read. */
async function noneNamed(
  client: ClusterClient,
  { type, name, namespace }: Target,
  { signal }: Pick<GetOptions, 'signal'>,
): Promise<MeshctlError> {
  const listed = listPages(client, listPath(type, namespace), {
    keep: (object) => object,
    ...(signal && { signal }),
  });
  const names = (await listed.catch(() => [])).map(nameOf);
  const meant = names.find((known) => known.startsWith(`${name}-`)) ?? closest(name, names);
  const kind = type.replace(/s$/, '');
  return new MeshctlError('usage', `there is no ${kind} ${name} in the namespace ${namespace}`, {
    hint:
      meant === undefined
        ? `\`kubectl get ${type} -n ${namespace}\` lists those there are; -n names another namespace`
        : `did you mean ${type === 'pods' ? '' : `${kind}/`}${meant}?`,
  });
}

function noneSelected(selector: string, namespace: string): MeshctlError {
  return new MeshctlError('usage', `no pod in the namespace ${namespace} has the labels ${selector}`, {
    hint: `\`kubectl get pods -n ${namespace} --show-labels\` lists labels; -n names another namespace`,
  });
}

function noneBehind({ type, name, namespace }: Target, selector: string): MeshctlError {
  return new MeshctlError(
    'usage',
    `${type.replace(/s$/, '')} ${name} in the namespace ${namespace} has no pods`,
    {
      reason: `no pod there has the labels ${selector}`,
      hint: 'it may be scaled to zero, or its pods may be refused: `kubectl describe` tells',
    },
  );
}
