import type { Static } from 'typebox';
import type { GatewaySpec, Server as ServerSchema } from '../api/gateway.ts';
import type { Path } from '../path.ts';
import { checkGatewayHost } from './gateway-hosts.ts';
import { checkNoTargetPort, protocolMismatch, unixNonzero } from './listener.ts';
import type { Loose } from './loose.ts';
import { errorRule, warningRule, type Check, type Report, type RuleInfo } from './rule.ts';
import { checkServerTls } from './server-tls.ts';
import { checkIpAddress, checkUnixAddress, isIpAddress, isUnixAddress } from './values/addresses.ts';
import { isDnsLabel } from './values/hosts.ts';
import { checkPort, checkProtocol } from './values/ports.ts';
import { isHttp, isKnownProtocol, isTls } from './values/protocols.ts';

type Spec = Loose<Static<typeof GatewaySpec>>;
type Server = Loose<Static<typeof ServerSchema>>;
type Port = NonNullable<Server['port']>;

const gatewayName = errorRule({
  slug: 'gateway/name',
  summary: 'The name of a gateway is a DNS label, so it has no dots.',
  message: ({ name }: { name: string }) => `${JSON.stringify(name)} cannot be the name of a gateway`,
  hint: 'At most 63 letters, digits and inner hyphens.',
});

const serversRequired = errorRule({
  slug: 'gateway/servers-required',
  summary: 'A gateway has a server.',
  message: () => 'the gateway has no servers',
});

const hostsRequired = errorRule({
  slug: 'gateway/hosts-required',
  summary: 'A server has a host.',
  message: () => 'the server has no hosts',
  hint: 'Use `hosts: ["*"]` for any host.',
});

const portRequired = errorRule({
  slug: 'gateway/port-required',
  summary: 'A server has a port.',
  message: () => 'the server has no port',
});

const portNameRequired = errorRule({
  slug: 'port/name-required',
  summary: 'A port of a gateway has a name.',
  message: () => 'the port has no name',
});

const portNameDuplicate = errorRule({
  slug: 'gateway/port-name-duplicate',
  summary: 'The ports of a gateway have different names.',
  message: ({ name }: { name: string }) => `another server has a port called ${JSON.stringify(name)}`,
});

const zeroNeedsUnix = errorRule({
  slug: 'gateway/port-zero-needs-unix',
  summary: 'Only listeners on unix sockets have port number 0.',
  message: ({ given }: { given: boolean }) =>
    given ? 'the port number is 0, which is for unix sockets' : 'the port has no number',
  hint: 'Give a port from 1 to 65535, or bind a unix socket with `bind: unix:///...`.',
});

const redirectNonHttp = warningRule({
  slug: 'gateway/redirect-non-http',
  summary: 'Only HTTP servers redirect to HTTPS.',
  message: ({ protocol }: { protocol: string }) => `\`httpsRedirect\` does nothing for protocol ${protocol}`,
});

export const gatewayRules: readonly RuleInfo[] = [
  ...[gatewayName, serversRequired, hostsRequired, portRequired, portNameRequired, portNameDuplicate],
  ...[zeroNeedsUnix, redirectNonHttp],
];

/** Marks what Istio made from a Gateway of Gateway API: there names can have dots, and `~` is a namespace. */
const semantics = 'internal.istio.io/gateway-semantics';

/** The rules of Istio for a Gateway. */
export const checkGateway: Check<Spec> = ({ servers = [] }, { name, annotations, report }) => {
  const converted = annotations[semantics] === 'gateway';
  if (!converted && !isDnsLabel(name)) report(gatewayName, ['metadata', 'name'], { name });
  if (servers.length === 0) report(serversRequired, ['spec', 'servers'], {});
  for (const [index, server] of servers.entries()) {
    const path = ['spec', 'servers', index];
    checkHosts(server.hosts ?? [], converted, [...path, 'hosts'], report);
    checkServer(server, path, report);
  }
  checkPortNames(servers, ['spec', 'servers'], report);
};

function checkPortNames(servers: readonly Server[], path: Path, report: Report): void {
  const names = new Set<string>();
  for (const [index, { port }] of servers.entries()) {
    const name = port?.name ?? '';
    if (name !== '' && names.has(name)) report(portNameDuplicate, [...path, index, 'port', 'name'], { name });
    names.add(name);
  }
}

function checkHosts(hosts: readonly string[], converted: boolean, path: Path, report: Report): void {
  if (hosts.length === 0) report(hostsRequired, path, {});
  for (const [index, host] of hosts.entries()) checkGatewayHost(host, [...path, index], report, converted);
}

function checkServer(server: Server, path: Path, report: Report): void {
  const { port, bind = '', tls } = server;
  if (isUnixAddress(bind)) checkUnixAddress(bind, [...path, 'bind'], report);
  else if (bind !== '') checkIpAddress(bind, [...path, 'bind'], report);
  if (tls !== undefined) checkServerTls(tls, [...path, 'tls'], report);
  if (port === undefined) {
    report(portRequired, [...path, 'port'], {});
    return;
  }
  checkServerPort(port, [...path, 'port'], report);
  checkPortAndBind(port.number, bind, path, report);
  checkProtocolAndTls(port.protocol ?? '', tls, path, report);
}

function checkServerPort(port: Port, path: Path, report: Report): void {
  checkProtocol(port.protocol ?? '', [...path, 'protocol'], report);
  checkNoTargetPort(port, path, report);
  if ((port.name ?? '') === '') report(portNameRequired, [...path, 'name'], {});
}

function checkPortAndBind(number: number | undefined, bind: string, path: Path, report: Report): void {
  const place = [...path, 'port', 'number'];
  if (isUnixAddress(bind)) {
    if (number !== undefined && number !== 0) report(unixNonzero, path, { port: number }, place);
  } else if (number === undefined) {
    report(zeroNeedsUnix, place, { given: false });
  } else if (number !== 0) {
    checkPort(number, place, report);
  } else if (bind === '' || isIpAddress(bind)) {
    report(zeroNeedsUnix, path, { given: true }, place);
  }
}

function checkProtocolAndTls(protocol: string, tls: Server['tls'], path: Path, report: Report): void {
  if (tls?.httpsRedirect === true && !isHttp(protocol))
    report(redirectNonHttp, path, { protocol }, [...path, 'tls', 'httpsRedirect']);
  if (!isKnownProtocol(protocol) || isTls(protocol) === (tls !== undefined)) return;
  if (tls === undefined)
    report(protocolMismatch, path, { protocol, given: false }, [...path, 'port', 'protocol']);
  else if (!isHttp(protocol) || !isPlain(tls))
    report(protocolMismatch, path, { protocol, given: true }, [...path, 'tls']);
}

/** Settings that a server without TLS can have, since they only redirect. */
function isPlain(tls: NonNullable<Server['tls']>): boolean {
  const { mode = 'PASSTHROUGH', serverCertificate = '', privateKey = '', caCertificates = '' } = tls;
  if (mode !== 'PASSTHROUGH' && mode !== 'AUTO_PASSTHROUGH') return false;
  return serverCertificate === '' && privateKey === '' && caCertificates === '';
}
