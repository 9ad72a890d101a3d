import type { Static } from 'typebox';
import type { MeshConfig } from '../api/mesh-config.ts';
import { parseDuration } from '../duration.ts';
import type { Path } from '../path.ts';
import { checkLocality, checkZoneAware } from './locality.ts';
import type { Loose } from './loose.ts';
import { checkMeshProxyConfig, meshProxyConfigRules } from './mesh-proxy-config.ts';
import { errorRule, warningRule, type Check, type Report, type RuleInfo } from './rule.ts';
import { checkDuration, checkPrecision } from './values/durations.ts';
import { checkWildcardDomain, isDnsLabel } from './values/hosts.ts';
import { checkPort } from './values/ports.ts';

type Config = Loose<Static<typeof MeshConfig>>;

const connectTimeout = errorRule({
  slug: 'mesh/connect-timeout',
  summary: 'The timeout of connecting is at most one hour.',
  message: ({ value }: { value: string }) => `${value} is more than one hour`,
});

const trustDomain = errorRule({
  slug: 'mesh/trust-domain',
  summary: 'A trust domain consists of DNS labels.',
  message: ({ domain }: { domain: string }) =>
    domain === '' ? 'the trust domain is empty' : `${JSON.stringify(domain)} is not a trust domain`,
  hint: 'Letters, digits and inner hyphens, with dots between, such as `cluster.local`.',
});

const meshCurves = errorRule({
  slug: 'mesh/mtls-ecdh-curves',
  summary: 'The ECDH curves of mutual TLS within the mesh are not configurable.',
  message: () => '`ecdhCurves` cannot be chosen for mutual TLS within the mesh',
  hint: 'Those for all other TLS are set with `tlsDefaults.ecdhCurves`.',
});

const defaultCurves = warningRule({
  slug: 'mesh/ecdh-curves',
  summary: 'The ECDH curves are known to Envoy, each listed once.',
  message: ({ curve, known }: { curve: string; known: boolean }) =>
    `ECDH curve ${JSON.stringify(curve)} is ${known ? 'listed twice' : 'unknown'}`,
  hint: 'Known are P-256, P-384, P-521, P-224, X25519, X25519MLKEM768 and X25519Kyber768Draft00.',
});

/** Without those about localities and TLS, which are among the rules of a DestinationRule. */
export const meshConfigRules: readonly RuleInfo[] = [
  ...[connectTimeout, trustDomain, meshCurves, defaultCurves],
  ...meshProxyConfigRules,
];

/** The rules of Istio for the settings of a mesh. */
export const checkMeshConfig: Check<Config> = (config, { report }) => {
  checkMeshConfigAt(config, [], report);
};

/** The same for settings that stand within another object, at `path`. */
export function checkMeshConfigAt(config: Config, path: Path, report: Report): void {
  const { proxyListenPort, defaultConfig, localityLbSetting, zoneAwareLbSetting } = config;
  // Whether a destination has outlier detection is not known here.
  const around = { outlierDetection: true };
  if (proxyListenPort !== undefined) checkPort(proxyListenPort, [...path, 'proxyListenPort'], report);
  checkTimeouts(config, path, report);
  if (defaultConfig !== undefined) checkMeshProxyConfig(defaultConfig, [...path, 'defaultConfig'], report);
  if (localityLbSetting !== undefined)
    checkLocality(localityLbSetting, around, [...path, 'localityLbSetting'], report);
  if (zoneAwareLbSetting !== undefined)
    checkZoneAware(zoneAwareLbSetting, around, [...path, 'zoneAwareLbSetting'], report);
  checkServiceHosts(config.serviceSettings ?? [], [...path, 'serviceSettings'], report);
  checkTrustDomains(config, path, report);
  checkCurves(config, path, report);
}

const hour = 3_600_000_000_000n;

function checkTimeouts(config: Config, path: Path, report: Report): void {
  const { connectTimeout: value, protocolDetectionTimeout } = config;
  if (value !== undefined) {
    checkDuration(value, [...path, 'connectTimeout'], report);
    if ((parseDuration(value) ?? 0n) > hour) report(connectTimeout, [...path, 'connectTimeout'], { value });
  }
  if (protocolDetectionTimeout !== undefined)
    checkPrecision(protocolDetectionTimeout, [...path, 'protocolDetectionTimeout'], report);
}

function checkServiceHosts(
  settings: NonNullable<Config['serviceSettings']>,
  path: Path,
  report: Report,
): void {
  for (const [index, { hosts = [] }] of settings.entries())
    for (const [number, host] of hosts.entries())
      checkWildcardDomain(host, [...path, index, 'hosts', number], report);
}

function checkTrustDomains(config: Config, path: Path, report: Report): void {
  const { trustDomain: own, trustDomainAliases = [] } = config;
  if (own !== undefined) checkTrustDomain(own, [...path, 'trustDomain'], report);
  for (const [index, alias] of trustDomainAliases.entries())
    checkTrustDomain(alias, [...path, 'trustDomainAliases', index], report);
}

function checkTrustDomain(domain: string, path: Path, report: Report): void {
  const labels = domain.split('.');
  if (domain !== '' && labels.at(-1) === '') labels.pop();
  if (!labels.every(isDnsLabel)) report(trustDomain, path, { domain });
}

const curves = new Set([
  'P-224',
  'P-256',
  'P-384',
  'P-521',
  'X25519',
  'X25519Kyber768Draft00',
  'X25519MLKEM768',
]);

function checkCurves({ meshMTLS, tlsDefaults }: Config, path: Path, report: Report): void {
  if ((meshMTLS?.ecdhCurves ?? []).length > 0) report(meshCurves, [...path, 'meshMTLS', 'ecdhCurves'], {});
  const given = tlsDefaults?.ecdhCurves ?? [];
  const seen = new Set<string>();
  for (const [index, curve] of given.entries()) {
    const known = curves.has(curve);
    if (!known || seen.has(curve))
      report(defaultCurves, [...path, 'tlsDefaults', 'ecdhCurves', index], { curve, known });
    seen.add(curve);
  }
}
