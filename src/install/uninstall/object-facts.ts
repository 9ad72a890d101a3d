import { objectsIn, type JsonObject } from '../../json.ts';
import { keyOf } from '../../kube/apply/index.ts';

/** `shop/cart-1`; the name alone for what is in no namespace. */
export function pathName(object: JsonObject): string {
  const { namespace, name } = keyOf(object);
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** Whether another object made this one and removes it: it goes when that one goes. */
export const isControlled = (object: JsonObject): boolean =>
  objectsIn(object, 'metadata', 'ownerReferences').some(({ controller }) => controller === true);
