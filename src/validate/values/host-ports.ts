import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { isIpAddress } from './addresses.ts';
import { isFqdn } from './hosts.ts';
import { checkPort } from './ports.ts';

const invalid = errorRule({
  slug: 'address/invalid',
  summary: 'An address is a host and a port.',
  message: ({ address }: { address: string }) =>
    address === '' ? 'the address is empty' : `${JSON.stringify(address)} is not of the form \`host:port\``,
  hint: 'Such as `istiod.istio-system.svc:15012`, `10.0.0.1:9411` or `[::1]:9411`; the port is a number.',
});

export const hostPortRules: readonly RuleInfo[] = [invalid];

const form = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([+-]?\d+)$/;

/**
 * Reports an address that is not a DNS name or IP address and a port, with a colon between. A `placeholder` in it
 * stands for an IP address.
 */
export function checkHostPort(address: string, path: Path, report: Report, placeholder?: string): void {
  const known = placeholder === undefined ? address : address.replace(placeholder, '127.0.0.1');
  const [, bracketed, plain, port] = form.exec(known) ?? [];
  const host = bracketed ?? plain ?? '';
  if (port === undefined || !(isFqdn(host) || isIpAddress(host))) report(invalid, path, { address });
  else checkPort(Number(port), path, report);
}
