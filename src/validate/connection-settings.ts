import type { Static } from 'typebox';
import type { ProxyConfigConnectionSettings } from '../api/mesh-proxy-config.ts';
import { parseDuration } from '../duration.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Report, type RuleInfo } from './rule.ts';

type ConnectionSettings = Loose<Static<typeof ProxyConfigConnectionSettings>>;

const limit = errorRule({
  slug: 'mesh/connection-limit',
  summary: 'Limits of connections are not lower than Envoy takes them.',
  message: ({ value, minimum }: { value: number; minimum: number }) => `${value} is below ${minimum}`,
});

const timeout = errorRule({
  slug: 'mesh/connection-timeout',
  summary: 'Timeouts of connections are not negative.',
  message: ({ value }: { value: string }) => `${value} is negative`,
  hint: 'Use 0s to switch the timeout off.',
});

export const connectionSettingsRules: readonly RuleInfo[] = [limit, timeout];

/** HTTP/2 begins with windows of 65535 bytes; Envoy does not make them smaller. */
const minima = {
  listenerPerConnectionBufferLimitBytes: 0,
  clusterPerConnectionBufferLimitBytes: 0,
  httpMaxConcurrentStreams: 1,
  http2InitialStreamWindowSize: 65535,
  http2InitialConnectionWindowSize: 65535,
  listenerConnectionLimit: 0,
  globalDownstreamConnectionLimit: 0,
} as const;

const timeouts = [
  'httpIdleTimeout',
  'httpMaxConnectionDuration',
  'httpDrainTimeout',
  'httpRequestTimeout',
  'httpRequestHeadersTimeout',
  'httpStreamIdleTimeout',
  'httpMaxStreamDuration',
] as const;

/** Checks how proxies treat the connections of their clients. */
export function checkConnectionSettings(settings: ConnectionSettings, path: Path, report: Report): void {
  for (const [name, minimum] of Object.entries(minima)) {
    const value = settings[name as keyof typeof minima];
    if (value !== undefined && value < minimum) report(limit, [...path, name], { value, minimum });
  }
  for (const name of timeouts) {
    const value = settings[name];
    if (value !== undefined && (parseDuration(value) ?? 0n) < 0n) report(timeout, [...path, name], { value });
  }
}
