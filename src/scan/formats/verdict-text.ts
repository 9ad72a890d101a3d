import type { Verdict } from '../../advisories/index.ts';
import type { ComponentGroup } from '../component-group.ts';
import { countsAsAffected, type GroupVerdict } from '../judge-advisories.ts';

/** How a verdict is called in tables and messages. */
export function stateText(verdict: Verdict): string {
  if (verdict.state === 'affected-if')
    return countsAsAffected(verdict) ? 'presumably affected' : 'may be affected';
  return states[verdict.state];
}

const states: Readonly<Record<Verdict['state'], string>> = {
  affected: 'affected',
  'affected-if': 'may be affected',
  unknown: 'not known',
  advice: 'advice',
  'not-affected': 'not affected',
};

/** What runs it: `3 sidecars of 1.30.2`. */
export function groupText({ component, version, line, vendorSuffix, instances }: ComponentGroup): string {
  const build = version ?? (line === undefined ? 'unknown version' : `${line}.?`);
  const suffix = vendorSuffix === undefined ? '' : `-${vendorSuffix}`;
  return `${component} ${build}${suffix} (${countText(instances.length)})`;
}

const countText = (count: number): string => (count === 1 ? '1 workload' : `${count} workloads`);

/** Why it is so, what is missing, and what mends it; one sentence each. */
export function verdictSentences({ verdict }: GroupVerdict): readonly string[] {
  const { why, missing, fixedIn, optOut } = verdict;
  const presumed = verdict.state === 'affected-if' && countsAsAffected(verdict);
  return [
    presumed
      ? why.text.replace(/^affected if /, 'counts as affected until it is known otherwise: ')
      : why.text,
    ...(missing.length > 0 && why.code === 'objects-missing'
      ? [`to decide it, give ${listText(missing)}`]
      : []),
    ...(optOut === undefined ? [] : [`take ${optOut} back`]),
    ...(fixedIn === undefined ? [] : [`fixed in ${fixedIn}`]),
  ];
}

/** Such as `a, b and c`. */
export const listText = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
