import type { Static } from 'typebox';
import type { TrafficPolicyTunnelSettings } from '../api/traffic-policy.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Report, type RuleInfo } from './rule.ts';
import { isIpAddress } from './values/addresses.ts';
import { checkFqdn } from './values/hosts.ts';
import { checkPort } from './values/ports.ts';

const protocolName = errorRule({
  slug: 'tunnel/protocol',
  summary: 'A tunnel is made with CONNECT or POST.',
  message: ({ protocol }: { protocol: string }) => `a tunnel is not made with ${JSON.stringify(protocol)}`,
  hint: 'Use CONNECT, which is also the default, or POST.',
});

const target = errorRule({
  slug: 'tunnel/target',
  summary: 'A tunnel has a target: a host and a port.',
  message: ({ field }: { field: string }) => `the tunnel has no \`${field}\``,
});

export const tunnelRules: readonly RuleInfo[] = [protocolName, target];

/** Checks how traffic is tunnelled through a proxy. */
export function checkTunnel(
  tunnel: Loose<Static<typeof TrafficPolicyTunnelSettings>>,
  path: Path,
  report: Report,
): void {
  const { protocol = '', targetHost = '', targetPort } = tunnel;
  if (!['', 'CONNECT', 'POST'].includes(protocol)) report(protocolName, [...path, 'protocol'], { protocol });
  if (targetHost === '') report(target, [...path, 'targetHost'], { field: 'targetHost' });
  else if (!isIpAddress(targetHost)) checkFqdn(targetHost, [...path, 'targetHost'], report);
  if (targetPort === undefined) report(target, [...path, 'targetPort'], { field: 'targetPort' });
  else checkPort(targetPort, [...path, 'targetPort'], report);
}
