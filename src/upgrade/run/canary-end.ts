import type { UpgradePlan } from '../upgrade-plan.ts';

/**
 * The last step before the new control plane is made that of everybody: the last wave, and the watches right after it.
 * Without waves it is the last step of the plan.
 */
export function canaryEnd({ steps }: Pick<UpgradePlan, 'steps'>): string | undefined {
  const wave = steps.findLastIndex(({ kind }) => kind === 'wave');
  if (wave === -1) return steps.at(-1)?.id;
  const watches = steps.slice(wave + 1);
  const other = watches.findIndex(({ kind }) => kind !== 'watch');
  return steps[other === -1 ? steps.length - 1 : wave + other]?.id;
}
