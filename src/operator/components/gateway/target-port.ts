import { isObject, type Json } from '../../../json.ts';

/** Where a port of a gateway leads: its target port, or without one its own number. */
export function targetOf(port: Json): { readonly number: Json; readonly protocol: Json } {
  const { targetPort = null, port: number = null, protocol } = isObject(port) ? port : {};
  const isTarget = targetPort !== null && targetPort !== 0 && targetPort !== '';
  return { number: (isTarget ? targetPort : number) ?? 0, protocol: protocol ?? 'TCP' };
}
