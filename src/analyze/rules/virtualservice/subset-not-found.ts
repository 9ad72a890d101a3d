import { defineRule } from '../../rule.ts';
import { reportMissingSubsets } from './missing-subset.ts';

/** Subsets that routes name are defined. */
export const subsetNotFound = defineRule<{ reftype: 'host+subset in destinationrule'; refval: string }>({
  slug: 'virtualservice/subset-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'Every subset that a VirtualService routes to is defined by a DestinationRule of the host.',
  hint: 'Add the subset to the DestinationRule of the host.',
  kinds: ['VirtualService', 'DestinationRule', 'Service', 'ServiceEntry'],
  message: ({ refval }) => `no DestinationRule of the host defines the subset: ${refval}`,
  check(mesh, report) {
    reportMissingSubsets(mesh, report, 'host+subset in destinationrule');
  },
});
