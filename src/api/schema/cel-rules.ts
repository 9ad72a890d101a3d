import { parseDuration } from '../../duration.ts';
import type { Json } from '../../json.ts';
import { keepsCelRule } from './cel.ts';
import type { Compiled } from './compiled.ts';
import { eachChild } from './each-child.ts';
import type { CelRule } from './fields.ts';
import { structureRules as rules } from './structure-rules.ts';
import { note, type Walk } from './walk.ts';

/** Reports the CEL rules that a value breaks; expects nulls dropped and defaults filled in. */
export function checkCelRules(walk: Walk, schema: Compiled, value: Json): void {
  if (!schema.hasCel || value === null) return;
  for (const rule of schema.node.cel ?? []) if (!keepsRule(schema, rule, value)) noteBroken(walk, rule);
  eachChild(schema, value, (child, step, item) => {
    if (!child.hasCel) return;
    walk.path.push(step);
    checkCelRules(walk, child, item);
    walk.path.pop();
  });
}

/** The API server refuses durations beyond 64 bits of nanoseconds, the CEL library does not. */
function keepsRule({ node }: Compiled, { rule, sure }: CelRule, value: Json): boolean {
  if (sure?.(value) === true) return true;
  if (node.decode === 'duration' && (typeof value !== 'string' || parseDuration(value) === undefined)) {
    return false;
  }
  return keepsCelRule(rule, value);
}

function noteBroken(walk: Walk, { rule, message, sameAs }: CelRule): void {
  note(walk, {
    rule: { ...rules.cel, slug: sameAs ?? rules.cel.slug },
    message,
    args: { cel: rule },
    istio: false,
  });
}
