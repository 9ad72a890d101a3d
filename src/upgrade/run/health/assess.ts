import { MeshctlError } from '../../../errors.ts';
import { keyOf, readiness } from '../../../kube/apply/index.ts';
import { listKinds } from '../../../kube/index.ts';
import { proxyStatus } from '../../../istiod/index.ts';
import { label } from '../../../label.ts';
import type { ProxyStatus } from '../../../proxy/status/index.ts';
import type { OwnerRestart } from '../../upgrade-plan.ts';
import { isPodOf, podsIn } from '../owned-pods.ts';
import type { RunContext } from '../run-context.ts';
import { errorRateProblems } from './error-rate.ts';
import type { HealthProblem } from './health-problem.ts';
import { podProblems, restartsOf } from './pod-problems.ts';
import { rejectionProblems, rejections } from './rejections.ts';

/** What was before, so that only what comes on top counts. */
export interface HealthBaseline {
  readonly restarts: ReadonlyMap<string, number>;
  readonly rejections: ReadonlyMap<string, number>;
}

export const noBaseline: HealthBaseline = { restarts: new Map(), rejections: new Map() };

/** How things are now, before anything counts. */
export async function baselineOf(
  context: RunContext,
  owners: readonly OwnerRestart[],
): Promise<HealthBaseline> {
  const pods = await ownedPods(context, owners);
  return {
    restarts: new Map(pods.flatMap((pod) => [...restartsOf(pod)])),
    rejections: await rejections(context.writer.client, where(context)),
  };
}

/** Looks once at the new control plane, and at all that has moved to it. Nothing is wrong where the answer is empty. */
export async function assess(
  context: RunContext,
  owners: readonly OwnerRestart[],
  baseline: HealthBaseline,
): Promise<readonly HealthProblem[]> {
  const { health, signal } = context;
  const istiods = await istiodProblems(context);
  if (owners.length === 0) return istiods;
  const namespaces = [...new Set(owners.map(({ namespace }) => namespace))];
  const { prometheus, maxErrorRate } = health;
  const lists = await Promise.all([
    proxyProblems(context, owners, baseline),
    refusedSince(context, baseline),
    prometheus === undefined ? [] : errorRateProblems({ prometheus, maxErrorRate, namespaces, signal }),
  ]);
  return [...istiods, ...lists.flat()];
}

const where = ({ plan, signal }: RunContext) => ({
  istioNamespace: plan.istioNamespace,
  revision: plan.to.revision,
  signal,
});

/** One outside of the cluster has no Deployment there. */
async function istiodProblems({ writer, plan, signal }: RunContext): Promise<readonly HealthProblem[]> {
  const { istioNamespace, to } = plan;
  const labelSelector = `app=istiod,${label.revision}=${to.revision}`;
  const kind = { group: 'apps', kind: 'Deployment', labelSelector };
  const [list] = await listKinds(writer.client, [kind], { namespaces: [istioNamespace], signal });
  return (list?.objects ?? []).flatMap((deployment) => {
    const state = readiness({ apiVersion: 'apps/v1', kind: 'Deployment', ...deployment });
    return state.ready
      ? []
      : [{ text: `Deployment ${istioNamespace}/${keyOf(deployment).name}: ${state.reason}`, lasts: false }];
  });
}

async function proxyProblems(
  context: RunContext,
  owners: readonly OwnerRestart[],
  { restarts }: HealthBaseline,
): Promise<readonly HealthProblem[]> {
  const { plan, health } = context;
  const pods = await ownedPods(context, owners);
  if (pods.length === 0) return [];
  const proxies = await connectedProxies(context);
  const facts = { revision: plan.to.revision, proxies, restarts, maxRestarts: health.maxRestarts };
  return pods.flatMap((pod) => podProblems(pod, facts));
}

async function ownedPods({ writer, signal }: RunContext, owners: readonly OwnerRestart[]) {
  const namespaces = [...new Set(owners.map(({ namespace }) => namespace))];
  const pods = await podsIn(writer.client, namespaces, signal);
  return pods.filter((pod) => owners.some((owner) => isPodOf(pod, owner)));
}

/** Said by the istiods themselves; while none answers, nobody is connected. */
async function connectedProxies(context: RunContext): Promise<ReadonlyMap<string, ProxyStatus>> {
  try {
    const { proxies } = await proxyStatus(context.writer.client, where(context));
    return new Map(proxies.map((proxy) => [proxy.name, proxy]));
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof MeshctlError) return new Map();
    throw error;
  }
}

/** Where nobody told before, nobody is compared. */
async function refusedSince(
  context: RunContext,
  { rejections: before }: HealthBaseline,
): Promise<readonly HealthProblem[]> {
  if (before.size === 0) return [];
  return rejectionProblems(before, await rejections(context.writer.client, where(context)));
}
