import type { Static } from 'typebox';
import type { IstioIngressListener } from '../api/sidecar.ts';
import type { Path } from '../path.ts';
import { checkConnectionPool } from './connection-pool.ts';
import { checkNoTargetPort, protocolMismatch } from './listener.ts';
import type { Loose } from './loose.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from './rule.ts';
import { checkServerTls } from './server-tls.ts';
import { checkIpAddress, checkUnixAddress, isUnixAddress } from './values/addresses.ts';
import { checkPort, checkPortName, checkProtocol, isPort } from './values/ports.ts';
import { isHttp, isKnownProtocol, isTls } from './values/protocols.ts';

type Listener = Loose<Static<typeof IstioIngressListener>>;
type Tls = NonNullable<Listener['tls']>;

const portRequired = errorRule({
  slug: 'sidecar/ingress-port-required',
  summary: 'An ingress listener has a port.',
  message: () => 'the ingress listener has no port',
});

const portDuplicate = errorRule({
  slug: 'sidecar/ingress-port-duplicate',
  summary: 'The ingress listeners of a sidecar have different ports.',
  message: ({ port }: { port: number }) => `another ingress listener has port ${port} too`,
});

const defaultEndpoint = errorRule({
  slug: 'sidecar/default-endpoint',
  summary: 'Inbound traffic goes to a port of the own host or to a unix socket.',
  message: ({ endpoint }: { endpoint: string }) =>
    `${JSON.stringify(endpoint)} is not a port of this host and not a unix socket`,
  hint: 'Use 127.0.0.1:<port>, 0.0.0.0:<port>, [::1]:<port>, [::]:<port>, :<port> or unix:///<path>.',
});

const tlsUnsupported = errorRule({
  slug: 'sidecar/tls-unsupported',
  summary: 'Ingress listeners have only those TLS settings that sidecars can use.',
  message: ({ field, value }: { field: string; value: string }) =>
    field === 'mode' ? `a sidecar cannot end TLS with mode ${value}` : `a sidecar does not know \`${field}\``,
  hint: 'Name certificate files with mode SIMPLE, MUTUAL or OPTIONAL_MUTUAL.',
});

const httpPool = warningRule({
  slug: 'sidecar/http-pool-non-http',
  summary: 'Only listeners with HTTP have HTTP connection limits.',
  message: ({ protocol }: { protocol: string }) =>
    `the HTTP limits do nothing for ${protocol === '' ? 'a port without protocol' : `protocol ${protocol}`}`,
});

export const sidecarIngressRules: readonly RuleInfo[] = [
  ...[portRequired, portDuplicate, defaultEndpoint, tlsUnsupported, httpPool],
];

/** Checks the ingress listeners of a sidecar. */
export function checkIngress(listeners: readonly Listener[], path: Path, report: Report): void {
  const ports = new Set<number>();
  for (const [index, listener] of listeners.entries()) {
    const place = [...path, index];
    checkListener(listener, place, report);
    const { number = 0 } = listener.port ?? {};
    if (isPort(number) && ports.has(number))
      report(portDuplicate, [...place, 'port', 'number'], { port: number });
    ports.add(number);
  }
}

function checkListener(listener: Listener, path: Path, report: Report): void {
  const { port, bind = '', defaultEndpoint: endpoint = '', tls, connectionPool } = listener;
  if (port === undefined) {
    report(portRequired, [...path, 'port'], {});
    return;
  }
  const { protocol = '' } = port;
  checkListenerPort(port, [...path, 'port'], report);
  if (bind !== '') checkIpAddress(bind, [...path, 'bind'], report);
  if (endpoint !== '') checkDefaultEndpoint(endpoint, [...path, 'defaultEndpoint'], report);
  if (tls !== undefined) checkTls(tls, protocol, path, report);
  if (connectionPool !== undefined) checkPool(connectionPool, protocol, path, report);
}

function checkPool(
  pool: NonNullable<Listener['connectionPool']>,
  protocol: string,
  path: Path,
  report: Report,
): void {
  checkConnectionPool(pool, [...path, 'connectionPool'], report);
  if (pool.http !== undefined && !isHttp(protocol))
    report(httpPool, path, { protocol }, [...path, 'connectionPool', 'http']);
}

function checkListenerPort(port: NonNullable<Listener['port']>, path: Path, report: Report): void {
  const { number = 0, name = '', protocol = '' } = port;
  checkNoTargetPort(port, path, report);
  checkPort(number, [...path, 'number'], report);
  if (name !== '') checkPortName(name, [...path, 'name'], report);
  if (protocol !== '') checkProtocol(protocol, [...path, 'protocol'], report);
}

const ownHost = /^(?:127\.0\.0\.1|0\.0\.0\.0|\[(?:127\.0\.0\.1|0\.0\.0\.0|::1?)?\])?:(\+?\d+)$/;

function checkDefaultEndpoint(endpoint: string, path: Path, report: Report): void {
  if (isUnixAddress(endpoint)) {
    checkUnixAddress(endpoint, path, report);
    return;
  }
  const [, port] = ownHost.exec(endpoint) ?? [];
  if (port === undefined || !isPort(Number(port))) report(defaultEndpoint, path, { endpoint });
}

function checkTls(tls: Tls, protocol: string, path: Path, report: Report): void {
  const place = [...path, 'tls'];
  for (const field of unsupportedFields(tls)) report(tlsUnsupported, [...place, field], { field, value: '' });
  const { mode = 'PASSTHROUGH' } = tls;
  if (mode === 'ISTIO_MUTUAL' || mode === 'AUTO_PASSTHROUGH')
    report(tlsUnsupported, [...place, 'mode'], { field: 'mode', value: mode });
  if (!isTls(protocol) && (protocol === '' || isKnownProtocol(protocol)))
    report(protocolMismatch, path, { protocol, given: true }, place);
  checkServerTls(tls, place, report);
}

function unsupportedFields(tls: Tls): string[] {
  const { subjectAltNames = [], credentialName = '', credentialNames = [], tlsCertificates = [] } = tls;
  const set = {
    subjectAltNames: subjectAltNames.length > 0,
    httpsRedirect: tls.httpsRedirect === true,
    credentialName: credentialName !== '',
    credentialNames: credentialNames.length > 0,
    tlsCertificates: tlsCertificates.length > 0,
  };
  return Object.entries(set).flatMap(([field, given]) => (given ? [field] : []));
}
