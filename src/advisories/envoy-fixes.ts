import type { EnvoyFix } from './envoy-fix.ts';
import { envoyBatches, type EnvoyBatch } from './records/envoy-batches.ts';
import { severityOf } from './severity-of.ts';

/** Fixes of Envoy that matter to Istio, oldest first. */
export const envoyFixes: readonly EnvoyFix[] = envoyBatches.flatMap(fixesOf);

function fixesOf({ items, url, date, envoyFixed, istioFixed, ...batch }: EnvoyBatch): readonly EnvoyFix[] {
  return items.map(({ sources = batch.sources, certainty = batch.certainty, ...item }) => ({
    ...item,
    date,
    envoyFixed,
    istioFixed,
    severity: severityOf(item.score),
    provenance: { sources, url, certainty },
  }));
}
