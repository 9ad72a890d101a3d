import type { Static } from 'typebox';
import type { IstioEgressListener } from '../api/sidecar.ts';
import type { Path } from '../path.ts';
import { checkEgressHost } from './gateway-hosts.ts';
import { checkNoTargetPort, unixNonzero } from './listener.ts';
import type { Loose } from './loose.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from './rule.ts';
import { checkIpAddress, checkUnixAddress, isUnixAddress } from './values/addresses.ts';
import { checkPort, checkPortName, checkProtocol } from './values/ports.ts';

type Listener = Loose<Static<typeof IstioEgressListener>>;

const hostsRequired = errorRule({
  slug: 'sidecar/egress-hosts-required',
  summary: 'An egress listener has a host.',
  message: () => 'the egress listener has no hosts',
  hint: 'Use `*/*` for the hosts of every namespace, `./*` for those of the own one, `~/*` for none.',
});

const catchAllOrder = errorRule({
  slug: 'sidecar/catch-all-order',
  summary: 'Only the last egress listener has no port.',
  message: () => 'an egress listener without port takes the traffic of all ports, so it must be the last one',
  hint: 'Give it a port, or move it to the end and have no other without port.',
});

const portDuplicate = errorRule({
  slug: 'sidecar/egress-port-duplicate',
  summary: 'The egress listeners of a sidecar have different ports.',
  message: ({ port }: { port: number }) => `another egress listener has port ${port} too`,
});

const unixDuplicate = errorRule({
  slug: 'sidecar/unix-duplicate',
  summary: 'The egress listeners of a sidecar have different unix sockets.',
  message: ({ bind }: { bind: string }) => `another egress listener is bound to ${JSON.stringify(bind)} too`,
});

const zeroNeedsUnix = errorRule({
  slug: 'sidecar/port-zero-needs-unix',
  summary: 'Only listeners on unix sockets have port number 0.',
  message: () => 'a listener without a port number needs a unix socket to listen on',
  hint: 'Give a port from 1 to 65535, or bind a unix socket with `bind: unix:///...`.',
});

const unixCaptureMode = errorRule({
  slug: 'sidecar/unix-capture-mode',
  summary: 'The capture mode of a listener on a unix socket is DEFAULT or NONE.',
  message: ({ mode }: { mode: string | number }) =>
    `traffic to a unix socket is not captured, so capture mode ${mode} does not fit`,
});

const duplicateHost = warningRule({
  slug: 'sidecar/duplicate-egress-host',
  summary: 'Each host of an egress listener is listed once.',
  message: ({ host }: { host: string }) => `${JSON.stringify(host)} repeats or includes a host listed before`,
});

const starStar = warningRule({
  slug: 'sidecar/star-star',
  summary: 'Beside `*/*`, an egress listener names no other hosts.',
  message: () => '`*/*` stands for every host, so the other hosts have no effect',
});

export const sidecarEgressRules: readonly RuleInfo[] = [
  ...[hostsRequired, catchAllOrder, portDuplicate, unixDuplicate],
  ...[zeroNeedsUnix, unixCaptureMode, duplicateHost, starStar],
];

/** Checks the egress listeners of a sidecar in `namespace`. */
export function checkEgress(
  listeners: readonly Listener[],
  namespace: string,
  path: Path,
  report: Report,
): void {
  checkUnique(listeners, path, report);
  for (const [index, listener] of listeners.entries()) {
    const { port, hosts = [] } = listener;
    const place = [...path, index];
    if (port !== undefined) checkListenerPort(listener, port, place, report);
    else if (index < listeners.length - 1) report(catchAllOrder, path, {}, place);
    if (hosts.length === 0) report(hostsRequired, [...place, 'hosts'], {});
    for (const [at, host] of hosts.entries()) checkEgressHost(host, [...place, 'hosts', at], report);
    checkRepeatedHosts(hosts, namespace, [...place, 'hosts'], report);
  }
}

function checkUnique(listeners: readonly Listener[], path: Path, report: Report): void {
  const ports = new Set<number>();
  const sockets = new Set<string>();
  for (const [index, { port, bind = '' }] of listeners.entries()) {
    if (port === undefined) continue;
    const { number = 0 } = port;
    if (number !== 0) {
      if (ports.has(number)) report(portDuplicate, [...path, index, 'port', 'number'], { port: number });
      ports.add(number);
    } else {
      if (sockets.has(bind) && isUnixAddress(bind)) report(unixDuplicate, [...path, index, 'bind'], { bind });
      sockets.add(bind);
    }
  }
}

function checkListenerPort(
  listener: Listener,
  port: NonNullable<Listener['port']>,
  path: Path,
  report: Report,
): void {
  const { number = 0, name = '', protocol = '' } = port;
  checkNoTargetPort(port, [...path, 'port'], report);
  if (name !== '') checkPortName(name, [...path, 'port', 'name'], report);
  if (protocol !== '') checkProtocol(protocol, [...path, 'port', 'protocol'], report);
  if (number === 0) {
    checkUnixListener(listener, path, report);
    return;
  }
  const { bind = '' } = listener;
  if (isUnixAddress(bind)) {
    report(unixNonzero, path, { port: number }, [...path, 'bind']);
    return;
  }
  checkPort(number, [...path, 'port', 'number'], report);
  if (bind !== '') checkIpAddress(bind, [...path, 'bind'], report);
}

function checkUnixListener(listener: Listener, path: Path, report: Report): void {
  const { bind = '', captureMode: mode = 'DEFAULT' } = listener;
  if (!isUnixAddress(bind)) {
    report(zeroNeedsUnix, path, {}, [...path, bind === '' ? 'port' : 'bind']);
    return;
  }
  checkUnixAddress(bind, [...path, 'bind'], report);
  if (mode !== 'DEFAULT' && mode !== 'NONE')
    report(unixCaptureMode, path, { mode }, [...path, 'captureMode']);
}

/** Hosts that start with `~` are excluded, so they neither repeat nor are repeated. */
function checkRepeatedHosts(hosts: readonly string[], namespace: string, path: Path, report: Report): void {
  const seen = new Map<string, Set<string>>();
  for (const [index, host] of hosts.entries()) {
    const slash = host.indexOf('/');
    if (slash === -1 || host.startsWith('~')) continue;
    const owner = host.slice(0, slash) === '.' ? namespace : host.slice(0, slash);
    const name = host.slice(slash + 1);
    const names = seen.get(owner) ?? new Set();
    if (isRepeated(name, names)) report(duplicateHost, [...path, index], { host });
    seen.set(owner, names.add(name));
  }
  if (seen.size > 1 && seen.get('*')?.has('*') === true) report(starStar, path, {});
}

const isRepeated = (name: string, names: ReadonlySet<string>): boolean =>
  name === '*' ? names.size > 0 : names.has(name) || names.has('*');
