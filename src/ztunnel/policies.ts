import type { ZtunnelDump, ZtunnelPolicy } from './dump.ts';
import { policyOrder, sortedBy } from './order.ts';
import { sameName } from './same-name.ts';

/** Which policies are wanted. */
export interface PolicyFilter {
  readonly namespace?: string | undefined;
}

/** The policies that a filter admits, by namespace and name. */
export function selectPolicies(dump: ZtunnelDump, filter: PolicyFilter = {}): readonly ZtunnelPolicy[] {
  return sortedBy(
    dump.policies.filter(({ namespace }) => sameName(namespace, filter.namespace)),
    policyOrder,
  );
}
