import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { ApiError } from '../api-error.ts';
import type { ClusterClient, GetOptions } from '../client.ts';
import { textOf } from '../text-of.ts';

export interface ListOptions extends Pick<GetOptions, 'signal'> {
  readonly fieldSelector?: string;
  readonly labelSelector?: string;
  /** Makes of each object what is kept of it, page by page. */
  readonly keep: (object: JsonObject) => JsonObject;
}

/** Small enough for a quick answer, large enough that most clusters need one page of each kind; kubectl does the same. */
const pageSize = '500';

/** A list, whole. */
export interface WholeList {
  readonly objects: readonly JsonObject[];
  /** Where a watch goes on from. */
  readonly resourceVersion: string | undefined;
}

/**
 * Reads a list of any length. The server forgets where a list was after some minutes (410): then the list starts
 * again, once.
 */
export async function listPages(
  client: Pick<ClusterClient, 'get'>,
  path: string,
  options: ListOptions,
): Promise<readonly JsonObject[]> {
  return (await listWhole(client, path, options)).objects;
}

/** `listPages`, with what it takes to watch the list from there. */
export async function listWhole(
  client: Pick<ClusterClient, 'get'>,
  path: string,
  options: ListOptions,
): Promise<WholeList> {
  try {
    return await readAll(client, path, options);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 410) throw error;
    return readAll(client, path, options);
  }
}

async function readAll(
  client: Pick<ClusterClient, 'get'>,
  path: string,
  options: ListOptions,
): Promise<WholeList> {
  const { fieldSelector, labelSelector, signal, keep } = options;
  const objects: JsonObject[] = [];
  let next: string | undefined = '';
  let resourceVersion: string | undefined;
  while (next !== undefined) {
    const query = {
      limit: pageSize,
      ...(fieldSelector !== undefined && { fieldSelector }),
      ...(labelSelector !== undefined && { labelSelector }),
      ...(next !== '' && { continue: next }),
    };
    const page: JsonObject = await client.get(path, { query, ...(signal && { signal }) });
    for (const object of itemsOf(page)) objects.push(keep(object));
    const { metadata } = page;
    next = isObject(metadata) ? textOf(metadata.continue) : undefined;
    resourceVersion = isObject(metadata) ? textOf(metadata.resourceVersion) : undefined;
  }
  return { objects, resourceVersion };
}

/** Items of a list leave out what the list says: their apiVersion and kind. */
function itemsOf({ apiVersion, kind, items }: JsonObject): readonly JsonObject[] {
  const named = {
    ...(typeof apiVersion === 'string' && { apiVersion }),
    ...(typeof kind === 'string' && { kind: kind.replace(/List$/, '') }),
  };
  return (Array.isArray(items) ? items : []).filter(isObject).map((item) => ({ ...named, ...item }));
}
