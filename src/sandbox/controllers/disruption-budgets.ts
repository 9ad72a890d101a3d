import { objectIn, plainText, type Json, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { isReady } from '../mesh/find-injector.ts';
import { matchesLabels } from '../read/label-selector.ts';
import { Refusal } from '../refusal.ts';
import { isEnding, labelsOf, metadataOf, nameOf, namespaceOf } from '../store/metadata.ts';
import type { Controller } from './pass.ts';
import { setStatus } from './set-status.ts';

const budgets = builtIn('PodDisruptionBudget');
const pods = builtIn('Pod');

/** Counts for PodDisruptionBudgets. */
export const budgetController: Controller = ({ cluster }) => {
  for (const budget of cluster.store.list(budgets)) {
    if (isEnding(budget)) continue;
    const { conditions } = objectIn(budget, 'status');
    setStatus(cluster, budgets, budget, {
      observedGeneration: metadataOf(budget).generation ?? 1,
      ...countsOf(cluster, budget),
      ...(conditions !== undefined && { conditions }),
    });
  }
};

/**
 * Whether a pod may be evicted.
 *
 * @throws {Refusal} 429 when a budget forbids it now.
 */
export function checkEviction(cluster: Cluster, pod: JsonObject): void {
  if (!isReady(pod)) return;
  for (const budget of cluster.store.list(budgets, namespaceOf(pod))) {
    if (!matchesLabels(objectIn(budget, 'spec').selector, labelsOf(pod))) continue;
    const { disruptionsAllowed, desiredHealthy, currentHealthy } = countsOf(cluster, budget);
    if (disruptionsAllowed > 0) continue;
    const needs = `The disruption budget ${nameOf(budget)} needs ${desiredHealthy} healthy pods`;
    const message = `${needs} and has ${currentHealthy} currently`;
    throw new Refusal(
      429,
      'TooManyRequests',
      "Cannot evict pod as it would violate the pod's disruption budget.",
      { causes: [{ reason: 'DisruptionBudget', message }] },
    );
  }
}

interface Counts {
  readonly disruptionsAllowed: number;
  readonly currentHealthy: number;
  readonly desiredHealthy: number;
  readonly expectedPods: number;
}

function countsOf(cluster: Cluster, budget: JsonObject): Counts {
  const { selector, minAvailable, maxUnavailable } = objectIn(budget, 'spec');
  const selected = cluster.store
    .list(pods, namespaceOf(budget))
    .filter((pod) => !isEnding(pod) && matchesLabels(selector, labelsOf(pod)));
  const expectedPods = selected.length;
  const currentHealthy = selected.filter(isReady).length;
  const desiredHealthy =
    minAvailable === undefined
      ? Math.max(0, expectedPods - shareOf(maxUnavailable ?? 0, expectedPods))
      : shareOf(minAvailable, expectedPods);
  return {
    disruptionsAllowed: expectedPods > 0 ? Math.max(0, currentHealthy - desiredHealthy) : 0,
    currentHealthy,
    desiredHealthy,
    expectedPods,
  };
}

/** A number, or a percentage rounded up. */
const shareOf = (value: Json, all: number): number =>
  typeof value === 'number' ? value : Math.ceil((Number.parseFloat(plainText(value)) / 100) * all);
