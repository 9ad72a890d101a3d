import type { ObjectKey } from '../../../kube/apply/index.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';

interface FactParts {
  readonly hint?: string;
  readonly objects?: readonly ObjectKey[];
}

/** One thing that was decided. */
export const fact = (
  verdict: UpgradeFact['verdict'],
  code: string,
  message: string,
  { hint, objects = [] }: FactParts = {},
): UpgradeFact => ({ code, verdict, message, ...(hint !== undefined && { hint }), objects });

/** What was found, or that all is well. */
export const orFine = (
  found: readonly UpgradeFact[],
  code: string,
  message: string,
): readonly UpgradeFact[] => (found.length > 0 ? found : [fact('fine', code, message)]);

/** Some names in a sentence: the first ones, and how many there are besides. */
export function namesIn(names: readonly string[], most = 5): string {
  const rest = names.length - most;
  return names.slice(0, most).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
