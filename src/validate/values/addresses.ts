import { isIP, isIPv6 } from 'node:net';
import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

const invalidIp = errorRule({
  slug: 'ip/invalid',
  summary: 'An IP address or address range can be read as one.',
  message: ({ address, what }: { address: string; what: string }) =>
    `${JSON.stringify(address)} is not ${what}`,
  hint: 'Such as `10.0.0.1`, `2001:db8::1` or, for a range, `10.0.0.0/8`.',
});

const unixPath = errorRule({
  slug: 'unix/path',
  summary: 'A unix socket is an absolute path to a file, or `@` and an abstract name.',
  message: ({ address }: { address: string }) => `${JSON.stringify(address)} does not name a unix socket`,
  hint: 'Such as `unix:///run/app/app.sock` or `unix://@app`.',
});

export const addressRules: readonly RuleInfo[] = [invalidIp, unixPath];

/** An IPv4 or IPv6 address in text form, the latter also with a zone. */
export function isIpAddress(text: string): boolean {
  const zone = text.indexOf('%');
  return zone === -1 ? isIP(text) !== 0 : zone < text.length - 1 && isIPv6(text.slice(0, zone));
}

/** An IP address or an address range, whose host bits may be set. */
export function isSubnet(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (bits === undefined || rest.length > 0) return isIpAddress(text);
  const family = isIP(address);
  if (family === 0 || address.includes('%') || !/^(?:0|[1-9]\d{0,2})$/.test(bits)) return false;
  return Number(bits) <= (family === 4 ? 32 : 128);
}

/** Reports what is not an IP address. */
export function checkIpAddress(address: string, path: Path, report: Report): void {
  if (!isIpAddress(address)) report(invalidIp, path, { address, what: 'an IP address' });
}

/** Reports what is neither an IP address nor an address range. */
export function checkSubnet(address: string, path: Path, report: Report): void {
  if (!isSubnet(address)) report(invalidIp, path, { address, what: 'an IP address or address range' });
}

/** Whether an address is that of a unix socket, well-formed or not. */
export const isUnixAddress = (address: string): boolean => address.startsWith('unix://');

/** Reports an address `unix://...` that names no socket. */
export function checkUnixAddress(address: string, path: Path, report: Report): void {
  const socket = address.slice('unix://'.length);
  if (socket.startsWith('@') || (socket.startsWith('/') && !socket.endsWith('/'))) return;
  report(unixPath, path, { address });
}
