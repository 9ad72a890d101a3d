import type { FindingDetails } from '../rule.ts';

/** The details of a finding about something that the input does not hold, but the cluster may: `Secret shop/cert`. */
export const mayExist = (missing: string): FindingDetails => ({
  severity: 'info',
  group: missing,
  hint: `The input does not hold ${missing}, and little else that would tell; if it is complete, say so: --assume complete.`,
});
