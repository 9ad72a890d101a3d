import type { Static } from 'typebox';
import type { ServiceEntrySpec } from '../api/service-entry.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, warningRule, type Check, type Report, type RuleInfo } from './rule.ts';
import { checkResolution, serviceEntryResolutionRules } from './service-entry-resolution.ts';
import { checkSubnet } from './values/addresses.ts';
import { checkExportTo } from './values/export-to.ts';
import { checkWildcardDomain, starHost } from './values/hosts.ts';
import { checkPort, checkPortName, checkProtocol, isPort } from './values/ports.ts';
import { isHttp, isKnownProtocol, isTls } from './values/protocols.ts';
import { checkSelector } from './values/selectors.ts';

type ServiceEntry = Loose<Static<typeof ServiceEntrySpec>>;
type Ports = NonNullable<ServiceEntry['ports']>;

const hostsRequired = errorRule({
  slug: 'serviceentry/hosts-required',
  summary: 'A service entry has a host.',
  message: () => 'the service entry has no hosts',
});

const partialWildcard = warningRule({
  slug: 'serviceentry/partial-wildcard',
  summary: 'The wildcard of a host is a label of its own.',
  message: ({ host }: { host: string }) =>
    `the wildcard of ${JSON.stringify(host)} is only a part of a label`,
  hint: 'Proxies match such hosts only in part; use `*.` and a domain.',
});

const selectorAndEndpoints = errorRule({
  slug: 'serviceentry/selector-and-endpoints',
  summary: 'A service entry selects workloads or lists endpoints.',
  message: () => '`workloadSelector` and `endpoints` exclude each other',
});

const cidrResolution = errorRule({
  slug: 'serviceentry/cidr-resolution',
  summary: 'Address ranges go with resolution NONE or STATIC.',
  message: ({ resolution }: { resolution: string | number }) =>
    `address ranges do not go with resolution ${resolution}`,
  hint: 'Use single addresses, or `resolution: STATIC` or `NONE`.',
});

const portNameDuplicate = errorRule({
  slug: 'serviceentry/port-name-duplicate',
  summary: 'The ports of a service entry have different names.',
  message: ({ name }: { name: string }) => `another port is called ${JSON.stringify(name)} too`,
});

const portNumberDuplicate = errorRule({
  slug: 'serviceentry/port-number-duplicate',
  summary: 'The ports of a service entry have different numbers.',
  message: ({ port }: { port: number }) => `another port has number ${port} too`,
});

const tcpNeedsAddress = warningRule({
  slug: 'serviceentry/tcp-needs-address',
  summary: 'A service entry with a TCP port has addresses.',
  message: ({ port }: { port: number }) =>
    `without addresses, port ${port} takes all TCP traffic with that port, whatever its destination`,
  hint: 'List `addresses`, allow automatic ones, or name a protocol other than TCP.',
});

const multiHostProtocol = errorRule({
  slug: 'serviceentry/multi-host-protocol',
  summary:
    'A service entry with several hosts has only ports with HTTP or TLS, unless the resolution is NONE.',
  message: ({ port, protocol }: { port: number; protocol: string }) =>
    `the hosts cannot be told apart on port ${port} with ${protocol === '' ? 'no protocol' : `protocol ${protocol}`}`,
  hint: 'Use one service entry for each host, or an HTTP or TLS protocol.',
});

export const serviceEntryRules: readonly RuleInfo[] = [
  ...[hostsRequired, partialWildcard, selectorAndEndpoints, cidrResolution],
  ...[portNameDuplicate, portNumberDuplicate, tcpNeedsAddress, multiHostProtocol],
  ...serviceEntryResolutionRules,
];

/** The rules of Istio for a ServiceEntry. */
export const checkServiceEntry: Check<ServiceEntry> = (spec, { report, labels, namespace }) => {
  const { workloadSelector, endpoints = [], ports = [], exportTo = [] } = spec;
  if (workloadSelector !== undefined) {
    checkSelector(workloadSelector, ['spec', 'workloadSelector'], report);
    if (endpoints.length > 0) report(selectorAndEndpoints, ['spec'], {}, ['spec', 'endpoints']);
  }
  checkHosts(spec, ['spec', 'hosts'], report);
  checkAddresses(spec, ['spec'], report);
  checkPorts(ports, ['spec', 'ports'], report);
  if (!hasAutomaticAddress(spec, labels)) checkTcpAddress(spec, ['spec'], report);
  checkResolution(spec, labels, ['spec'], report);
  checkSeveralHosts(spec, ['spec'], report);
  checkExportTo(exportTo, { namespace, none: true }, ['spec', 'exportTo'], report);
};

function checkHosts({ hosts = [], resolution }: ServiceEntry, path: Path, report: Report): void {
  if (hosts.length === 0) report(hostsRequired, path, {});
  for (const [index, host] of hosts.entries()) {
    const place = [...path, index];
    if (host === '*') {
      report(starHost, place, {});
      continue;
    }
    checkWildcardDomain(host, place, report);
    if (resolution !== 'DYNAMIC_DNS' && host.includes('*') && !host.startsWith('*.'))
      report(partialWildcard, place, { host });
  }
}

function checkAddresses(spec: ServiceEntry, path: Path, report: Report): void {
  const { addresses = [], resolution = 'NONE' } = spec;
  for (const [index, address] of addresses.entries())
    checkSubnet(address, [...path, 'addresses', index], report);
  // DYNAMIC_DNS allows no addresses at all, which is reported as such.
  if (resolution === 'NONE' || resolution === 'STATIC' || resolution === 'DYNAMIC_DNS') return;
  const range = addresses.findIndex((address) => address.includes('/'));
  if (range !== -1) report(cidrResolution, path, { resolution }, [...path, 'addresses', range]);
}

function checkPorts(ports: Ports, path: Path, report: Report): void {
  const names = new Set<string>();
  const numbers = new Set<number>();
  for (const [index, port] of ports.entries()) {
    const place = [...path, index];
    const { name = '', number = 0 } = port;
    checkServicePort(port, place, report);
    if (name !== '' && names.has(name)) report(portNameDuplicate, [...place, 'name'], { name });
    if (isPort(number) && numbers.has(number))
      report(portNumberDuplicate, [...place, 'number'], { port: number });
    names.add(name);
    numbers.add(number);
  }
}

function checkServicePort(port: Ports[number], path: Path, report: Report): void {
  const { name = '', number = 0, protocol = '', targetPort = 0 } = port;
  checkPortName(name, [...path, 'name'], report);
  checkPort(number, [...path, 'number'], report);
  if (protocol !== '') checkProtocol(protocol, [...path, 'protocol'], report);
  if (targetPort !== 0) checkPort(targetPort, [...path, 'targetPort'], report);
}

const optOut = 'networking.istio.io/enable-autoallocate-ip';

function hasAutomaticAddress(spec: ServiceEntry, labels: Readonly<Record<string, string>>): boolean {
  const { resolution = 'NONE' } = spec;
  return resolution !== 'NONE' && labels[optOut]?.toLowerCase() !== 'false';
}

function checkTcpAddress({ addresses = [], ports = [] }: ServiceEntry, path: Path, report: Report): void {
  if (addresses.length > 0) return;
  for (const [index, { number: port = 0, protocol = '' }] of ports.entries()) {
    if (protocol === '' || protocol === 'TCP')
      report(tcpNeedsAddress, path, { port }, [...path, 'ports', index]);
  }
}

function checkSeveralHosts(spec: ServiceEntry, path: Path, report: Report): void {
  const { hosts = [], ports = [], resolution = 'NONE' } = spec;
  // DYNAMIC_DNS has its own, stricter rule about protocols.
  if (hosts.length < 2 || ['NONE', 'DYNAMIC_DNS'].includes(resolution)) return;
  for (const [index, { number: port = 0, protocol = '' }] of ports.entries()) {
    if (!tellsHostsApart(protocol))
      report(multiHostProtocol, path, { port, protocol }, [...path, 'ports', index, 'protocol']);
  }
}

/** Unknown protocols have been reported. */
function tellsHostsApart(protocol: string): boolean {
  return isHttp(protocol) || isTls(protocol) || (protocol !== '' && !isKnownProtocol(protocol));
}
