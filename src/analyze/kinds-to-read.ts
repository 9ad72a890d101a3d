import { kinds } from '../api/index.ts';
import { groupKinds, type KindName } from './kinds.ts';
import type { AnalysisRule } from './rule.ts';

/** A kind by its API group. */
export interface KindToRead {
  readonly group: string;
  readonly kind: string;
}

/** The objects of these kinds are many, and rules look only at those of the control plane. */
const ofControlPlane: ReadonlySet<KindName> = new Set<KindName>(['ConfigMap']);

/**
 * The kinds that an analysis of a live cluster reads: those that the rules declare, and every kind that is checked by
 * itself. Those of `controlPlane` are read in the namespace of the control plane only.
 */
export function kindsToRead(rules: readonly AnalysisRule[]): {
  readonly everywhere: readonly KindToRead[];
  readonly controlPlane: readonly KindToRead[];
} {
  const names = new Set(rules.filter(({ scope }) => scope !== 'unit').flatMap((rule) => rule.kinds));
  const declared = (wanted: boolean): KindToRead[] =>
    [...names]
      .filter((name) => ofControlPlane.has(name) === wanted)
      .flatMap((name) => groupKinds.get(name) ?? []);
  const everywhere = new Map(
    [...declared(false), ...kinds.map(({ group, kind }) => ({ group, kind }))].map((ref) => [
      `${ref.group}/${ref.kind}`,
      ref,
    ]),
  );
  return { everywhere: [...everywhere.values()], controlPlane: declared(true) };
}
