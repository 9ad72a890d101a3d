import { defineRule } from '../../rule.ts';
import { loadBalancersOf } from './load-balancers.ts';

/**
 * Without a key istiod gives the route no hash policy (`consistentHashToHashPolicy`), and the ring hash of Envoy draws a
 * random number where there is no hash.
 */
export const hashWithoutKey = defineRule({
  slug: 'envoy/hash-without-key',
  code: 'MSH0169',
  severity: 'warning',
  summary: 'A consistent hash is computed from something of the request.',
  hint: 'Set one of `httpHeaderName`, `httpCookie`, `httpQueryParameterName` and `useSourceIp: true`.',
  kinds: ['DestinationRule'],
  message: () => '`consistentHash` does not say what is hashed: endpoints are picked at random',
  check(mesh, report) {
    for (const { rule, settings, path } of mesh.derive(loadBalancersOf)) {
      const hash = settings.consistentHash;
      if (hash === undefined || hash.httpCookie !== undefined || hash.useSourceIp === true) continue;
      if ((hash.httpHeaderName ?? '') !== '' || (hash.httpQueryParameterName ?? '') !== '') continue;
      report(rule, [...path, 'consistentHash'], {});
    }
  },
});
