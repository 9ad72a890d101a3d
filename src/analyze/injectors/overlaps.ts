import type { Labels } from '../workloads.ts';
import { selects, type CalledWebhook } from './called-webhook.ts';

/** A webhook with others that are called for the same Pods. */
export interface Overlap<T> {
  readonly webhook: T;
  readonly others: readonly T[];
}

/**
 * Webhooks that are called for the same Pods. All labels that Istio goes by are tried on a namespace and a Pod, with
 * every revision that a webhook names; each set of webhooks that meet is told once for each of them.
 */
export function overlapsOf<T extends CalledWebhook>(webhooks: readonly T[]): readonly Overlap<T>[] {
  const revisions = [...new Set(webhooks.flatMap((webhook) => webhook.revisions))];
  const namespaces = withRevisions([{}, ...labelled('istio-injection', 'enabled', 'disabled')], revisions);
  const pods = withRevisions([{}, ...labelled('sidecar.istio.io/inject', 'true', 'false')], revisions);
  const byPod = pods.map((labels) =>
    webhooks.filter(({ webhook }) => selects(webhook.objectSelector, labels)),
  );
  const seen = new Set<string>();
  const overlaps: Overlap<T>[] = [];
  for (const labels of namespaces) {
    const inNamespace = new Set(webhooks.filter(({ webhook }) => selects(webhook.namespaceSelector, labels)));
    for (const candidates of byPod) {
      const called = candidates.filter((webhook) => inNamespace.has(webhook));
      const key = called.map((webhook) => webhooks.indexOf(webhook)).join();
      if (called.length < 2 || seen.has(key)) continue;
      seen.add(key);
      for (const webhook of called)
        overlaps.push({ webhook, others: called.filter((other) => other !== webhook) });
    }
  }
  return overlaps;
}

const labelled = (name: string, ...values: readonly string[]): Labels[] =>
  values.map((value) => ({ [name]: value }));

const withRevisions = (all: readonly Labels[], revisions: readonly string[]): readonly Labels[] =>
  all.flatMap((labels) => [labels, ...revisions.map((name) => ({ ...labels, 'istio.io/rev': name }))]);
