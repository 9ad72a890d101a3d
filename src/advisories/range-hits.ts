import type { IstioVersion } from '../releases/index.ts';
import { advisories } from './advisories.ts';
import type { Advisory } from './advisory.ts';
import { rangeState } from './range-state.ts';

/** Ids of advisories by what their ranges say of a version. */
export interface RangeHits {
  readonly inRange: readonly string[];
  /** Whether the minor release has the fix is not known. */
  readonly lineUnknown: readonly string[];
  /** The version is older than all ranges, and affected. */
  readonly olderAffected: readonly string[];
  readonly olderUnknown: readonly string[];
}

/** What the version alone says, of the bulletins and patch notes of Istio, before any condition is looked at. */
export function rangeHits(version: IstioVersion): RangeHits {
  const states = advisories
    .filter(({ kind }) => kind !== 'envoy')
    .map(({ id, ranges, olderLines }) => ({ id, state: rangeState(version, ranges, olderLines) }));
  const ids = (at: 'in' | 'line-unknown'): readonly string[] =>
    states.filter(({ state }) => state.at === at).map(({ id }) => id);
  const older = (means: Advisory['olderLines']): readonly string[] =>
    states.filter(({ state }) => state.at === 'older' && state.means === means).map(({ id }) => id);
  return {
    inRange: ids('in'),
    lineUnknown: ids('line-unknown'),
    olderAffected: older('affected'),
    olderUnknown: older('unknown'),
  };
}
