import { plainText, type JsonObject } from '../../json.ts';
import { nameOf, uidOf } from '../store/metadata.ts';

/** How an object names the one that controls it. */
export const ownerReference = (owner: JsonObject): JsonObject => ({
  apiVersion: plainText(owner.apiVersion),
  kind: plainText(owner.kind),
  name: nameOf(owner),
  uid: uidOf(owner),
  controller: true,
  blockOwnerDeletion: true,
});
