import { GoInt, type GoValue } from '../values/go-value.ts';
import type { NumberForms, Operand } from './nodes.ts';
import { readNumber } from './number.ts';
import type { Token } from './token.ts';
import { unquote } from './unquote.ts';

type Constant = Extract<Operand, { kind: 'constant' }>;

/** The constant that a token stands for; undefined if it is not well formed. */
export function constantOf({ kind, text, at }: Token): Constant | undefined {
  if (kind === 'bool') return { kind: 'constant', at, value: text === 'true' };
  if (kind === 'raw string') return { kind: 'constant', at, value: text.slice(1, -1) };
  if (kind === 'number') return numberOf(text, readNumber(text), at);
  const body = unquote(text);
  if (kind === 'string') return body === undefined ? undefined : { kind: 'constant', at, value: body };
  if (body === undefined || Array.from(body).length !== 1) return undefined;
  const code = body.codePointAt(0) ?? 0;
  return {
    kind: 'constant',
    at,
    value: new GoInt(code),
    number: { int: BigInt(code), uint: BigInt(code), float: code },
  };
}

function numberOf(text: string, number: NumberForms | undefined, at: number): Constant | undefined {
  return number && { kind: 'constant', at, value: idealValue(text, number), number };
}

/** The type of a number where any would do: with a point or an exponent a float, else an integer. `undefined`: too large. */
function idealValue(text: string, { int, float }: NumberForms): GoValue {
  const hexadecimal = /^[+-]?0[xX]/.test(text);
  if (hexadecimal ? /[pP.]/.test(text) : /[.eEpP]/.test(text)) return float;
  return int === undefined ? undefined : new GoInt(int);
}
