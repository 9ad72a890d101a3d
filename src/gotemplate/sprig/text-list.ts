import type { GoValue } from '../values/go-value.ts';
import { withElements } from '../values/typed.ts';
import { textOf } from './text-of.ts';

/** A list of texts: `[]string`. */
export const textList = (texts: string[]): GoValue[] => withElements(texts, 'string');

/** The items of a list as texts, without those that are nil; anything else is the only item. */
export function toTexts(value: GoValue): string[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return [textOf(value)];
  return value.filter((each) => each !== null && each !== undefined).map(textOf);
}
