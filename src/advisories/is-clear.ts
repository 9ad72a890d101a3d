import type { IstioVersion } from '../releases/index.ts';
import type { Advisory } from './advisory.ts';
import { rangeState } from './range-state.ts';
import { weaknessesOf } from './weaknesses-of.ts';

/** Whether a version has no weakness of an advisory. Not knowing it is not enough. */
export function isClear(version: IstioVersion, advisory: Advisory): boolean {
  return weaknessesOf(advisory).every(({ ranges, olderLines }) => {
    const state = rangeState(version, ranges, olderLines);
    return state.at === 'older' ? state.means === 'not-affected' : !['in', 'line-unknown'].includes(state.at);
  });
}
