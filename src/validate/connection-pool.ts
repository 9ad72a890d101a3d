import type { Static } from 'typebox';
import type { ConnectionPoolSettings } from '../api/traffic-policy.ts';
import { parseDuration } from '../duration.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Report, type RuleInfo } from './rule.ts';
import { checkDuration } from './values/durations.ts';

type ConnectionPool = Loose<Static<typeof ConnectionPoolSettings>>;
type Http = NonNullable<ConnectionPool['http']>;
type Tcp = NonNullable<ConnectionPool['tcp']>;

const empty = errorRule({
  slug: 'connectionpool/empty',
  summary: 'A connection pool has settings for `http` or `tcp`.',
  message: () => 'the connection pool has neither `http` nor `tcp` settings',
});

const negative = errorRule({
  slug: 'connectionpool/negative',
  summary: 'The limits of a connection pool are not negative.',
  message: ({ value }: { value: number }) => `${value} is negative`,
  hint: 'Leave the limit out (or write 0) for the default of the proxy.',
});

const upgradeAndClientProtocol = errorRule({
  slug: 'connectionpool/h2-upgrade-and-client-protocol',
  summary: 'Connections are upgraded to HTTP/2 or keep the protocol of the client, not both.',
  message: () => '`h2UpgradePolicy: UPGRADE` and `useClientProtocol: true` contradict each other',
});

const keepaliveRequired = errorRule({
  slug: 'connectionpool/keepalive-required',
  summary: 'HTTP/2 keepalive has an interval and a timeout.',
  message: ({ field }: { field: string }) => `\`http2KeepAlive\` needs \`${field}\``,
});

export const connectionPoolRules: readonly RuleInfo[] = [
  ...[empty, negative, upgradeAndClientProtocol, keepaliveRequired],
];

/** Checks the limits and timeouts of the connections to a service, or to the own workload (Sidecar). */
export function checkConnectionPool(pool: ConnectionPool, path: Path, report: Report): void {
  const { http, tcp } = pool;
  if (http === undefined && tcp === undefined) report(empty, path, {});
  if (http !== undefined) checkHttp(http, [...path, 'http'], report);
  if (tcp !== undefined) checkTcp(tcp, [...path, 'tcp'], report);
}

const httpLimits = [
  'http1MaxPendingRequests',
  'http2MaxRequests',
  'maxRequestsPerConnection',
  'maxRetries',
  'maxConcurrentStreams',
] as const;

function checkHttp(http: Http, path: Path, report: Report): void {
  for (const name of httpLimits) checkLimit(http[name], name, path, report);
  if (http.idleTimeout !== undefined) checkDuration(http.idleTimeout, [...path, 'idleTimeout'], report);
  if (http.h2UpgradePolicy === 'UPGRADE' && http.useClientProtocol === true)
    report(upgradeAndClientProtocol, path, {}, [...path, 'useClientProtocol']);
  const keepalive = http.http2KeepAlive;
  if (keepalive === undefined) return;
  for (const field of ['interval', 'timeout'] as const) {
    const value = keepalive[field];
    const place = [...path, 'http2KeepAlive', field];
    if (value === undefined) report(keepaliveRequired, place, { field });
    else checkDuration(value, place, report);
  }
}

const tcpDurations = ['connectTimeout', 'maxConnectionDuration'] as const;

function checkTcp(tcp: Tcp, path: Path, report: Report): void {
  checkLimit(tcp.maxConnections, 'maxConnections', path, report);
  for (const name of tcpDurations) {
    const value = tcp[name];
    if (value !== undefined) checkDuration(value, [...path, name], report);
  }
  if (tcp.idleTimeout !== undefined && !isNothing(tcp.idleTimeout))
    checkDuration(tcp.idleTimeout, [...path, 'idleTimeout'], report);
  for (const name of ['time', 'interval'] as const) {
    const value = tcp.tcpKeepalive?.[name];
    if (value !== undefined) checkDuration(value, [...path, 'tcpKeepalive', name], report);
  }
}

function checkLimit(value: number | undefined, name: string, path: Path, report: Report): void {
  if (value !== undefined && value < 0) report(negative, [...path, name], { value });
}

/** No whole millisecond: Istio takes that as 0, which switches the timeout off. */
function isNothing(duration: string): boolean {
  const nanoseconds = parseDuration(duration);
  return nanoseconds !== undefined && nanoseconds / 1_000_000n === 0n;
}
