import { MeshctlError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { proxyStatus, type IstiodOptions, type LiveStatus } from '../istiod/index.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import type { ClusterClient } from '../kube/index.ts';
import type { ProxyCounts } from './mesh-revisions.ts';
import { labelsOf } from './object-labels.ts';

/** What istiods said of their proxies. */
export interface ConnectedProxies {
  /** By revision. */
  readonly counts: ReadonlyMap<string, ProxyCounts>;
  /** Who could not be asked, in words. */
  readonly missing: readonly string[];
}

/**
 * Asks the istiods of a namespace for the proxies that are connected to them. Told of each revision whose istiods all
 * answered; what could not be asked is told in words, never thrown.
 */
export async function connectedProxies(
  client: ClusterClient,
  options: IstiodOptions & { readonly istioNamespace: string },
  objects: readonly JsonObject[],
): Promise<ConnectedProxies> {
  try {
    const { proxies, missing } = await proxyStatus(client, options);
    const revisions = istiodPods(options.istioNamespace, objects);
    const silent = new Set(missing.map(({ istiod }) => revisions.get(istiod)));
    const answered = [...new Set(revisions.values())].filter((name) => !silent.has(name));
    const byRevision = groupBy(proxies, ({ istiod = '' }) => revisions.get(istiod));
    return {
      counts: new Map(answered.map((name) => [name, countsOf(byRevision.get(name) ?? [])])),
      missing: missing.map(({ istiod, error }) => `proxies of ${istiod}: ${error.message}`),
    };
  } catch (error) {
    if (!(error instanceof MeshctlError)) throw error;
    return { counts: new Map(), missing: [`connected proxies: ${error.message}`] };
  }
}

const countsOf = (proxies: readonly ConnectedProxy[]): ProxyCounts => ({
  connected: proxies.length,
  synced: proxies.filter(({ types }) => types.every(({ state }) => state === 'SYNCED' || state === 'IGNORED'))
    .length,
});

type ConnectedProxy = LiveStatus['proxies'][number];

/** Revision of each pod of istiod in a namespace, by the name of the pod. */
const istiodPods = (namespace: string, objects: readonly JsonObject[]): ReadonlyMap<string, string> =>
  new Map(
    objects.flatMap((object) => {
      const { name, namespace: own } = objectIn(object, 'metadata');
      if (object.kind !== 'Pod' || own !== namespace) return [];
      const { app, [label.revision]: revision } = labelsOf(object);
      if (app !== 'istiod' || revision === undefined) return [];
      return [[plainText(name), revision]];
    }),
  );
