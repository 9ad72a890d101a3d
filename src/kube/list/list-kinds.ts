import { MeshctlError } from '../../errors.ts';
import type { JsonObject } from '../../resources/index.ts';
import { ApiError } from '../api-error.ts';
import type { ClusterClient, GetOptions } from '../client.ts';
import { discover } from '../discovery/discover.ts';
import {
  findServed,
  pathOf,
  type Discovery,
  type KindRef,
  type ServedKind,
} from '../discovery/served-kind.ts';
import { keptObject } from './kept-object.ts';
import { secretSelector } from './kept-secret.ts';
import { limit } from './limit.ts';
import { listPages } from './list-pages.ts';

/** What came of listing one kind. */
export interface KindList {
  readonly group: string;
  readonly kind: string;
  /** Undefined when the cluster does not serve it. */
  readonly served?: ServedKind;
  /**
   * `listed`: these are all objects. `absent`: the cluster does not serve the kind. `forbidden`, `failed`: some
   * objects or all are missing, and `problems` says why.
   */
  readonly outcome: 'listed' | 'absent' | 'forbidden' | 'failed';
  /** In the order of the server, by namespace and name; what no check needs is left out, of Secrets nearly all. */
  readonly objects: readonly JsonObject[];
  readonly problems: readonly MeshctlError[];
}

/** A kind to list, and which of its objects. */
export interface KindToList extends KindRef {
  /** Only those with these labels. Default: all. */
  readonly labelSelector?: string;
}

/** What is read of which objects. */
export interface ListKindsOptions extends Pick<GetOptions, 'signal'> {
  /** Read these namespaces only; kinds without namespaces are read whole. Default: all. */
  readonly namespaces?: readonly string[];
  /** Keeps all that objects say, who manages which fields too; but for Secrets. Default: what checks need. */
  readonly whole?: boolean;
  /** What is kept of each object besides: many of them need much memory. Default: all. */
  readonly trim?: (object: JsonObject) => JsonObject;
  /** What the cluster serves, if that is known. Default: it is asked. */
  readonly discovery?: Discovery;
}

/** So many lists are read at once; more would only queue up in the server, or be throttled. */
const concurrency = 8;

/**
 * Lists kinds of a cluster, all at once. What the cluster does not serve or permit is part of the answer; it throws
 * only when nothing at all could be read.
 */
export async function listKinds(
  client: ClusterClient,
  kinds: readonly KindToList[],
  options: ListKindsOptions = {},
): Promise<readonly KindList[]> {
  const groups = kinds.map(({ group }) => group);
  const discovery = options.discovery ?? (await discover(client, groups, options));
  const plans = kinds.map((ref) => ({ ref, served: findServed(discovery, ref) }));
  const jobs = plans.flatMap(({ ref, served }, i) =>
    served === undefined ? [] : partsOf(client, ref, served, options).map((read) => ({ i, read })),
  );
  const parts = await limit(
    concurrency,
    jobs.map(({ i, read }) => async () => ({ i, part: await read() })),
  );
  const lists = plans.map(({ ref, served }, i) => {
    if (served === undefined) return notServed(ref, discovery);
    return joined(
      ref,
      served,
      parts.filter((one) => one.i === i).map(({ part }) => part),
    );
  });
  failIfNothing(lists);
  return lists;
}

/** One list, or one of a namespace: objects, or why there are none. */
type Part = readonly JsonObject[] | MeshctlError;

function partsOf(
  client: ClusterClient,
  { labelSelector }: KindToList,
  served: ServedKind,
  options: ListKindsOptions,
): readonly (() => Promise<Part>)[] {
  const { namespaces, signal } = options;
  const wanted = served.namespaced && namespaces !== undefined ? [...new Set(namespaces)] : [undefined];
  const isSecret = served.group === '' && served.kind === 'Secret';
  const how = {
    keep: keeper(options, isSecret),
    ...(signal && { signal }),
    ...(labelSelector !== undefined && { labelSelector }),
    ...(isSecret && { fieldSelector: secretSelector }),
  };
  return wanted.map((namespace) => async () => {
    try {
      return await listPages(client, pathOf(served, namespace), how);
    } catch (error) {
      if (error instanceof MeshctlError) return error;
      throw error;
    }
  });
}

/** What is kept of each object. */
function keeper(
  { whole = false, trim = (object) => object }: ListKindsOptions,
  isSecret: boolean,
): (object: JsonObject) => JsonObject {
  return whole && !isSecret ? trim : (object) => trim(keptObject(object));
}

function notServed({ group, kind }: KindRef, { unavailable }: Discovery): KindList {
  if (!unavailable.includes(group)) return { group, kind, outcome: 'absent', objects: [], problems: [] };
  const problem = new MeshctlError('environment', `the API group ${group} does not answer`, {
    hint: `find out why with \`kubectl get apiservices\``,
  });
  return { group, kind, outcome: 'failed', objects: [], problems: [problem] };
}

function joined({ group, kind }: KindRef, served: ServedKind, parts: readonly Part[]): KindList {
  const problems = parts.filter((part) => part instanceof MeshctlError);
  const objects = parts.flatMap((part) => (part instanceof MeshctlError ? [] : part));
  return { group, kind, served, outcome: outcomeOf(problems), objects, problems };
}

function outcomeOf(problems: readonly MeshctlError[]): KindList['outcome'] {
  if (problems.length === 0) return 'listed';
  return problems.every((problem) => problem instanceof ApiError && problem.status === 403)
    ? 'forbidden'
    : 'failed';
}

function failIfNothing(lists: readonly KindList[]): void {
  const problems = lists.flatMap((list) => list.problems);
  const [first] = problems;
  const some = lists.some(({ outcome, objects }) => outcome === 'listed' || objects.length > 0);
  if (first === undefined || some) return;
  throw problems.find((problem) => !(problem instanceof ApiError)) ?? first;
}
