import { MeshctlError } from '../../../errors.ts';
import { eachIstiod } from '../../../istiod/index.ts';
import type { ClusterClient } from '../../../kube/index.ts';

/**
 * How much configuration the proxies of a control plane have refused since its istiods started, by istiod: their own
 * count `pilot_total_xds_rejects`. Those that do not tell are left out.
 */
export async function rejections(
  client: ClusterClient,
  where: { readonly istioNamespace: string; readonly revision: string; readonly signal: AbortSignal },
): Promise<ReadonlyMap<string, number>> {
  try {
    const { answers } = await eachIstiod(
      client,
      '/metrics',
      where,
      (text, { name }) => [name, countIn(text)] as const,
    );
    return new Map(answers);
  } catch (error) {
    where.signal.throwIfAborted();
    if (error instanceof MeshctlError) return new Map();
    throw error;
  }
}

/** https://prometheus.io/docs/instrumenting/exposition_formats/: one line for each type of configuration. */
function countIn(text: string): number {
  const lines = text.matchAll(/^pilot_total_xds_rejects(?:\{[^}]*\})? ([0-9.e+]+)/gm);
  return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
}
