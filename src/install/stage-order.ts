/** Every stage there can be, each with those that it comes after. */
const predecessors: ReadonlyMap<string, readonly string[]> = new Map([
  ['Namespace', []],
  ['Base', ['Namespace']],
  ['Cni', ['Base']],
  ['Pilot', ['Base']],
  ['DefaultRevision', ['Pilot']],
  ['IngressGateways', ['DefaultRevision']],
  ['EgressGateways', ['DefaultRevision']],
  ['Ztunnel', ['Cni']],
]);

/** The names of stages, each after those it needs. */
export const stageNames: readonly string[] = [...predecessors.keys()];

/** The stages among `present` that a stage comes after: what a missing one waits for, it waits for. */
export function stagesBefore(name: string, present: ReadonlySet<string>): readonly string[] {
  const before = (predecessors.get(name) ?? []).flatMap((one) =>
    present.has(one) ? [one] : stagesBefore(one, present),
  );
  return [...new Set(before)];
}
