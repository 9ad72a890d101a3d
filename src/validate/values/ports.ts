import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { isDnsLabel } from './hosts.ts';
import { isKnownProtocol } from './protocols.ts';

const portRange = errorRule({
  slug: 'port/range',
  summary: 'A port lies between 1 and 65535.',
  message: ({ port }: { port: number }) => `port ${port} is not between 1 and 65535`,
});

const portName = errorRule({
  slug: 'port/name',
  summary: 'The name of a port is a DNS label.',
  message: ({ name }: { name: string }) =>
    name === '' ? 'the port has no name' : `port name ${JSON.stringify(name)} is not a DNS label`,
  hint: 'At most 63 letters, digits and inner hyphens, such as `http-web`.',
});

const portProtocol = errorRule({
  slug: 'port/protocol',
  summary: 'The protocol of a port is one that Istio knows.',
  message: ({ protocol }: { protocol: string }) =>
    protocol === '' ? 'the port has no protocol' : `protocol ${JSON.stringify(protocol)} is unknown`,
  hint: 'Known protocols: HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, HTTP_PROXY, TLS, TCP, UDP, MONGO, REDIS, MYSQL.',
});

export const portRules: readonly RuleInfo[] = [portRange, portName, portProtocol];

export const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65535;

/** Reports a port outside 1 to 65535. */
export function checkPort(port: number, path: Path, report: Report): void {
  if (!isPort(port)) report(portRange, path, { port });
}

/** Reports a port name that is not a DNS label; the empty name is none. */
export function checkPortName(name: string, path: Path, report: Report): void {
  if (!isDnsLabel(name)) report(portName, path, { name });
}

/** Reports a protocol that Istio does not know, the empty one included; letters of either case are alike. */
export function checkProtocol(protocol: string, path: Path, report: Report): void {
  if (!isKnownProtocol(protocol)) report(portProtocol, path, { protocol });
}
