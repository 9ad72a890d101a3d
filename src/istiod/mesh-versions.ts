import { compareText } from '../compare-text.ts';
import { MeshctlError } from '../errors.ts';
import { findPods, type ClusterClient, type Pod } from '../kube/index.ts';
import { objectIn, plainText, valueIn, isObject, type Json, type JsonObject } from '../json.ts';
import { readStatus } from '../proxy/status/index.ts';
import { askIstiod } from './ask-istiod.ts';
import type { MissingIstiod } from './each-istiod.ts';
import type { IstiodOptions } from './find-istiods.ts';
import { releaseOf } from './release-of.ts';

/** Istiods of one revision and version. */
export interface ControlPlaneVersion {
  /** `default` for the control plane without a name. */
  readonly revision: string;
  /** As istiod says; of one that does not answer, the tag of its image. */
  readonly version: string;
  /** How many pods of it are ready. */
  readonly pods: number;
}

/** Proxies of one version that are connected to the same control plane. */
export interface ProxyVersion {
  readonly version: string;
  readonly revision: string;
  /** Of their control plane. */
  readonly controlPlane: string;
  readonly proxies: number;
}

/** Which versions of Istio run in a cluster. */
export interface MeshVersions {
  readonly controlPlanes: readonly ControlPlaneVersion[];
  readonly dataPlane: readonly ProxyVersion[];
  /** Istiods that did not answer: their versions come from their images, and their proxies are missing. */
  readonly missing: readonly MissingIstiod[];
}

/**
 * Reads which versions run: of the istiods whose pods are ready, as they say themselves, and of the proxies that are
 * connected to them. Without any istiod all lists are empty.
 *
 * @throws {MeshctlError} `environment` when the pods cannot be listed.
 */
export async function meshVersions(
  client: ClusterClient,
  options: IstiodOptions = {},
): Promise<MeshVersions> {
  const istiods = await readyIstiods(client, options);
  const answers = await Promise.all(istiods.map((istiod) => askOne(client, istiod, options)));
  return {
    controlPlanes: controlPlanesOf(answers),
    dataPlane: dataPlaneOf(answers),
    missing: answers.flatMap(({ istiod, error }) => (error === undefined ? [] : [{ istiod, error }])),
  };
}

async function readyIstiods(client: ClusterClient, options: IstiodOptions): Promise<readonly Pod[]> {
  const { istioNamespace: namespace = 'istio-system', revision, selector = 'app=istiod', signal } = options;
  const labels = revision === undefined ? selector : `${selector},istio.io/rev=${revision}`;
  try {
    const pods = await findPods(client, { selector: labels }, { namespace, ...(signal && { signal }) });
    return pods.filter(isReady).toSorted((a, b) => compareText(a.name, b.name));
  } catch (error) {
    if (error instanceof MeshctlError && error.code === 'usage') return [];
    throw error;
  }
}

function isReady({ object }: Pod): boolean {
  const isTrue = (condition: Json): boolean =>
    isObject(condition) && condition.type === 'Ready' && condition.status === 'True';
  const leaves = objectIn(object, 'metadata').deletionTimestamp !== undefined;
  return !leaves && listIn(object, 'status', 'conditions').some(isTrue);
}

interface Answer {
  readonly istiod: string;
  readonly revision: string;
  readonly version: string;
  readonly proxies: readonly string[];
  readonly error?: MeshctlError;
}

async function askOne(client: ClusterClient, pod: Pod, options: IstiodOptions): Promise<Answer> {
  const istiod = pod.name;
  const revision = plainText(valueIn(pod.object, 'metadata', 'labels', 'istio.io/rev')) || 'default';
  try {
    const [version, status] = await Promise.all([
      askIstiod(client, pod, '/version', options),
      askIstiod(client, pod, '/debug/syncz', options),
    ]);
    const known = version === undefined ? '' : releaseOf(version);
    const proxies = readStatus(status ?? '[]', istiod, { istiod }).flatMap((answer) => answer.proxies);
    return {
      ...{ istiod, revision },
      version: known || imageTag(pod.object),
      proxies: proxies.map((proxy) => proxy.version),
    };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof MeshctlError)) throw error;
    return { istiod, revision, version: imageTag(pod.object), proxies: [], error };
  }
}

function imageTag(pod: JsonObject): string {
  const containers = listIn(pod, 'spec', 'containers').filter(isObject);
  const { image } = containers.find(({ name }) => name === 'discovery') ?? containers[0] ?? {};
  return /:([^:/@]+)(@.*)?$/.exec(plainText(image))?.[1] ?? 'unknown';
}

function listIn(object: JsonObject, ...path: readonly string[]): readonly Json[] {
  const value = valueIn(object, ...path);
  return Array.isArray(value) ? value : [];
}

function controlPlanesOf(answers: readonly Answer[]): readonly ControlPlaneVersion[] {
  return counted(answers.map(({ revision, version }) => [revision, version])).map(
    ([[revision = '', version = ''], pods]) => ({ revision, version, pods }),
  );
}

function dataPlaneOf(answers: readonly Answer[]): readonly ProxyVersion[] {
  const rows = answers.flatMap(({ revision, version, proxies }) =>
    proxies.map((proxy) => [revision, proxy, version]),
  );
  return counted(rows).map(([[revision = '', version = '', controlPlane = ''], proxies]) => ({
    ...{ version, revision, controlPlane, proxies },
  }));
}

/** Equal rows once each, sorted, with how many of each there are. */
function counted(rows: readonly (readonly string[])[]): readonly (readonly [readonly string[], number])[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([row, count]) => [JSON.parse(row) as readonly string[], count]);
}
