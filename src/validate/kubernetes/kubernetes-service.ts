import type { Path } from '../../path.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
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
  message: ({ port }: { port: string }) => `port ${port} has no name, so Istio does not know its protocol`,
  hint: 'Name it after its protocol, such as `http` or `grpc-api`, or set `appProtocol`.',
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

/** Namespaces whose Services Istio itself looks after. */
const ownNamespace = 'istio-system';

/** What Istio asks of a Service of Kubernetes: ports that tell their protocol. */
export const checkKubernetesService: Check<Json> = (spec, { report, namespace }) => {
  if (namespace === ownNamespace) return;
  if (!isObject(spec)) {
    report(shape, ['spec'], { expected: 'an object' });
    return;
  }
  const ports = spec['ports'] ?? [];
  if (!Array.isArray(ports)) {
    report(shape, ['spec', 'ports'], { expected: 'a list' });
    return;
  }
  for (const [index, port] of ports.entries()) checkPort(port, ['spec', 'ports', index], report);
};

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkPort(port: Json, path: Path, report: Report): void {
  if (!isObject(port)) {
    report(shape, path, { expected: 'an object' });
    return;
  }
  const wrong = (['name', 'protocol', 'appProtocol'] as const).filter(
    (field) => !isTextOrAbsent(port[field]),
  );
  for (const field of wrong) report(shape, [...path, field], { expected: 'text' });
  if (wrong.length > 0 || port['protocol'] === 'UDP') return;
  checkProtocol(textOf(port['name']), textOf(port['appProtocol']), String(port['port'] ?? '?'), path, report);
}

const isTextOrAbsent = (value: Json | undefined): boolean =>
  value === undefined || value === null || typeof value === 'string';

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function checkProtocol(name: string, protocol: string, port: string, path: Path, report: Report): void {
  if (protocol !== '') {
    if (!isKnownProtocol(protocol)) report(appProtocol, path, { value: protocol }, [...path, 'appProtocol']);
  } else if (name === '') {
    report(unnamed, path, { port });
  } else if (!isKnownProtocol(protocolOfName(name))) {
    report(portName, path, { name }, [...path, 'name']);
  }
}

/** `grpc-web-ui` tells `grpc-web`, `http-api` tells `http`. */
const protocolOfName = (name: string): string =>
  name.toLowerCase().startsWith('grpc-web') ? 'grpc-web' : (name.split('-', 1)[0] ?? '');
