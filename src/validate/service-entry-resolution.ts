import type { Static } from 'typebox';
import type { ServiceEntrySpec } from '../api/service-entry.ts';
import type { Path } from '../path.ts';
import { checkDynamicDns, dynamicDnsRules } from './dynamic-dns.ts';
import type { Loose } from './loose.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from './rule.ts';
import { isIpAddress, isUnixAddress } from './values/addresses.ts';
import { isFqdn, isWildcardDomain } from './values/hosts.ts';
import { isTcp } from './values/protocols.ts';
import { checkEndpoint, checkEndpointDetails, type Endpoint } from './workload-entry.ts';

type ServiceEntry = Loose<Static<typeof ServiceEntrySpec>>;

const unsupported = errorRule({
  slug: 'serviceentry/resolution-unsupported',
  summary: 'The resolution of a service entry is one that Istio knows.',
  message: ({ resolution }: { resolution: unknown }) => `resolution ${String(resolution)} is unknown`,
});

const noneEndpoints = errorRule({
  slug: 'serviceentry/none-endpoints',
  summary: 'With resolution NONE, a service entry has no endpoints.',
  message: () =>
    'with resolution NONE traffic goes to the address the client chose, so there are no endpoints',
  hint: 'Set `resolution: STATIC` or `DNS`, or drop `endpoints`. Without `resolution` it is NONE.',
});

const noneSelector = warningRule({
  slug: 'serviceentry/none-selector',
  summary: 'With resolution NONE, a service entry selects no workloads.',
  message: () => 'with resolution NONE the workload selector has no effect',
  hint: 'Set `resolution: STATIC`, or drop `workloadSelector`.',
});

const notIp = errorRule({
  slug: 'endpoint/address-not-ip',
  summary: 'With resolution STATIC, endpoints are IP addresses or unix sockets.',
  message: ({ address }: { address: string }) =>
    `endpoint ${JSON.stringify(address)} is a name, which resolution STATIC does not look up`,
  hint: 'Give an IP address, or set `resolution: DNS`.',
});

const unixPorts = errorRule({
  slug: 'serviceentry/unix-endpoint-ports',
  summary: 'A service entry with an endpoint on a unix socket has exactly one port.',
  message: ({ count }: { count: number }) =>
    `a unix socket serves exactly one port, but the service entry has ${count}`,
});

const dnsEndpoint = errorRule({
  slug: 'serviceentry/dns-endpoint',
  summary: 'With resolution DNS or DNS_ROUND_ROBIN, endpoints are domain names or IP addresses.',
  message: ({ resolution, address }: { resolution: string; address: string }) =>
    `resolution ${resolution} cannot look up ${address === '' ? 'an endpoint without address' : 'a unix socket'}`,
  hint: 'Set `resolution: STATIC`, or give a domain name.',
});

const portUndefined = errorRule({
  slug: 'serviceentry/endpoint-port-undefined',
  summary: 'The ports of endpoints are named like ports of the service entry.',
  message: ({ name }: { name: string }) => `the service entry has no port called ${JSON.stringify(name)}`,
});

const hostNeedsEndpoints = errorRule({
  slug: 'serviceentry/dns-host-needs-endpoints',
  summary: 'Hosts that are looked up in DNS have no wildcard, unless there are endpoints to look up instead.',
  message: ({ host }: { host: string }) => `${JSON.stringify(host)} cannot be looked up in DNS`,
  hint: 'List `endpoints`, set `resolution: NONE`, or name hosts without `*`.',
});

const roundRobin = errorRule({
  slug: 'serviceentry/round-robin-endpoints',
  summary: 'With resolution DNS_ROUND_ROBIN, there is at most one endpoint.',
  message: ({ count }: { count: number }) =>
    `resolution DNS_ROUND_ROBIN allows one endpoint, here are ${count}`,
});

const tcpMultiHost = warningRule({
  slug: 'serviceentry/tcp-multi-host',
  summary: 'A service entry with addresses and a TCP port has one host.',
  message: () => 'on TCP ports the addresses stand for all hosts, so traffic may go to the wrong one',
  hint: 'Use one service entry for each host.',
});

export const serviceEntryResolutionRules: readonly RuleInfo[] = [
  ...[unsupported, noneEndpoints, noneSelector, notIp, unixPorts, dnsEndpoint],
  ...[portUndefined, hostNeedsEndpoints, roundRobin, tcpMultiHost, ...dynamicDnsRules],
];

/** Checks what depends on how the endpoints of the service are found. */
export function checkResolution(
  spec: ServiceEntry,
  labels: Readonly<Record<string, string>>,
  path: Path,
  report: Report,
): void {
  const { resolution = 'NONE', endpoints = [] } = spec;
  switch (resolution) {
    case 'NONE':
      if (endpoints.length > 0) report(noneEndpoints, path, {}, [...path, 'endpoints']);
      if (spec.workloadSelector !== undefined) report(noneSelector, path, {}, [...path, 'workloadSelector']);
      return;
    case 'STATIC':
      checkStatic(spec, path, report);
      return;
    case 'DNS':
    case 'DNS_ROUND_ROBIN':
      checkDns(spec, resolution, path, report);
      return;
    case 'DYNAMIC_DNS':
      checkDynamicDns(spec, labels, path, report);
      return;
    default:
      report(unsupported, [...path, 'resolution'], { resolution });
  }
}

function checkStatic(spec: ServiceEntry, path: Path, report: Report): void {
  const names = portNames(spec);
  for (const [index, endpoint] of (spec.endpoints ?? []).entries()) {
    const place = [...path, 'endpoints', index];
    const { address = '' } = endpoint;
    checkEndpoint(endpoint, place, report);
    checkEndpointPorts(endpoint, names, index, path, report);
    if (!isUnixAddress(address)) {
      if (!isIpAddress(address) && isFqdn(address)) report(notIp, path, { address }, [...place, 'address']);
    } else if (names.size !== 1) {
      report(unixPorts, path, { count: names.size }, [...place, 'address']);
    }
  }
}

function checkDns(spec: ServiceEntry, resolution: string, path: Path, report: Report): void {
  const { endpoints = [], hosts = [] } = spec;
  const names = portNames(spec);
  if (endpoints.length === 0) checkHostsResolve(hosts, path, report);
  if (resolution === 'DNS_ROUND_ROBIN' && endpoints.length > 1)
    report(roundRobin, path, { count: endpoints.length }, [...path, 'endpoints']);
  for (const [index, endpoint] of endpoints.entries()) {
    const place = [...path, 'endpoints', index];
    if (canResolve(endpoint)) {
      checkEndpoint(endpoint, place, report);
    } else {
      report(dnsEndpoint, path, { resolution, address: endpoint.address ?? '' }, place);
      checkEndpointDetails(endpoint, place, report);
    }
    checkEndpointPorts(endpoint, names, index, path, report);
  }
  checkTcpHosts(spec, path, report);
}

/** False for addresses that are fine but not with DNS: unix sockets, and none but a network. */
const canResolve = ({ address = '', network = '' }: Endpoint): boolean =>
  address === '' ? network === '' : !isUnixAddress(address);

const portNames = ({ ports = [] }: ServiceEntry): ReadonlySet<string> =>
  new Set(ports.map(({ name = '' }) => name));

function checkEndpointPorts(
  { ports = {} }: Endpoint,
  names: ReadonlySet<string>,
  index: number,
  path: Path,
  report: Report,
): void {
  for (const name of Object.keys(ports)) {
    if (!names.has(name)) report(portUndefined, path, { name }, [...path, 'endpoints', index, 'ports', name]);
  }
}

function checkHostsResolve(hosts: readonly string[], path: Path, report: Report): void {
  for (const [index, host] of hosts.entries()) {
    if (host !== '*' && isWildcardDomain(host) && !isFqdn(host))
      report(hostNeedsEndpoints, path, { host }, [...path, 'hosts', index]);
  }
}

function checkTcpHosts(spec: ServiceEntry, path: Path, report: Report): void {
  const { addresses = [], hosts = [], ports = [] } = spec;
  if (addresses.length === 0 || hosts.length < 2) return;
  if (ports.some(({ protocol = '' }) => isTcp(protocol))) report(tcpMultiHost, path, {}, [...path, 'hosts']);
}
