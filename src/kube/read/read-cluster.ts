import { isObject } from '../../json.ts';
import type { JsonObject, ReadResult, Resource, SourceDocument } from '../../resources/index.ts';
import type { ClusterClient } from '../client.ts';
import type { KindRef } from '../discovery/served-kind.ts';
import { listKinds, type KindList, type ListKindsOptions } from '../list/list-kinds.ts';
import { textOf } from '../text-of.ts';
import { noticesOf } from './notices-of.ts';
import { apiGroup } from '../../api-group.ts';

/** A kind of which objects may exist that were not read; `outcome` and `problems` as in `KindList`. */
export type MissingKind = Pick<KindList, 'group' | 'kind' | 'served' | 'outcome' | 'problems'>;

/** What was read of a cluster, in the form of what is read from files. */
export interface ClusterRead extends ReadResult {
  /** The kinds that are absent from the cluster, or could not be read whole. */
  readonly missing: readonly MissingKind[];
}

/**
 * Reads all objects of some kinds. Each is a document of its own in a file that does not exist,
 * `cluster:<context>/<namespace>/<Kind.group>/<name>`, whose text is the object as YAML. What could not be read is in
 * `missing`, and in words in `notices`.
 */
export async function readCluster(
  client: ClusterClient,
  kinds: readonly KindRef[],
  options: ListKindsOptions = {},
): Promise<ClusterRead> {
  const [lists, { LiveDocument }] = await Promise.all([
    listKinds(client, kinds, options),
    import('./live-document.ts'),
  ]);
  const resources = lists.flatMap(({ objects }) =>
    objects.map((object) => {
      const named = namesOf(object);
      return { ...named, base: [], value: object, document: new LiveDocument(fileOf(client, named), object) };
    }),
  );
  return {
    documents: resources.map(({ document }) => document),
    resources,
    files: resources.length,
    notices: noticesOf(lists),
    missing: lists.filter(({ outcome }) => outcome !== 'listed').map(missingKind),
  };
}

/** Whether a document was read from a cluster: then there is no file to be changed. */
export function isLive({ file }: Pick<SourceDocument, 'file'>): boolean {
  return file.startsWith(scheme);
}

const scheme = 'cluster:';

type Names = Pick<Resource, 'apiVersion' | 'kind' | 'namespace' | 'name'>;

function namesOf(object: JsonObject): Names {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  return {
    apiVersion: textOf(object.apiVersion) ?? '',
    kind: textOf(object.kind) ?? '',
    namespace: textOf(metadata.namespace),
    name: textOf(metadata.name) ?? '',
  };
}

function fileOf({ context }: ClusterClient, { apiVersion, kind, namespace, name }: Names): string {
  const group = apiGroup(apiVersion);
  const qualified = group === '' ? kind : `${kind}.${group}`;
  return scheme + [context, namespace, qualified, name].filter((part) => part !== undefined).join('/');
}

function missingKind({ group, kind, served, outcome, problems }: KindList): MissingKind {
  return { group, kind, outcome, problems, ...(served && { served }) };
}
