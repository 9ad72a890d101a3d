import type { Json } from '../../resources/index.ts';
import { structureRules as rules } from './structure-rules.ts';
import { describe, note, type Walk } from './walk.ts';

/** Notes a value of the wrong type; `decodes` when Istio reads it nevertheless. */
export function wrongType(walk: Walk, expected: string, value: Json, hint?: string, decodes = false): void {
  walk.celSkipped = true;
  note(walk, {
    rule: rules.type,
    message: `expected ${expected}, found ${describe(value)}`,
    hint,
    args: { expected },
    istio: !decodes,
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
