import { randomUUID } from 'node:crypto';
import { withoutKey, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { apiVersionOf, type Kind } from '../kinds/kind.ts';
import { expired } from '../refusal.ts';
import { asVersion } from './as-version.ts';
import { selectionOf } from './selection.ts';

interface OpenList {
  readonly left: readonly JsonObject[];
  readonly version: string;
}

/** So many lists are remembered that were not read to their end. */
const mostOpen = 200;

/** Lists in pages. A list is as it was when its first page was read, however long the reading takes. */
export class ListPages {
  readonly #open = new Map<string, OpenList>();
  readonly #cluster: Cluster;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /**
   * The list of a kind, or a page of it.
   *
   * @throws {Refusal} 410 for a page of a list that is forgotten.
   */
  read(kind: Kind, namespace: string | undefined, query: URLSearchParams): JsonObject {
    const { left, version } = this.#start(kind, namespace, query);
    const limit = Number(query.get('limit') ?? 0) || Infinity;
    const items = left.slice(0, limit).map((object) => listed(kind, object));
    const rest = left.slice(limit);
    return {
      kind: `${kind.kind}List`,
      apiVersion: apiVersionOf(kind),
      metadata: {
        resourceVersion: version,
        ...(rest.length > 0 && {
          continue: this.#keep({ left: rest, version }),
          remainingItemCount: rest.length,
        }),
      },
      items,
    };
  }

  #start(kind: Kind, namespace: string | undefined, query: URLSearchParams): OpenList {
    const token = query.get('continue') ?? '';
    if (token === '') {
      const { store } = this.#cluster;
      const left = store.list(kind, namespace).filter(selectionOf(query, namespace));
      return { left, version: String(store.version) };
    }
    const open = this.#open.get(token);
    if (open !== undefined) return open;
    throw expired('The provided continue parameter is too old to display a consistent list result.');
  }

  #keep(list: OpenList): string {
    const token = randomUUID();
    this.#open.set(token, list);
    for (const [oldest] of this.#open) {
      if (this.#open.size <= mostOpen) break;
      this.#open.delete(oldest);
    }
    return token;
  }
}

/** Items of lists of built-in kinds leave out what the list says. */
const listed = (kind: Kind, object: JsonObject): JsonObject =>
  kind.custom === undefined ? withoutKey(withoutKey(object, 'apiVersion'), 'kind') : asVersion(kind, object);
