import type { Repair } from '../../finding.ts';
import type { Json } from '../../json.ts';
import { structureRules as rules } from './structure-rules.ts';
import { describe, note, type Walk } from './walk.ts';

interface WrongType {
  readonly hint?: string | undefined;
  /** Whether Istio reads the value nevertheless. */
  readonly decodes?: boolean;
  readonly repair?: Repair | undefined;
}

/** Notes a value of the wrong type. */
export function wrongType(
  walk: Walk,
  expected: string,
  value: Json,
  { hint, decodes = false, repair }: WrongType = {},
): void {
  walk.celSkipped = true;
  note(walk, {
    rule: rules.type,
    message: `expected ${expected}, found ${describe(value)}`,
    hint,
    args: { expected },
    istio: !decodes,
    repair,
  });
}

/** Notes a broken limit of the CRD. */
export function bound(walk: Walk, expected: string, found: string): void {
  note(walk, {
    rule: rules.bound,
    message: `expected ${expected}, found ${found}`,
    args: { expected, found },
    istio: false,
  });
}
