import { plainText, valueIn, type JsonObject } from '../../json.ts';
import { badRequest } from '../refusal.ts';

/**
 * Reads a selector such as `metadata.name=web,status.phase!=Running`. Of real servers' fields, which differ by kind, the
 * ones that hold a text, a number or a boolean are all accepted.
 *
 * @throws {Refusal} when it is none.
 */
export function parseFieldSelector(text: string): (object: JsonObject) => boolean {
  const parts = text.split(',').filter((part) => part !== '');
  const terms = parts.map((part) => {
    const [, path, sign, value] = /^([\w.]+)(==|=|!=)(.*)$/.exec(part) ?? [];
    if (path === undefined) throw badRequest(`invalid field selector: ${part}`);
    return { path: path.split('.'), equal: sign !== '!=', value: value ?? '' };
  });
  return (object) =>
    terms.every(({ path, equal, value }) => (plainText(valueIn(object, ...path)) === value) === equal);
}
