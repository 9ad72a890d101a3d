import { defineRule } from '../../rule.ts';
import { reportMissingSubsets } from './missing-subset.ts';

/** Subsets that mirrors name are defined. */
export const mirrorSubsetNotFound = defineRule<{
  reftype: 'mirror+subset in destinationrule';
  refval: string;
}>({
  slug: 'virtualservice/mirror-subset-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'Every subset that a VirtualService mirrors to is defined by a DestinationRule of the host.',
  hint: 'Add the subset to the DestinationRule of the host.',
  kinds: ['VirtualService', 'DestinationRule', 'Service', 'ServiceEntry'],
  message: ({ refval }) => `no DestinationRule of the mirror's host defines the subset: ${refval}`,
  check(mesh, report) {
    reportMissingSubsets(mesh, report, 'mirror+subset in destinationrule');
  },
});
