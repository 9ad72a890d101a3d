import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { Path } from '../../path.ts';
import { errorRule, type Check, type Report, type RuleInfo } from '../rule.ts';
import { isKnownProtocol } from '../values/protocols.ts';

const shape = errorRule({
  slug: 'service/shape',
  code: 'MSH0003',
  summary: 'The ports of a Service have the shape Kubernetes asks for.',
  message: ({ expected }: { expected: string }) => `expected ${expected}`,
});

const unnamed = errorRule({
  slug: 'service/port-unnamed',
  code: 'IST0118',
  summary: 'Every port of a Service has a name or an `appProtocol`, so that Istio knows its protocol.',
  message: ({ port }: { port: string; suggested?: string }) =>
    `port ${port} has no name, so Istio does not know its protocol`,
  hint: 'Name it after its protocol, such as `http` or `grpc-api`, or set `appProtocol`.',
  repair: ({ suggested }, path) =>
    suggested === undefined
      ? undefined
      : {
          description: `name the port \`${suggested}\``,
          steps: [{ op: 'add', path, key: 'name', value: suggested }],
        },
});

const portName = errorRule({
  slug: 'service/port-name',
  code: 'IST0118',
  summary: 'The name of a port of a Service begins with its protocol.',
  message: ({ name }: { name: string }) =>
    `port name ${JSON.stringify(name)} does not begin with a protocol Istio knows`,
  hint: 'Use `<protocol>` or `<protocol>-<suffix>` with tcp, udp, http, http2, https, grpc, grpc-web, tls, mongo, redis or mysql, or set `appProtocol`.',
});

const appProtocol = errorRule({
  slug: 'service/app-protocol',
  code: 'IST0118',
  summary: 'An `appProtocol` is a protocol Istio knows.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not a protocol Istio knows`,
  hint: 'Use tcp, udp, http, http2, https, grpc, grpc-web, tls, mongo, redis or mysql.',
});

export const kubernetesServiceRules: readonly RuleInfo[] = [shape, unnamed, portName, appProtocol];

/** What Istio asks of a Service of Kubernetes: ports that tell their protocol. */
export const checkKubernetesService: Check<Json> = (spec, { report, namespace }) => {
  if (namespace === ownNamespace) return;
  if (!isObject(spec)) {
    report(shape, ['spec'], { expected: 'an object' });
    return;
  }
  const { ports = [] } = spec;
  if (!Array.isArray(ports)) {
    report(shape, ['spec', 'ports'], { expected: 'a list' });
    return;
  }
  const taken = ports.flatMap((port) => (isObject(port) && typeof port.name === 'string' ? [port.name] : []));
  for (const [index, port] of ports.entries())
    checkPort(port, ['spec', 'ports', index], new Set(taken), report);
};

/** Istio looks after its own Services itself. */
const ownNamespace = 'istio-system';

/** Looks at what decides about the protocol, and no further: `protocol`, then `appProtocol`, then the name. */
function checkPort(port: Json, path: Path, taken: ReadonlySet<string>, report: Report): void {
  if (!isObject(port)) {
    report(shape, path, { expected: 'an object' });
    return;
  }
  const transport = textOf(port, 'protocol', path, report);
  if (transport === undefined || transport?.toLowerCase() === 'udp') return;
  const protocol = textOf(port, 'appProtocol', path, report);
  if (protocol === null) checkName(port, path, taken, report);
  else if (protocol !== undefined && !isKnownProtocol(protocol))
    report(appProtocol, path, { value: protocol }, [...path, 'appProtocol']);
}

function checkName(port: JsonObject, path: Path, taken: ReadonlySet<string>, report: Report): void {
  const name = textOf(port, 'name', path, report);
  if (name === null) report(unnamed, path, { port: numberOf(port), ...nameFor(port, taken) });
  else if (name !== undefined && !isKnownProtocol(name.split('-', 1)[0] ?? ''))
    report(portName, path, { name }, [...path, 'name']);
}

/** A name for a port whose number leaves no doubt about its protocol, unless another port has that name. */
function nameFor({ port, name }: JsonObject, taken: ReadonlySet<string>): { suggested?: string } {
  const suggested = typeof port === 'number' && name === undefined ? wellKnown.get(port) : undefined;
  return suggested === undefined || taken.has(suggested) ? {} : { suggested };
}

/** Names for ports. Istio itself takes connections to the last four for TCP. */
const wellKnown = new Map([
  [80, 'http'],
  [8080, 'http-8080'],
  [443, 'https'],
  [8443, 'https-8443'],
  [25, 'tcp-smtp'],
  [53, 'tcp-dns'],
  [3306, 'tcp-mysql'],
  [27017, 'tcp-mongo'],
]);

/** A field that should be text: null when it is absent, undefined when it is something else, which is reported. */
function textOf(port: JsonObject, field: string, path: Path, report: Report): string | null | undefined {
  const value = port[field] ?? null;
  if (value === null || typeof value === 'string') return value;
  report(shape, [...path, field], { expected: 'text' });
  return undefined;
}

const numberOf = ({ port }: JsonObject): string => (typeof port === 'number' ? String(port) : '?');
