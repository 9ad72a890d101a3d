import { objectIn, plainText, type JsonObject } from '../json.ts';

export type Labels = Readonly<Record<string, string>>;

/** The labels of an object; values that are no text read as text. */
export const labelsOf = (object: JsonObject): Labels =>
  Object.fromEntries(
    Object.entries(objectIn(object, 'metadata', 'labels')).map(([key, value]) => [key, plainText(value)]),
  );

/** The control plane that an object belongs to, or follows. */
export const revisionLabel = 'istio.io/rev';
/** The tag that an object is. */
export const tagLabel = 'istio.io/tag';
