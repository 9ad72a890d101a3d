import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { annotationOf, labelOf } from '../../../label-of.ts';
import type { ProxyStatus } from '../../../proxy/status/index.ts';
import { isPodReady } from '../owned-pods.ts';
import type { HealthProblem } from './health-problem.ts';

/** What a Pod is judged by besides itself. */
export interface PodFacts {
  readonly revision: string;
  /** What the istiods of the control plane say of those who are connected to it, by `pod.namespace`. */
  readonly proxies: ReadonlyMap<string, ProxyStatus>;
  /** How often its containers had restarted before, by the uid of the Pod and the name of the container. */
  readonly restarts: ReadonlyMap<string, number>;
  readonly maxRestarts: number;
}

/** What is wrong with a Pod that has moved to a control plane. */
export function podProblems(pod: JsonObject, facts: PodFacts): readonly HealthProblem[] {
  const { namespace = '', name } = keyOf(pod);
  const called = `Pod ${namespace}/${name}`;
  const restarted = restartProblems(pod, called, facts);
  if (!hasProxy(pod)) return isLeftAlone(pod) ? restarted : [...restarted, passing(`${called} has no proxy`)];
  if (!isPodReady(pod)) return [...restarted, passing(`${called} is not ready`)];
  const proxy = facts.proxies.get(`${name}.${namespace}`);
  if (proxy === undefined)
    return [...restarted, passing(`the proxy of ${called} is not connected to ${facts.revision}`)];
  return [...restarted, ...syncProblems(proxy, called)];
}

const passing = (text: string): HealthProblem => ({ text, lasts: false });

function restartProblems(pod: JsonObject, called: string, facts: PodFacts): readonly HealthProblem[] {
  return [...restartsOf(pod)].flatMap(([container, count]) => {
    const more = count - (facts.restarts.get(container) ?? 0);
    const name = container.slice(container.indexOf('/') + 1);
    if (more <= facts.maxRestarts) return [];
    return [{ text: `the container ${name} of ${called} restarted ${more} times`, lasts: true }];
  });
}

/** How often the containers of a Pod restarted, by its uid and their names. */
export function restartsOf(pod: JsonObject): ReadonlyMap<string, number> {
  const uid = plainText(objectIn(pod, 'metadata').uid);
  const statuses = ['initContainerStatuses', 'containerStatuses'].flatMap((key) =>
    objectsIn(pod, 'status', key),
  );
  return new Map(
    statuses.map(({ name, restartCount }) => [
      `${uid}/${plainText(name)}`,
      typeof restartCount === 'number' ? restartCount : 0,
    ]),
  );
}

const hasProxy = (pod: JsonObject): boolean =>
  ['initContainers', 'containers'].some((key) =>
    objectsIn(pod, 'spec', key).some(({ name }) => name === 'istio-proxy'),
  );

const injectSwitch = 'sidecar.istio.io/inject';

/** Nobody injects Pods that do not want it, or have the network of their node. */
const isLeftAlone = (pod: JsonObject): boolean =>
  labelOf(pod, injectSwitch) === 'false' ||
  annotationOf(pod, injectSwitch) === 'false' ||
  valueIn(pod, 'spec', 'hostNetwork') === true;

const fine: ReadonlySet<string> = new Set(['SYNCED', 'IGNORED', 'NOT SENT']);

function syncProblems({ types }: ProxyStatus, called: string): readonly HealthProblem[] {
  return types.flatMap(({ shortName, state, error }): readonly HealthProblem[] => {
    if (fine.has(state)) return [];
    if (error !== undefined || state === 'ERROR')
      return [{ text: `the proxy of ${called} refuses its ${shortName}: ${error ?? state}`, lasts: true }];
    return [passing(`the proxy of ${called} has ${shortName} ${state}`)];
  });
}
