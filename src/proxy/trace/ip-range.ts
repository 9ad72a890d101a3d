import { BlockList, isIP } from 'node:net';
import { asNumber, asText, valueAt, type Maybe } from '../message/index.ts';

/** The length of a `CidrRange` that holds the address; undefined when it does not, or is no range. */
export function prefixAround(range: Maybe, address: string): number | undefined {
  const prefix = asText(valueAt(range, 'address_prefix'));
  const length = asNumber(valueAt(range, 'prefix_len'));
  const version = isIP(prefix);
  if (version === 0 || version !== isIP(address) || length > (version === 4 ? 32 : 128)) return undefined;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const block = new BlockList();
  block.addSubnet(prefix, length, family);
  return block.check(address, family) ? length : undefined;
}

/** A range as people write it: `10.0.0.0/8`. */
export function rangeText(range: Maybe): string {
  return `${asText(valueAt(range, 'address_prefix'))}/${asNumber(valueAt(range, 'prefix_len'))}`;
}

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}
