import { parseDuration } from '../../duration.ts';
import type { Json } from '../../json.ts';
import type { Compiled } from './compiled.ts';
import { visitEnum } from './enums.ts';
import { bound, wrongType } from './faults.ts';
import { timed } from './duration-repair.ts';
import { quoted } from './repairs.ts';
import { structureRules as rules } from './structure-rules.ts';
import { note, type Walk } from './walk.ts';

/** Checks a text, a duration, or one of a closed list of words. */
export function visitString(walk: Walk, schema: Compiled, value: Json): void {
  if (schema.enum !== undefined) {
    visitEnum(walk, schema, schema.enum, value);
  } else if (schema.node.decode === 'quantity' || isLooseText(walk, schema, value)) {
    if (schema.node.decode === 'quantity') visitQuantity(walk, value);
  } else if (typeof value !== 'string') {
    const repair = schema.node.decode === 'duration' ? timed(walk, value) : quoted(walk, value);
    wrongType(walk, 'text', value, { hint: textHint(schema, value), repair });
  } else if (schema.node.decode === 'duration' && parseDuration(value) === undefined) {
    badDuration(walk, schema, value);
  } else {
    checkText(walk, schema, value);
  }
}

/** Numbers (and in fragments of values also booleans) that are read as text. */
function isLooseText({ readers }: Walk, { node }: Compiled, value: Json): boolean {
  if (typeof value !== 'number' && typeof value !== 'boolean') return false;
  return readers.looseText === true || (node.decode === 'scalar' && typeof value === 'number');
}

const amount = /^[+-]?(\d+\.?\d*|\.\d+)([EPTGMK]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

function visitQuantity(walk: Walk, value: Json): void {
  if (typeof value === 'number' || (typeof value === 'string' && amount.test(value))) return;
  wrongType(walk, 'an amount such as `500m` or `2Gi`', value);
}

function textHint({ node }: Compiled, value: Json): string | undefined {
  if (typeof value === 'object') return undefined;
  return node.decode === 'duration'
    ? 'Write a duration with a unit, such as `5s`.'
    : 'Put the value in quotes.';
}

function badDuration(walk: Walk, { node }: Compiled, value: string): void {
  note(walk, {
    rule: rules.duration,
    message: `${JSON.stringify(value)} is not a duration`,
    hint: 'Write numbers with the units h, m, s, ms, us or ns, such as `5s`, `100ms` or `1h30m`.',
    args: { value },
    repair: timed(walk, value),
    apiserver: node.cel !== undefined,
  });
}

function checkText(walk: Walk, schema: Compiled, value: string): void {
  const { node, pattern } = schema;
  checkLength(walk, schema, value);
  if (pattern?.test(value) === false) {
    note(walk, {
      rule: rules.pattern,
      message: `${JSON.stringify(value)} does not have the form ${String(node.pattern)}`,
      args: { value, pattern: node.pattern },
      istio: false,
    });
  }
  if (node.format === 'byte' && !base64.test(value)) wrongType(walk, 'base64 text', value);
}

function checkLength(walk: Walk, { node }: Compiled, value: string): void {
  const { minLength = 0, maxLength = Infinity } = node;
  if (value.length > maxLength && characters(value) > maxLength) {
    walk.celSkipped = true;
    bound(walk, `at most ${maxLength} characters`, `${characters(value)}`);
  }
  if (value.length < minLength) {
    bound(walk, minLength === 1 ? 'some text' : `at least ${minLength} characters`, 'none');
  }
}

const base64 = /^[A-Za-z0-9+/_-]*={0,2}\s*$/;
const characters = (text: string): number => Array.from(text).length;
