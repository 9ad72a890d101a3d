import type { Static } from 'typebox';
import type { MeshProxyConfig } from '../api/mesh-proxy-config.ts';
import { parseDuration } from '../duration.ts';
import type { Path } from '../path.ts';
import { checkConnectionSettings, connectionSettingsRules } from './connection-settings.ts';
import type { Loose } from './loose.ts';
import { checkMeshTracing, meshTracingRules } from './mesh-tracing.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from './rule.ts';
import { checkDuration } from './values/durations.ts';
import { checkHostPort } from './values/host-ports.ts';
import { checkPort } from './values/ports.ts';

type ProxyConfig = Loose<Static<typeof MeshProxyConfig>>;

const mustBeSet = errorRule({
  slug: 'mesh/proxy-setting-empty',
  summary: 'Settings that a proxy cannot start without are not emptied.',
  message: ({ field }: { field: string }) => `\`${field}\` is empty`,
  hint: 'Leave it out for the default.',
});

const drainDuration = errorRule({
  slug: 'mesh/drain-duration',
  summary: 'The time to drain connections is a whole number of seconds.',
  message: ({ value }: { value: string }) => `${value} is not a whole number of seconds`,
});

const authPolicy = errorRule({
  slug: 'mesh/control-plane-auth-policy',
  summary: 'Proxies reach the control plane with mutual TLS or without.',
  message: ({ policy }: { policy: unknown }) => `${String(policy)} is neither MUTUAL_TLS nor NONE`,
});

const privateKeyProvider = errorRule({
  slug: 'mesh/private-key-provider',
  summary: 'A private key provider is `cryptomb` or `qat`, with a `pollDelay` that is not 0.',
  message: ({ problem }: { problem: string }) => problem,
  hint: 'Such as `cryptomb: {pollDelay: 10ms}`.',
});

const dnsAutoAllocate = warningRule({
  slug: 'mesh/dns-auto-allocate-v1',
  summary: 'Addresses for service entries are no longer allocated by each proxy.',
  message: () => 'ISTIO_META_DNS_AUTO_ALLOCATE has been replaced: istiod allocates the addresses itself',
  hint: 'Drop it; Istio 1.25 and later allocate addresses unless an object opts out.',
});

export const meshProxyConfigRules: readonly RuleInfo[] = [
  ...[mustBeSet, drainDuration, authPolicy, privateKeyProvider, dnsAutoAllocate],
  ...[...meshTracingRules, ...connectionSettingsRules],
];

/** Checks the settings that proxies start with (`defaultConfig`); what is left out has a default. */
export function checkMeshProxyConfig(config: ProxyConfig, path: Path, report: Report): void {
  const { proxyMetadata = {}, tracing, connectionSettings, privateKeyProvider: provider } = config;
  checkSet(config, path, report);
  checkDrainDuration(config.drainDuration, [...path, 'drainDuration'], report);
  checkAddresses(config, path, report);
  for (const name of ['proxyAdminPort', 'statusPort'] as const) {
    const port = config[name];
    if (port !== undefined) checkPort(port, [...path, name], report);
  }
  checkAuthPolicy(config.controlPlaneAuthPolicy, [...path, 'controlPlaneAuthPolicy'], report);
  if (tracing !== undefined) checkMeshTracing(tracing, [...path, 'tracing'], report);
  if (provider !== undefined) checkPrivateKeyProvider(provider, [...path, 'privateKeyProvider'], report);
  if (connectionSettings !== undefined)
    checkConnectionSettings(connectionSettings, [...path, 'connectionSettings'], report);
  if (Object.hasOwn(proxyMetadata, autoAllocate))
    report(dnsAutoAllocate, [...path, 'proxyMetadata', autoAllocate], {});
}

const autoAllocate = 'ISTIO_META_DNS_AUTO_ALLOCATE';

function checkSet(config: ProxyConfig, path: Path, report: Report): void {
  for (const field of ['configPath', 'binaryPath', 'serviceCluster', 'discoveryAddress'] as const) {
    // Of the two names for a proxy the service one is given up for the tracing one.
    if (field === 'serviceCluster' && config.tracingServiceName !== undefined) continue;
    if (config[field] === '') report(mustBeSet, [...path, field], { field });
  }
}

function checkDrainDuration(value: string | undefined, path: Path, report: Report): void {
  if (value === undefined) return;
  checkDuration(value, path, report);
  const nanoseconds = parseDuration(value) ?? 0n;
  if (nanoseconds > 0n && nanoseconds % 1_000_000n === 0n && nanoseconds % 1_000_000_000n !== 0n)
    report(drainDuration, path, { value });
}

function checkAuthPolicy(policy: unknown, path: Path, report: Report): void {
  if (policy === undefined || policy === 'NONE' || policy === 'MUTUAL_TLS') return;
  report(authPolicy, path, { policy });
}

function checkAddresses(config: ProxyConfig, path: Path, report: Report): void {
  for (const name of ['discoveryAddress', 'statsdUdpAddress', 'envoyMetricsServiceAddress'] as const) {
    const address = config[name] ?? '';
    if (address !== '') checkHostPort(address, [...path, name], report);
  }
  for (const name of ['envoyMetricsService', 'envoyAccessLogService'] as const) {
    const address = config[name]?.address ?? '';
    if (address !== '') checkHostPort(address, [...path, name, 'address'], report);
  }
}

function checkPrivateKeyProvider(
  provider: NonNullable<ProxyConfig['privateKeyProvider']>,
  path: Path,
  report: Report,
): void {
  const name = (['qat', 'cryptomb'] as const).find((known) => provider[known] !== undefined);
  if (name === undefined) {
    report(privateKeyProvider, path, { problem: 'the provider is neither `cryptomb` nor `qat`' });
    return;
  }
  const delay = provider[name]?.pollDelay;
  const place = [...path, name, 'pollDelay'];
  if (delay === undefined)
    report(privateKeyProvider, place, { problem: `\`${name}\` needs a \`pollDelay\`` });
  else if (parseDuration(delay) === 0n)
    report(privateKeyProvider, place, { problem: 'a `pollDelay` of 0 does not do' });
}
