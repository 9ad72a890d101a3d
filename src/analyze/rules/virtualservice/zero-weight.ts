import { defineRule } from '../../rule.ts';
import { sharesIn } from './weights.ts';

/** Among several destinations, one without a weight gets nothing. */
export const zeroWeight = defineRule<{ host: string; sum: number }>({
  slug: 'virtualservice/zero-weight',
  code: 'MSH0103',
  severity: 'warning',
  summary: 'Where a route has several destinations, each says its weight.',
  hint: 'Give the destination a `weight`; to keep it without requests for now, write 0.',
  kinds: ['VirtualService'],
  message: ({ host, sum }) =>
    `${host} has no weight and gets no requests: the other destinations share all ${sum} parts`,
  check(mesh, report) {
    for (const { service, destinations, sum, path } of sharesIn(mesh)) {
      // When all are zero, the object is refused by itself.
      if (sum === 0) continue;
      for (const [index, { weight, destination }] of destinations.entries())
        if (weight === undefined) report(service, [...path, index], { host: destination?.host ?? '', sum });
    }
  },
});
