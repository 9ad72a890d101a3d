import { objectIn, objectsIn, plainText, type JsonObject } from '../../json.ts';

/** A `LabelSelector` as one text: `app=web,env in (a,b)`. */
export function selectorText(selector: JsonObject): string {
  const equal = Object.entries(objectIn(selector, 'matchLabels')).map(
    ([key, value]) => `${key}=${plainText(value)}`,
  );
  const expressions = objectsIn(selector.matchExpressions).map(expressionText);
  return [...equal, ...expressions].sort().join(',');
}

function expressionText({ key, operator, values }: JsonObject): string {
  const name = plainText(key);
  if (operator === 'Exists') return name;
  if (operator === 'DoesNotExist') return `!${name}`;
  const list = Array.isArray(values) ? values.map(plainText).join(',') : '';
  return `${name} ${operator === 'In' ? 'in' : 'notin'} (${list})`;
}
