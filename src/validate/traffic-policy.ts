import type { Static } from 'typebox';
import type { TrafficPolicy, TrafficPolicyPortTrafficPolicy } from '../api/traffic-policy.ts';
import type { Path } from '../path.ts';
import { checkClientTls, clientTlsRules } from './client-tls.ts';
import { checkConnectionPool, connectionPoolRules } from './connection-pool.ts';
import { checkLoadBalancer, loadBalancerRules } from './load-balancer.ts';
import type { Loose } from './loose.ts';
import { checkOutlierDetection, outlierDetectionRules } from './outlier-detection.ts';
import { errorRule, type CheckContext, type Report, type RuleInfo } from './rule.ts';
import { checkTunnel, tunnelRules } from './tunnel.ts';

type Policy = Loose<Static<typeof TrafficPolicy>>;
type PortPolicy = Loose<Static<typeof TrafficPolicyPortTrafficPolicy>>;
type Context = Pick<CheckContext, 'namespace' | 'report'>;

const empty = errorRule({
  slug: 'trafficpolicy/empty',
  summary: 'A traffic policy sets something.',
  message: () => 'the traffic policy is empty',
  hint: 'Leave `trafficPolicy` out where there is nothing to set.',
});

const tunnelAndProxyProtocol = errorRule({
  slug: 'trafficpolicy/tunnel-and-proxy-protocol',
  summary: 'A tunnel and the PROXY protocol do not stand side by side.',
  message: () => '`tunnel` and `proxyProtocol` exclude each other',
});

const portRequired = errorRule({
  slug: 'trafficpolicy/port-required',
  summary: 'Settings for a port name the port.',
  message: () => 'the settings name no `port`',
});

const portEmpty = errorRule({
  slug: 'trafficpolicy/port-empty',
  summary: 'Settings for a port set something.',
  message: ({ port }: { port: number | undefined }) => `nothing is set for port ${port ?? '(none)'}`,
  hint: 'Add `loadBalancer`, `connectionPool`, `outlierDetection` or `tls`.',
});

const proxyProtocolVersion = errorRule({
  slug: 'proxyprotocol/version',
  summary: 'The PROXY protocol is used in version V1 or V2.',
  message: ({ version }: { version: unknown }) => `the PROXY protocol has no version ${String(version)}`,
});

export const trafficPolicyRules: readonly RuleInfo[] = [
  ...[empty, tunnelAndProxyProtocol, portRequired, portEmpty, proxyProtocolVersion],
  ...[...loadBalancerRules, ...connectionPoolRules, ...outlierDetectionRules],
  ...[...clientTlsRules, ...tunnelRules],
];

/** Checks the traffic policy of a destination or of a subset of it. */
export function checkTrafficPolicy(policy: Policy, path: Path, context: Context): void {
  const { report } = context;
  const { portLevelSettings = [], tunnel, proxyProtocol } = policy;
  if (isEmpty(policy)) {
    report(empty, path, {});
    return;
  }
  if (tunnel !== undefined && proxyProtocol !== undefined)
    report(tunnelAndProxyProtocol, path, {}, [...path, 'tunnel']);
  checkSettings(policy, path, context);
  for (const [index, settings] of portLevelSettings.entries())
    checkPortLevel(settings, [...path, 'portLevelSettings', index], context);
  if (tunnel !== undefined) checkTunnel(tunnel, [...path, 'tunnel'], report);
  if (proxyProtocol !== undefined)
    checkProxyProtocol(proxyProtocol.version, [...path, 'proxyProtocol', 'version'], report);
}

function checkProxyProtocol(version: unknown, path: Path, report: Report): void {
  if (version === undefined || version === 'V1' || version === 'V2') return;
  report(proxyProtocolVersion, path, { version });
}

function isEmpty({ portLevelSettings = [], ...others }: Policy): boolean {
  return portLevelSettings.length === 0 && Object.keys(others).length === 0;
}

function checkPortLevel(settings: PortPolicy, path: Path, context: Context): void {
  const { port, loadBalancer, connectionPool, outlierDetection, tls } = settings;
  if (port === undefined) context.report(portRequired, [...path, 'port'], {});
  const nothing = [loadBalancer, connectionPool, outlierDetection, tls].every((part) => part === undefined);
  if (nothing) context.report(portEmpty, path, { port: port?.number });
  else checkSettings(settings, path, context);
}

/** What a port can have as well as the whole destination. */
function checkSettings(
  { loadBalancer, connectionPool, outlierDetection, tls }: PortPolicy,
  path: Path,
  { namespace, report }: Context,
): void {
  if (loadBalancer !== undefined) {
    const around = { outlierDetection: outlierDetection !== undefined };
    checkLoadBalancer(loadBalancer, around, [...path, 'loadBalancer'], report);
  }
  if (connectionPool !== undefined) checkConnectionPool(connectionPool, [...path, 'connectionPool'], report);
  if (outlierDetection !== undefined)
    checkOutlierDetection(outlierDetection, [...path, 'outlierDetection'], report);
  if (tls !== undefined) checkClientTls(tls, namespace, [...path, 'tls'], report);
}
