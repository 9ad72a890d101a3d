import type { ServerResponse } from 'node:http';
import type { JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { resourceOf, apiVersionOf, type Kind } from '../kinds/kind.ts';
import { expired } from '../refusal.ts';
import type { StoredChange } from '../store/object-store.ts';
import { asVersion } from './as-version.ts';
import { selectionOf, type Selection } from './selection.ts';

/** How an object is shown in a watch: as it is, as a table, its metadata alone. */
export type Shown = (object: JsonObject) => JsonObject;

/**
 * A watch as an answer: what changes from a version on, one line for each change, until its time is over or the client
 * has enough (https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes).
 *
 * @throws {Refusal} when a selector cannot be read.
 */
export function watch(
  cluster: Cluster,
  kind: Kind,
  namespace: string | undefined,
  query: URLSearchParams,
  shown: Shown = (object) => object,
): (response: ServerResponse) => void {
  const selection = selectionOf(query, namespace);
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache, private' });
    response.flushHeaders();
    const feed = new Feed(cluster, kind, response, shown);
    const started = start(cluster, kind, query, selection, feed);
    if (!started) return;
    const end = cluster.store.follow((change) => {
      if (change.resource === resourceOf(kind)) feed.change(change, selection);
    });
    const seconds = Number(query.get('timeoutSeconds') ?? 0) || longest;
    const marks = query.get('allowWatchBookmarks') === 'true';
    const beat = setInterval(() => {
      if (marks) feed.bookmark();
    }, 60_000);
    const timer = setTimeout(() => {
      if (marks) feed.bookmark();
      response.end();
    }, seconds * 1000);
    response.on('close', () => {
      end();
      clearTimeout(timer);
      clearInterval(beat);
    });
  };
}

/** Seconds. */
const longest = 1800;

/** Tells what was before; false when the watch cannot go on from there. */
function start(
  cluster: Cluster,
  kind: Kind,
  query: URLSearchParams,
  selection: Selection,
  feed: Feed,
): boolean {
  const from = query.get('resourceVersion') ?? '';
  const initial = query.get('sendInitialEvents') === 'true';
  if (from === '' || from === '0' || initial) {
    for (const object of cluster.store.list(kind).filter(selection)) feed.send('ADDED', object);
    if (initial) feed.bookmark({ 'k8s.io/initial-events-end': 'true' });
    return true;
  }
  const missed = cluster.store.since(Number(from), resourceOf(kind));
  if (missed === undefined) {
    feed.fail(expired(`too old resource version: ${from} (${cluster.store.version})`).status);
    return false;
  }
  for (const change of missed) feed.change(change, selection);
  return true;
}

class Feed {
  readonly #cluster: Cluster;
  readonly #kind: Kind;
  readonly #response: ServerResponse;
  readonly #shown: Shown;

  constructor(cluster: Cluster, kind: Kind, response: ServerResponse, shown: Shown) {
    this.#cluster = cluster;
    this.#kind = kind;
    this.#response = response;
    this.#shown = shown;
  }

  /** An object that comes to fit the selection counts as made, one that does not fit any more as deleted. */
  change({ type, object, previous }: StoredChange, selection: Selection): void {
    const before = previous !== undefined && selection(previous);
    const after = type !== 'DELETED' && selection(object);
    if (before && after) this.send('MODIFIED', object);
    else if (after) this.send('ADDED', object);
    else if (before) this.send('DELETED', object);
  }

  send(type: StoredChange['type'], object: JsonObject): void {
    this.#write(type, this.#shown(asVersion(this.#kind, object)));
  }

  /** Says how far the watch is. */
  bookmark(annotations?: JsonObject): void {
    const metadata = {
      resourceVersion: String(this.#cluster.store.version),
      ...(annotations && { annotations }),
    };
    this.#write('BOOKMARK', { kind: this.#kind.kind, apiVersion: apiVersionOf(this.#kind), metadata });
  }

  fail(status: JsonObject): void {
    this.#write('ERROR', status);
    this.#response.end();
  }

  #write(type: string, object: JsonObject): void {
    this.#response.write(`${JSON.stringify({ type, object })}\n`);
  }
}
