import type { Workload } from '../analyze/index.ts';
import { given } from '../given.ts';
import { isObject, objectsIn, type Json } from '../json.ts';
import type { ContainerView, Note } from './description.ts';

/** The containers of a workload; none for a VM. */
export function containersOf({ pod = {}, object }: Workload): readonly ContainerView[] {
  const states = object.kind === 'Pod' ? readiness(object.resource.value.status) : new Map<string, boolean>();
  const views = (init: boolean): readonly ContainerView[] =>
    ((init ? pod.initContainers : pod.containers) ?? []).map(({ name = '', image = '', ports = [] }) => ({
      ...{ name, init, image },
      ports: ports.map(({ containerPort = 0, name: port = '', protocol = 'TCP' }) => ({
        ...{ number: containerPort, name: port, protocol },
      })),
      ...given({ ready: states.get(name) }),
    }));
  return [...views(true), ...views(false)];
}

/** Whether a Pod is ready, as its status says; undefined for what is no live Pod. */
export function isReady({ object }: Workload): boolean | undefined {
  const { status } = object.resource.value;
  if (object.kind !== 'Pod' || !isObject(status)) return undefined;
  const conditions = objectsIn(status.conditions);
  const ready = conditions.find(({ type }) => type === 'Ready');
  return ready === undefined ? undefined : ready.status === 'True';
}

/** What is odd about the Pod itself. */
export function podNotes(workload: Workload): readonly Note[] {
  return [...rootNotes(workload), ...userNotes(workload), ...readyNotes(workload), ...labelNotes(workload)];
}

function readiness(status: Json | undefined): ReadonlyMap<string, boolean> {
  if (!isObject(status)) return new Map();
  const states = [...objectsIn(status.containerStatuses), ...objectsIn(status.initContainerStatuses)];
  return new Map(
    states.flatMap(({ name, ready }) => (typeof name === 'string' ? [[name, ready === true]] : [])),
  );
}

function rootNotes({ pod }: Workload): readonly Note[] {
  return pod?.hostNetwork === true
    ? [warning('it uses the network of its node: no sidecar is injected, and no traffic is redirected')]
    : [];
}

/** The UID of the proxy: what runs with it passes by the proxy. */
const proxyUser = 1337;

function userNotes({ pod = {} }: Workload): readonly Note[] {
  const own = (pod.containers ?? []).filter(({ name }) => name !== 'istio-proxy');
  const users = own.filter(
    ({ securityContext }) => (securityContext?.runAsUser ?? pod.securityContext?.runAsUser) === proxyUser,
  );
  return users.map(({ name = '' }) =>
    warning(
      `the container ${name} runs as user ${proxyUser}, which is the proxy's: its traffic passes by the proxy`,
    ),
  );
}

function readyNotes(workload: Workload): readonly Note[] {
  if (isReady(workload) !== false) return [];
  const waiting = containersOf(workload).filter(({ ready }) => ready === false);
  const which = waiting.length === 0 ? '' : ` (${waiting.map(({ name }) => name).join(', ')})`;
  return [warning(`it is not ready${which}: no requests are sent to it`)];
}

const names = ['app', 'app.kubernetes.io/name', 'service.istio.io/canonical-name'];
const versions = ['version', 'app.kubernetes.io/version', 'service.istio.io/canonical-revision'];

function labelNotes({ labels }: Workload): readonly Note[] {
  const lacks = (known: readonly string[]): boolean => known.every((name) => (labels[name] ?? '') === '');
  const say = (label: string): Note => ({
    level: 'advice',
    message: `add the label \`${label}\`, by which telemetry and consoles tell workloads apart`,
  });
  return [...(lacks(names) ? [say('app')] : []), ...(lacks(versions) ? [say('version')] : [])];
}

const warning = (message: string): Note => ({ level: 'warning', message });
