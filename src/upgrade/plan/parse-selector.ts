import { MeshctlError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';

/**
 * Reads a selector of labels as kubectl takes it: `a=b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`, with commas
 * between. Gives the form in which objects have it.
 *
 * @throws {MeshctlError} `usage` for what is no selector.
 */
export function parseSelector(text: string): JsonObject {
  const parts = text.split(/,(?![^(]*\))/).map((part) => part.trim());
  return { matchExpressions: parts.map((part) => requirementIn(part, text)) };
}

const name = String.raw`[\w./-]+`;
const forms: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^(${name})\\s*==?\\s*([\\w.-]*)$`), 'In'],
  [new RegExp(`^(${name})\\s*!=\\s*([\\w.-]*)$`), 'NotIn'],
  [new RegExp(`^(${name})\\s+in\\s*\\(([^()]*)\\)$`), 'In'],
  [new RegExp(`^(${name})\\s+notin\\s*\\(([^()]*)\\)$`), 'NotIn'],
  [new RegExp(`^(${name})$`), 'Exists'],
  [new RegExp(`^!\\s*(${name})$`), 'DoesNotExist'],
];

function requirementIn(part: string, text: string): JsonObject {
  for (const [form, operator] of forms) {
    const [, key, values] = form.exec(part) ?? [];
    if (key === undefined) continue;
    return {
      ...{ key, operator },
      ...(values !== undefined && { values: values.split(',').map((value) => value.trim()) }),
    };
  }
  throw new MeshctlError('usage', `${JSON.stringify(text)} is no selector of labels`, {
    hint: 'write it as for kubectl: team=a, team in (a,b), !team',
  });
}
