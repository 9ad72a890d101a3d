import { decideAdvisory, type Advisory, type Verdict } from '../advisories/index.ts';
import type { DetectInput } from '../detect/index.ts';
import type { ComponentGroup } from './component-group.ts';

/** An advisory, and what it means for each build that it is about. */
export interface JudgedAdvisory {
  readonly advisory: Advisory;
  /** Builds of components that it is not about are left out. */
  readonly verdicts: readonly GroupVerdict[];
}

/** What an advisory means for the components of one version. */
export interface GroupVerdict {
  readonly group: ComponentGroup;
  readonly verdict: Verdict;
}

/** Decides each advisory for each build. What concerns no component that there is, is left out. */
export function judgeAdvisories(
  advisories: readonly Advisory[],
  groups: readonly ComponentGroup[],
  input: DetectInput,
): readonly JudgedAdvisory[] {
  // One input a version: what is looked up in it is kept with it.
  const inputs = new Map<string, DetectInput>();
  const inputOf = (version: string | undefined): DetectInput => {
    if (version === undefined) return input;
    const known = inputs.get(version) ?? { ...input, istioVersion: version };
    inputs.set(version, known);
    return known;
  };
  return advisories.flatMap((advisory) => {
    const verdicts = groups.flatMap((group) => {
      const verdict = decide(advisory, group, inputOf(group.version));
      return verdict.why.code === 'other-component' ? [] : [{ group, verdict }];
    });
    return verdicts.length === 0 ? [] : [{ advisory, verdicts }];
  });
}

const decide = (
  advisory: Advisory,
  { component, version, origin }: ComponentGroup,
  detectInput: DetectInput,
): Verdict =>
  decideAdvisory(advisory, { component, origin, detectInput, ...(version !== undefined && { version }) });

/** Whether it counts as affected: it is, or nobody can tell and it is safer to think so. */
export const countsAsAffected = ({ state, perCve }: Verdict): boolean =>
  state === 'affected' || perCve.some((one) => one.state === 'affected-if' && one.presumed === true);
