import { parseDuration } from '../../duration.ts';
import type { Json } from '../../resources/index.ts';
import { keepsCelRule } from './cel.ts';
import type { Compiled } from './compiled.ts';
import type { CelRule } from './fields.ts';
import { isObject } from './is-object.ts';
import { structureRules as rules } from './structure-rules.ts';
import { note, type Walk } from './walk.ts';

/** Reports the CEL rules that a value breaks; expects nulls dropped and defaults filled in. */
export function checkCelRules(walk: Walk, schema: Compiled, value: Json): void {
  if (!schema.hasCel || value === null) return;
  for (const rule of schema.node.cel ?? []) if (!keepsRule(schema, rule, value)) noteBroken(walk, rule);
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items?.hasCel === true) for (const [index, item] of value.entries()) below(walk, items, index, item);
  } else if (isObject(value)) {
    const { fields, values } = schema;
    for (const key in value) {
      const field = fields?.get(key) ?? values;
      if (field?.hasCel === true) below(walk, field, key, value[key] as Json);
    }
  }
}

function below(walk: Walk, schema: Compiled, step: string | number, value: Json): void {
  walk.path.push(step);
  checkCelRules(walk, schema, value);
  walk.path.pop();
}

/** The API server refuses durations beyond 64 bits of nanoseconds, the CEL library does not. */
function keepsRule({ node }: Compiled, { rule }: CelRule, value: Json): boolean {
  if (node.decode === 'duration' && (typeof value !== 'string' || parseDuration(value) === undefined))
    return false;
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
