import { isObject } from '../../json.ts';
import { asNumber, asText, valueAt, type Maybe } from './values.ts';

/** An `envoy.config.core.v3.Address`. */
export interface Address {
  readonly kind: 'socket' | 'pipe' | 'internal' | 'none';
  /** IP address or host, path of the pipe, or `listener/endpoint`. */
  readonly text: string;
  /** 0 unless it is a socket. */
  readonly port: number;
}

/** Reads an address; `none` for whatever is none. */
export function readAddress(address: Maybe): Address {
  const socket = valueAt(address, 'socket_address');
  if (isObject(socket))
    return { kind: 'socket', text: asText(socket.address), port: asNumber(socket.port_value) };
  const pipe = valueAt(address, 'pipe');
  if (isObject(pipe)) return { kind: 'pipe', text: asText(pipe.path), port: 0 };
  const listener = valueAt(address, 'envoy_internal_address', 'server_listener_name');
  if (listener === undefined) return { kind: 'none', text: '', port: 0 };
  const id = asText(valueAt(address, 'envoy_internal_address', 'endpoint_id'));
  return { kind: 'internal', text: `${asText(listener)}/${id}`, port: 0 };
}

/** The fields that `readAddress` looks at. */
export const addressShape = {
  socket_address: { address: true, port_value: true },
  pipe: { path: true },
  envoy_internal_address: { server_listener_name: true, endpoint_id: true },
} as const;
