import type { Path } from '../path.ts';
import { errorRule, type Report, type RuleInfo } from './rule.ts';

const targetPortIgnored = errorRule({
  slug: 'port/target-port-ignored',
  summary: 'Ports of gateways and sidecars have no target port.',
  message: () => '`targetPort` means nothing here',
  hint: 'Drop it; the port is `number`.',
});

/** A unix socket that is bound with a port number. */
export const unixNonzero = errorRule({
  slug: 'port/unix-nonzero',
  summary: 'A listener on a unix socket has port number 0.',
  message: ({ port }: { port: number }) => `a unix socket has no port, but the port number is ${port}`,
  hint: 'Set `number: 0`, or bind an IP address.',
});

/** TLS settings that do not fit the protocol, or that it lacks. */
export const protocolMismatch = errorRule({
  slug: 'servertls/protocol-mismatch',
  summary: 'Ports with the protocol HTTPS or TLS have TLS settings, others have none.',
  message: ({ protocol, given }: { protocol: string; given: boolean }) =>
    given
      ? `TLS settings do not fit ${protocol === '' ? 'a port without protocol' : `protocol ${protocol}`}`
      : `protocol ${protocol} needs TLS settings`,
  hint: 'Only HTTPS and TLS have TLS settings; a gateway port with HTTP can redirect with `tls: {httpsRedirect: true}`.',
});

export const listenerRules: readonly RuleInfo[] = [targetPortIgnored, unixNonzero, protocolMismatch];

/** Reports a target port, which listeners of gateways and sidecars do not have. */
export function checkNoTargetPort(port: { readonly targetPort?: number }, path: Path, report: Report): void {
  if ((port.targetPort ?? 0) > 0) report(targetPortIgnored, [...path, 'targetPort'], {});
}
