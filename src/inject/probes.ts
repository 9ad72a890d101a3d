import { isObject, objectsIn, plainText, type Json, type JsonObject } from '../json.ts';
import {
  annotationsOf,
  containersOf,
  findContainer,
  proxyContainer,
  withContainer,
  withContainers,
  type Pod,
} from './pod.ts';

const variable = 'ISTIO_KUBE_APP_PROBERS';

interface Handler {
  readonly holder: JsonObject;
  readonly key: string;
  readonly path: string;
}

/** Where a container can be asked something from outside, and the address at which the agent asks in its stead. */
function handlersOf(container: JsonObject): readonly Handler[] {
  const name = plainText(container.name);
  const lifecycle = isObject(container.lifecycle) ? container.lifecycle : {};
  return [
    { holder: container, key: 'readinessProbe', path: `/app-health/${name}/readyz` },
    { holder: container, key: 'livenessProbe', path: `/app-health/${name}/livez` },
    { holder: container, key: 'startupProbe', path: `/app-health/${name}/startupz` },
    { holder: lifecycle, key: 'preStop', path: `/app-lifecycle/${name}/prestopz` },
    { holder: lifecycle, key: 'postStart', path: `/app-lifecycle/${name}/poststartz` },
  ];
}

/** Leads the probes of the application to the agent, which need not pass the proxy to ask it. */
export function rewriteProbes(
  pod: Pod,
  meshPort: number,
  { wasInjected }: { readonly wasInjected: boolean },
): Pod {
  if (findContainer(pod, proxyContainer) === undefined) return pod;
  const known = withProbers(pod, probersOf(pod, meshPort), wasInjected);
  const port = portOf(annotationsOf(pod)['status.sidecar.istio.io/port'], meshPort);
  return (['containers', 'initContainers'] as const).reduce((changed, list) => {
    const containers = containersOf(changed, list);
    const rewritten = containers.map((container) =>
      container.name === proxyContainer ? container : rewrittenContainer(container, port),
    );
    return containers.length === 0 ? changed : withContainers(changed, list, rewritten);
  }, known);
}

const portOf = (text: string | undefined, fallback: number): number =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : fallback;

function probersOf(pod: Pod, meshPort: number): JsonObject {
  const found: JsonObject = {};
  for (const container of [...containersOf(pod, 'initContainers'), ...containersOf(pod, 'containers')]) {
    if (container.name === proxyContainer) continue;
    for (const { holder, key, path } of handlersOf(container)) {
      const prober = proberOf(holder[key], container, meshPort);
      if (prober !== undefined) found[path] = prober;
    }
  }
  return found;
}

/** What the agent has to ask; undefined when there is nothing, or when the agent is asked already. */
function proberOf(value: Json | undefined, container: JsonObject, meshPort: number): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const action = actionOf(value, container);
  if (action === undefined || action.port === meshPort) return undefined;
  const { timeoutSeconds } = value;
  const isTimed = typeof timeoutSeconds === 'number' && timeoutSeconds !== 0;
  return { [action.kind]: action.ask, ...(isTimed && { timeoutSeconds }) };
}

interface Action {
  readonly kind: string;
  readonly ask: JsonObject;
  readonly port: Json;
}

function actionOf({ httpGet, tcpSocket, grpc }: JsonObject, container: JsonObject): Action | undefined {
  if (isObject(grpc)) return { kind: 'grpc', ask: { ...grpc, service: grpc.service ?? null }, port: null };
  const kind = isObject(httpGet) ? 'httpGet' : 'tcpSocket';
  const ask = isObject(httpGet) ? httpGet : tcpSocket;
  if (!isObject(ask)) return undefined;
  const port = typeof ask.port === 'string' ? namedPort(container, ask.port) : ask.port;
  return port === undefined ? undefined : { kind, ask: { ...ask, port }, port };
}

function namedPort({ ports }: JsonObject, name: string): Json | undefined {
  if (/^\d+$/.test(name)) return Number(name);
  return objectsIn(ports).find((port) => port.name === name)?.containerPort;
}

function withProbers(pod: Pod, probers: JsonObject, wasInjected: boolean): Pod {
  if (Object.keys(probers).length === 0) return pod;
  return withContainer(pod, proxyContainer, (container) => {
    const env = objectsIn(container.env);
    const before = wasInjected ? env.find(({ name }) => name === variable) : undefined;
    const value = JSON.stringify(sorted({ ...probers, ...probersIn(before?.value) }));
    return {
      ...container,
      env:
        before === undefined
          ? [...env, { name: variable, value }]
          : env.map((item) => (item === before ? { name: variable, value } : item)),
    };
  });
}

function probersIn(text: Json | undefined): JsonObject {
  try {
    const value = JSON.parse(plainText(text)) as Json;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const sorted = (map: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));

function rewrittenContainer(container: JsonObject, port: number): JsonObject {
  const changed = { ...container };
  const lifecycle = isObject(container.lifecycle) ? { ...container.lifecycle } : undefined;
  for (const { key, path, holder } of handlersOf(container)) {
    const rewritten = rewrittenHandler(holder[key], path, port);
    if (rewritten === undefined) continue;
    if (holder === container) changed[key] = rewritten;
    else if (lifecycle !== undefined) lifecycle[key] = rewritten;
  }
  return lifecycle === undefined ? changed : { ...changed, lifecycle };
}

function rewrittenHandler(value: Json | undefined, path: string, port: number): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const { httpGet, tcpSocket, grpc, ...rest } = value;
  if (isObject(httpGet)) {
    const { scheme, ...kept } = httpGet;
    const plain = scheme === undefined ? {} : { scheme: scheme === 'HTTPS' ? 'HTTP' : scheme };
    return { ...rest, httpGet: { ...kept, path, port, ...plain } };
  }
  return isObject(tcpSocket) || isObject(grpc) ? { ...rest, httpGet: { path, port } } : undefined;
}
