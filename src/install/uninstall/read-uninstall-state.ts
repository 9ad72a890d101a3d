import { MeshctlError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import { proxyStatus } from '../../istiod/index.ts';
import { discover, listKinds, type ClusterClient, type Discovery, type KindRef } from '../../kube/index.ts';
import { prunableKinds } from '../prunable-kinds.ts';
import { readAuthority } from './read-authority.ts';
import { countResources } from './count-resources.ts';
import { readLeftLocks } from './read-left-locks.ts';
import type { UninstallTarget } from './uninstall-plan.ts';
import type { UninstallState } from './uninstall-state.ts';

interface ReadOptions {
  /** Where istiods are asked for their proxies. Default: `istio-system`. */
  readonly istioNamespace?: string;
  /** Milliseconds for the answer of each istiod. Default: 5000. */
  readonly proxyTimeout?: number;
  readonly signal?: AbortSignal;
}

/**
 * Reads what planning a removal needs. Istiods that do not say which proxies are connected are no error.
 *
 * @throws {MeshctlError} when a kind cannot be read: what is not known might still be in use.
 */
export async function readUninstallState(
  client: ClusterClient,
  target: UninstallTarget,
  options: ReadOptions = {},
): Promise<UninstallState> {
  const how = options.signal ? { signal: options.signal } : {};
  const discovery = await discover(client, 'all', how);
  const [lists, proxies] = await Promise.all([
    readLists(client, discovery, how),
    connectedProxies(client, target, options),
  ]);
  const [injectors = [], validators = [], tagServices = [], namespaces = [], pods = [], ...installed] = lists;
  const state = {
    installed: installed.flat(),
    injectors,
    validators,
    tagServices,
    namespaces,
    pods,
    proxies,
  };
  if (target.type === 'revision') return { ...state, customResources: new Map(), authority: [], locks: [] };
  const stage = { client, discovery, ...how };
  const [customResources, authority, locks] = await Promise.all([
    countResources(stage, state.installed),
    readAuthority(stage, state.installed, options.istioNamespace ?? 'istio-system'),
    readLeftLocks(stage),
  ]);
  return { ...state, customResources, authority, locks };
}

const admission = 'admissionregistration.k8s.io';
const definition: KindRef = { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' };

/** Pods and secrets go with what made them; no installer makes any by themselves. */
const installedKinds = [...prunableKinds, definition].filter(
  ({ kind }) => kind !== 'Pod' && kind !== 'Secret',
);

async function readLists(
  client: ClusterClient,
  discovery: Discovery,
  how: { readonly signal?: AbortSignal },
): Promise<readonly (readonly JsonObject[])[]> {
  const lists = await listKinds(
    client,
    [
      { group: admission, kind: 'MutatingWebhookConfiguration' },
      { group: admission, kind: 'ValidatingWebhookConfiguration' },
      { group: '', kind: 'Service', labelSelector: label.tag },
      { group: '', kind: 'Namespace' },
      { group: '', kind: 'Pod' },
      ...installedKinds.map((kind) => ({ ...kind, labelSelector: label.component })),
    ],
    { ...how, discovery },
  );
  const [problem] = lists.flatMap(({ problems }) => problems);
  if (problem !== undefined) throw problem;
  return lists.map(({ objects }) => objects);
}

async function connectedProxies(
  client: ClusterClient,
  target: UninstallTarget,
  { istioNamespace, proxyTimeout: timeout = 5000, signal }: ReadOptions,
): Promise<readonly string[] | undefined> {
  try {
    const status = await proxyStatus(client, {
      ...(istioNamespace !== undefined && { istioNamespace }),
      ...(target.type === 'revision' && { revision: target.revision }),
      ...(signal && { signal }),
      timeout,
    });
    return status.missing.length > 0 && status.proxies.length === 0
      ? undefined
      : status.proxies.map(({ name }) => name);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof MeshctlError) return undefined;
    throw error;
  }
}
