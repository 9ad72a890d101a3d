import type { Refuser } from '../../finding.ts';

const names: Record<Refuser, string> = { istio: 'Istio', apiserver: 'API server' };

/** Who would refuse the document, for people: `Istio, API server`. */
export function refusers(rejectedBy: readonly Refuser[]): string {
  return rejectedBy.map((refuser) => names[refuser]).join(', ');
}
