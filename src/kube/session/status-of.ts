import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { ApiAnswer } from './send.ts';

/** The `Status` in an answer; undefined for an answer of something else, such as a proxy. */
export function statusOf({ text }: Pick<ApiAnswer, 'text'>): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The causes that a `Status` lists, such as one for each wrong field. */
export function causesOf(answer: Pick<ApiAnswer, 'text'>): readonly JsonObject[] {
  const details = statusOf(answer)?.details;
  const causes = isObject(details) ? details.causes : undefined;
  return Array.isArray(causes) ? causes.filter(isObject) : [];
}
