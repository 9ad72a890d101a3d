import { objectIn, plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import {
  ApiError,
  discover,
  findServed,
  limit,
  listKinds,
  pathOf,
  type ClusterClient,
  type Discovery,
  type KindList,
  type KindRef,
  type ServedKind,
} from '../kube/index.ts';
import { keyOf, type ObjectKey, idOf, idOfObject } from '../kube/apply/index.ts';
import type { DesiredInstall } from './desired-objects.ts';
import type { InstallState } from './install-state.ts';
import { otherKinds, telltaleKinds, wholeKinds } from './prunable-kinds.ts';
import { apiGroup } from '../api-group.ts';

/**
 * Reads what planning an installation needs, with few requests: lists of what installers made, all webhooks, and single
 * objects where something else may have made what is wanted. On a cluster without any trace of an installation, only
 * what would give one away is looked at.
 *
 * @throws {MeshctlError} when a kind that is wanted may not be read, or the cluster does not answer.
 */
export async function readInstallState(
  client: ClusterClient,
  desired: DesiredInstall,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<InstallState> {
  const how = signal ? { signal } : {};
  const discovery = await discover(client, 'all', how);
  const reading: Reading = { client, discovery, desired, how };
  const [namespaces, first] = await Promise.all([
    readSingles(reading, desired.namespaces.map(keyOf)),
    readLists(reading, [...telltaleKinds.map(labelled), ...wholeKinds]),
  ]);
  const isTouched = namespaces.length > 0 || first.some(({ objects }) => objects.some(isInstalled));
  const rest = isTouched
    ? await readLists(reading, [...otherKinds, ...definitionKind(reading)].map(labelled))
    : [];
  const lists = [...first, ...rest];
  const listed = lists.flatMap(({ objects }) => objects);
  const singles = await readSingles(reading, keysToAsk(reading, listed, namespaces));
  return {
    namespaces,
    objects: new Map([...listed, ...singles].map((object) => [idOfObject(object), object])),
    unserved: unservedOf(reading),
    unseen: unseenOf(lists, desired),
  };
}

interface Reading {
  readonly client: ClusterClient;
  readonly discovery: Discovery;
  readonly desired: DesiredInstall;
  readonly how: { readonly signal?: AbortSignal };
}

/** What installers made of a kind. */
const labelled = (kind: KindRef) => ({ ...kind, labelSelector: label.component });

const isInstalled = (object: JsonObject): boolean =>
  objectIn(object, 'metadata', 'labels')[label.component] !== undefined;

const readLists = (
  { client, discovery, how }: Reading,
  kinds: readonly KindRef[],
): Promise<readonly KindList[]> => listKinds(client, kinds, { ...how, discovery, whole: true });

const definition: KindRef = { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' };

/** Definitions are large: they are listed only where some of those that are wanted seem to be there. */
function definitionKind(reading: Reading): readonly KindRef[] {
  const some = reading.desired.objects.some(
    ({ object }) => isDefinition(object) && mayExist(reading, object, []),
  );
  return some ? [definition] : [];
}

const isDefinition = (object: JsonObject): boolean => object.kind === definition.kind;

function keysToAsk(
  reading: Reading,
  listed: readonly JsonObject[],
  namespaces: readonly JsonObject[],
): readonly ObjectKey[] {
  const known = new Set(listed.map(idOfObject));
  const there = namespaces.map((object) => keyOf(object).name);
  const wanted = [...reading.desired.objects.map(({ object }) => object), defaultService(reading.desired)];
  return wanted
    .filter((object) => !known.has(idOfObject(object)) && mayExist(reading, object, there))
    .map(keyOf);
}

/** Made for the tag `default`, it has no label of installers. */
const defaultService = ({ owner: { namespace } }: DesiredInstall): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'istiod-revision-tag-default', namespace },
});

/** Nothing is in a namespace that is not there, and a definition without its group is not served. */
function mayExist({ discovery }: Reading, object: JsonObject, namespaces: readonly string[]): boolean {
  const { namespace, kind } = keyOf(object);
  if (namespace !== undefined) return namespaces.includes(namespace);
  if (wholeKinds.some((whole) => whole.kind === kind)) return false;
  if (!isDefinition(object)) return true;
  const group = plainText(objectIn(object, 'spec').group);
  return discovery.unavailable.includes(group) || discovery.kinds.some((served) => served.group === group);
}

/** Those that are there, each asked for by itself. */
async function readSingles(reading: Reading, keys: readonly ObjectKey[]): Promise<readonly JsonObject[]> {
  const wanted = new Map(keys.map((key) => [idOf(key), key]));
  const read = await limit(
    8,
    [...wanted.values()].map((key) => () => readSingle(reading, key)),
  );
  return read.filter((object) => object !== undefined);
}

async function readSingle(
  { client, discovery, how }: Reading,
  key: ObjectKey,
): Promise<JsonObject | undefined> {
  const served = servedOf(discovery, key);
  if (served === undefined) return undefined;
  try {
    return await client.get(`${pathOf(served, key.namespace)}/${encodeURIComponent(key.name)}`, how);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

function servedOf(discovery: Discovery, { apiVersion, kind }: ObjectKey): ServedKind | undefined {
  const version = apiVersion.replace(/.*\//, '');
  return findServed(discovery, { group: apiGroup(apiVersion), kind, versions: [version] });
}

/** A group whose own server is away may have the kind. */
function unservedOf({ discovery, desired }: Reading): readonly string[] {
  const missing = desired.objects.filter(
    ({ object }) =>
      !discovery.unavailable.includes(apiGroup(object.apiVersion)) && !isServed(discovery, keyOf(object)),
  );
  return [...new Set(missing.map(({ object }) => `${object.kind} of ${object.apiVersion}`))];
}

const isServed = (discovery: Discovery, key: ObjectKey): boolean => {
  const served = servedOf(discovery, key);
  return served !== undefined && key.apiVersion.endsWith(served.version);
};

/** Throws for a kind that is wanted and cannot be read; others are only not pruned. */
function unseenOf(lists: readonly KindList[], { objects }: DesiredInstall): readonly string[] {
  const wanted = new Set(objects.map(({ object }) => `${apiGroup(object.apiVersion)}/${object.kind}`));
  return lists.flatMap(({ group, kind, problems }) => {
    const [problem] = problems;
    if (problem === undefined) return [];
    if (wanted.has(`${group}/${kind}`)) throw problem;
    return `nothing is known of ${kind} objects, and none of them is removed: ${problem.message}`;
  });
}
