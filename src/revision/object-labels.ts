import { objectIn, plainText, type JsonObject } from '../json.ts';

export type Labels = Readonly<Record<string, string>>;

/** The labels of an object; values that are no text read as text. */
export const labelsOf = (object: JsonObject): Labels =>
  Object.fromEntries(
    Object.entries(objectIn(object, 'metadata', 'labels')).map(([key, value]) => [key, plainText(value)]),
  );
