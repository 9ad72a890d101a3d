import type { JsonObject } from '../../json.ts';
import { plainText } from '../../json.ts';
import type { Subject } from '../subject.ts';

/** Whether labels have all that a selector asks for; an empty one selects nothing here. */
export function selects(selector: JsonObject, labels: JsonObject): boolean {
  const asked = Object.entries(selector);
  return asked.length > 0 && asked.every(([key, value]) => plainText(labels[key]) === plainText(value));
}

/** The object that something is a part of. */
export const objectOf = ({ origin }: Subject): JsonObject => origin?.value ?? {};
