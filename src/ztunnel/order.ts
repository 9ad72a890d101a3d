import type { WorkloadState, ZtunnelPolicy, ZtunnelService, ZtunnelWorkload } from './dump.ts';

/** A copy in the order of texts, compared code unit by code unit; equals keep their places. */
export function sortedBy<T>(values: readonly T[], texts: (value: T) => readonly string[]): readonly T[] {
  return values
    .map((value) => ({ value, text: texts(value).join('\0') }))
    .sort((a, b) => compare(a.text, b.text))
    .map(({ value }) => value);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export const workloadOrder = ({ namespace, name, node, uid }: ZtunnelWorkload): readonly string[] => [
  `${namespace}.${name}`,
  node,
  uid,
];

export const serviceOrder = ({ namespace, name, hostname }: ZtunnelService): readonly string[] => [
  namespace,
  name,
  hostname,
];

export const policyOrder = ({ namespace, name }: ZtunnelPolicy): readonly string[] => [namespace, name];

export const stateOrder = ({ namespace, name }: WorkloadState): readonly string[] => [namespace, name];
