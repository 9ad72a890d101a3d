import { objectIn, valueIn, type JsonObject } from '../../json.ts';
import { keyOf } from '../../kube/apply/index.ts';

/** `shop/cart-1`; the name alone for what is in no namespace. */
export function pathName(object: JsonObject): string {
  const { namespace, name } = keyOf(object);
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** Whether another object made this one and removes it: it goes when that one goes. */
export function isControlled(object: JsonObject): boolean {
  const owners = valueIn(object, 'metadata', 'ownerReferences');
  return Array.isArray(owners) && owners.some((owner) => objectIn(owner).controller === true);
}
