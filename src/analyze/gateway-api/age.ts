import { isObject, type Json } from '../../json.ts';
import type { MeshObject } from '../mesh-object.ts';

/** When an object was made, in the form of RFC 3339; for files that do not tell, after all others. */
export function createdAt({ resource }: MeshObject): string {
  const { metadata } = resource.value;
  const time: Json | undefined = isObject(metadata) ? metadata.creationTimestamp : undefined;
  return typeof time === 'string' && time !== '' ? time : '~';
}
