import type { Static } from 'typebox';
import type { ServiceEntrySpec } from '../api/service-entry.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Report, type RuleInfo } from './rule.ts';
import { isWildcardDomain } from './values/hosts.ts';
import { isKnownProtocol } from './values/protocols.ts';

type ServiceEntry = Loose<Static<typeof ServiceEntrySpec>>;

const hostNotWildcard = errorRule({
  slug: 'serviceentry/dynamic-dns-host-not-wildcard',
  summary: 'With resolution DYNAMIC_DNS, every host has a wildcard.',
  message: ({ host }: { host: string }) =>
    `${JSON.stringify(host)} has no wildcard, as resolution DYNAMIC_DNS needs`,
  hint: 'Use `resolution: DNS` for hosts without wildcard.',
});

const addressesGiven = errorRule({
  slug: 'serviceentry/dynamic-dns-addresses',
  summary: 'With resolution DYNAMIC_DNS, there are no addresses.',
  message: () => 'resolution DYNAMIC_DNS looks up the host of each request, so there are no addresses',
});

const endpointsGiven = errorRule({
  slug: 'serviceentry/dynamic-dns-endpoints',
  summary: 'With resolution DYNAMIC_DNS, there are no endpoints.',
  message: () => 'resolution DYNAMIC_DNS looks up the host of each request, so there are no endpoints',
});

const protocolUnsupported = errorRule({
  slug: 'serviceentry/dynamic-dns-protocol',
  summary: 'With resolution DYNAMIC_DNS, ports have the protocol HTTP, HTTP2, GRPC or TLS.',
  message: ({ protocol }: { protocol: string }) =>
    protocol === ''
      ? 'the port has no protocol, which resolution DYNAMIC_DNS needs'
      : `resolution DYNAMIC_DNS does not go with protocol ${protocol}`,
  hint: 'Use HTTP, HTTP2, GRPC or TLS.',
});

const locationUnknown = errorRule({
  slug: 'serviceentry/dynamic-dns-location',
  summary: 'The location of a service entry is one that Istio knows.',
  message: ({ location }: { location: unknown }) => `location ${String(location)} is unknown`,
});

const waypoint = errorRule({
  slug: 'serviceentry/dynamic-dns-waypoint',
  summary: 'A service inside the mesh with resolution DYNAMIC_DNS uses no waypoint.',
  message: ({ name }: { name: string }) =>
    `waypoint ${JSON.stringify(name)} cannot serve a service inside the mesh with resolution DYNAMIC_DNS`,
  hint: 'Set `location: MESH_EXTERNAL`, or drop the label `istio.io/use-waypoint`.',
});

export const dynamicDnsRules: readonly RuleInfo[] = [
  ...[hostNotWildcard, addressesGiven, endpointsGiven],
  ...[protocolUnsupported, locationUnknown, waypoint],
];

const protocols = new Set(['http', 'http2', 'grpc', 'tls']);

/** Checks a service entry whose hosts are looked up request by request. */
export function checkDynamicDns(
  spec: ServiceEntry,
  labels: Readonly<Record<string, string>>,
  path: Path,
  report: Report,
): void {
  const { hosts = [], addresses = [], endpoints = [], ports = [] } = spec;
  checkHosts(hosts, path, report);
  if (addresses.length > 0) report(addressesGiven, path, {}, [...path, 'addresses']);
  if (endpoints.length > 0) report(endpointsGiven, path, {}, [...path, 'endpoints']);
  for (const [index, { protocol = '' }] of ports.entries()) {
    if (!isAllowed(protocol))
      report(protocolUnsupported, path, { protocol }, [...path, 'ports', index, 'protocol']);
  }
  checkLocation(spec, labels, path, report);
}

function checkHosts(hosts: readonly string[], path: Path, report: Report): void {
  for (const [index, host] of hosts.entries()) {
    if (!host.startsWith('*') && isWildcardDomain(host))
      report(hostNotWildcard, path, { host }, [...path, 'hosts', index]);
  }
}

/** Unknown protocols have been reported. */
function isAllowed(protocol: string): boolean {
  return protocols.has(protocol.toLowerCase()) || (protocol !== '' && !isKnownProtocol(protocol));
}

const useWaypoint = 'istio.io/use-waypoint';
const locations: ReadonlySet<unknown> = new Set(['MESH_EXTERNAL', 'MESH_INTERNAL']);

function checkLocation(
  { location = 'MESH_EXTERNAL' }: ServiceEntry,
  labels: Readonly<Record<string, string>>,
  path: Path,
  report: Report,
): void {
  if (!locations.has(location)) report(locationUnknown, [...path, 'location'], { location });
  const name = labels[useWaypoint];
  if (location === 'MESH_INTERNAL' && name !== undefined && name !== 'none')
    report(waypoint, [], { name }, ['metadata', 'labels', useWaypoint]);
}
