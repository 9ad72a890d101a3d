import type { Verdict } from './trace.ts';

/** A verdict in one line, or several for one that depends. */
export function describeVerdict(verdict: Verdict): string {
  if (verdict.kind === 'unknown') {
    const possible = verdict.possibilities.map((each) => `\n  - ${describeVerdict(each)}`);
    const choices = possible.length === 0 ? '' : `. Possible:${possible.join('')}`;
    return `cannot be told: ${verdict.because.join('; ')}${choices}`;
  }
  return verdict.kind === 'reaches' ? reachesText(verdict) : simpleText(verdict);
}

/** Whether the request gets an answer from somewhere, or may get one. */
export function reachesSomething(verdict: Verdict): boolean {
  if (verdict.kind === 'unknown') return verdict.possibilities.some(reachesSomething);
  if (verdict.kind === 'direct-response') return verdict.status < 400;
  return ['reaches', 'passthrough', 'redirect'].includes(verdict.kind);
}

function reachesText({ targets }: Verdict & { readonly kind: 'reaches' }): string {
  const texts = targets.map(({ cluster, percent, endpoints }) => {
    const share = percent === 100 ? '' : ` (${percent} %)`;
    const where = endpoints === undefined ? 'endpoints not known' : endpoints.join(', ');
    return `${cluster}${share} at ${where}`;
  });
  return `reaches ${texts.join(' or ')}`;
}

type Simple = Exclude<Verdict, { readonly kind: 'unknown' | 'reaches' }>;

function simpleText(verdict: Simple): string {
  switch (verdict.kind) {
    case 'passthrough':
      return `passes through to ${verdict.address} (${verdict.cluster})`;
    case 'denied':
      return deniedText(verdict);
    case 'no-route':
      return `no route: answered with status ${verdict.status}`;
    case 'redirect':
      return `redirected (${verdict.status}) to ${verdict.location}`;
    case 'direct-response':
      return `answered by the proxy itself with status ${verdict.status}`;
    case 'no-endpoint':
      return `no healthy endpoint in ${verdict.cluster}: answered with status 503`;
    case 'no-cluster':
      return `the proxy has no cluster "${verdict.cluster}": answered with status 503`;
    case 'black-hole':
      return `dropped (${verdict.cluster})`;
    case 'closed':
      return `connection closed: ${verdict.why}`;
  }
}

function deniedText({ filter, policy, rule }: Verdict & { readonly kind: 'denied' }): string {
  if (policy === '') return `denied by ${filter}: no policy allows it`;
  return `denied by ${filter}, policy ${policy}${rule && ` rule ${rule}`}`;
}
