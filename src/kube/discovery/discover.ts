import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { ApiError } from '../api-error.ts';
import type { ClusterClient, GetOptions } from '../client.ts';
import { readAggregated } from './read-aggregated.ts';
import { readGroups, readResourceList } from './read-classic.ts';
import type { Discovery, ServedKind } from './served-kind.ts';

/** All groups in one answer, where the server can (Kubernetes 1.26 and newer); otherwise the lists of old. */
const accept = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join(',');

/**
 * Asks a cluster which kinds of some API groups it serves, in which versions; the core group is the empty text. `all`
 * groups cost as much as one, where the server answers at once.
 */
export async function discover(
  client: ClusterClient,
  groups: Iterable<string> | 'all',
  { signal }: Pick<GetOptions, 'signal'> = {},
): Promise<Discovery> {
  const wanted = groups === 'all' ? undefined : new Set(groups);
  const wants: Wants = (group) => wanted?.has(group) ?? true;
  const roots = [
    ...(wants('') ? ['/api'] : []),
    ...(wanted === undefined || [...wanted].some((name) => name !== '') ? ['/apis'] : []),
  ];
  const options = signal ? { signal } : {};
  const found = await Promise.all(roots.map((root) => discoverRoot(client, root, wants, options)));
  return {
    kinds: found.flatMap(({ kinds }) => kinds).filter(({ group }) => wants(group)),
    unavailable: found.flatMap(({ unavailable }) => unavailable),
  };
}

type Wants = (group: string) => boolean;

async function discoverRoot(
  client: ClusterClient,
  root: string,
  wants: Wants,
  options: GetOptions,
): Promise<Discovery> {
  const answer = await client.get(root, { ...options, accept });
  if (answer.kind === 'APIGroupDiscoveryList') return readAggregated(answer);
  const versions = readGroups(answer).filter(({ group }) => wants(group));
  const lists = await Promise.all(versions.map((version) => resourceList(client, root, version, options)));
  return {
    kinds: lists.flatMap((list) => (isObject(list) ? readResourceList(list) : [])),
    unavailable: versions.filter((_, i) => lists[i] === 'unavailable').map(({ group }) => group),
  };
}

/** A group whose own server is away fails alone; one that went away in between is not served. */
async function resourceList(
  client: ClusterClient,
  root: string,
  { group, version }: Pick<ServedKind, 'group' | 'version'>,
  options: GetOptions,
): Promise<JsonObject | 'absent' | 'unavailable'> {
  try {
    return await client.get([root, group, version].filter((part) => part !== '').join('/'), options);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) return 'absent';
    if (error.status >= 500) return 'unavailable';
    throw error;
  }
}
