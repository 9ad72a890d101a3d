import { MeshctlError } from '../../../errors.ts';
import { eachIstiod } from '../../../istiod/index.ts';
import type { ClusterClient } from '../../../kube/index.ts';
import type { HealthProblem } from './health-problem.ts';
import { rejectsIn } from './rejects-in.ts';

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
      (text, { name }) => [name, rejectsIn(text)] as const,
    );
    return new Map(answers);
  } catch (error) {
    where.signal.throwIfAborted();
    if (error instanceof MeshctlError) return new Map();
    throw error;
  }
}

/** What was refused since `before`; an istiod that is new, or has started again, counts from nothing. */
export const rejectionProblems = (
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): readonly HealthProblem[] =>
  [...now].flatMap(([istiod, count]) => {
    const more = count - (before.get(istiod) ?? 0);
    return more > 0
      ? [{ text: `proxies refused configuration of the istiod ${istiod} ${more} times`, lasts: true }]
      : [];
  });
