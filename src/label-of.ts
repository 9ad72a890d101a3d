import { plainText, valueIn, type JsonObject } from './json.ts';

/** The value of a label of an object; empty without it. */
export const labelOf = (object: JsonObject | undefined, name: string): string =>
  plainText(valueIn(object, 'metadata', 'labels', name));

/** The value of an annotation of an object; empty without it. */
export const annotationOf = (object: JsonObject | undefined, name: string): string =>
  plainText(valueIn(object, 'metadata', 'annotations', name));
