import { apiGroup } from '../api-group.ts';
import { plainText, type JsonObject } from '../json.ts';

/** Whether an object is of a kind, in any version. */
export const isKind = (object: JsonObject, group: string, kind: string): boolean =>
  plainText(object.kind) === kind && apiGroup(plainText(object.apiVersion)) === group;
