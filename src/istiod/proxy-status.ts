import { MeshctlError } from '../errors.ts';
import type { ClusterClient } from '../kube/index.ts';
import { readStatus, type ProxyStatus, type StatusAnswer } from '../proxy/status/index.ts';
import { eachIstiod, type MissingIstiod } from './each-istiod.ts';
import type { IstiodOptions } from './find-istiods.ts';

/** What the control plane of a cluster says of its proxies. */
export interface LiveStatus {
  /** One of each istiod that answered. */
  readonly answers: readonly StatusAnswer[];
  /** All that they know, by the name of their istiod; `selectProxies` narrows and sorts them. */
  readonly proxies: readonly ProxyStatus[];
  /** Proxies that are connected to one of these are not listed. */
  readonly missing: readonly MissingIstiod[];
}

/**
 * Asks every istiod that runs in a cluster how far its proxies are, with one GET each through the API server. Nothing
 * is written anywhere.
 *
 * @throws {MeshctlError} `environment` when no istiod runs, or none answers.
 */
export async function proxyStatus(client: ClusterClient, options: IstiodOptions = {}): Promise<LiveStatus> {
  const { answers, missing } = await eachIstiod(client, '/debug/syncz', options, (text, { name }) =>
    statusIn(text, name),
  );
  const [first] = missing;
  if (answers.length === 0) throw first?.error ?? noDebug();
  const all = answers.flat();
  return { answers: all, proxies: all.flatMap(({ proxies }) => proxies), missing };
}

/** An answer that cannot be read is the fault of who sent it, not of an input that the user could mend. */
function statusIn(text: string, istiod: string): readonly StatusAnswer[] {
  try {
    return readStatus(text === 'null' ? '[]' : text, istiod, { istiod });
  } catch (error) {
    if (!(error instanceof MeshctlError)) throw error;
    throw new MeshctlError('environment', `istiod ${istiod} does not say how far proxies are`, {
      reason: error.reason ?? error.message,
      cause: error,
    });
  }
}

const noDebug = (): MeshctlError =>
  new MeshctlError('environment', 'no istiod has anything at /debug/syncz', {
    hint: 'check that the pods are those of istiod: --xds-label says which they are',
  });
