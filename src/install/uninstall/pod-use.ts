import { isObject, objectIn, objectsIn, plainText, type JsonObject } from '../../json.ts';
import { annotationOf, labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import { keyOf } from '../../kube/apply/index.ts';

/** What goes. */
export interface Removal {
  /** By `idOf`. */
  readonly gone: ReadonlySet<string>;
  /** The Deployments and DaemonSets among it. */
  readonly workloads: readonly JsonObject[];
  readonly revisions: ReadonlySet<string>;
  /** The revisions of tags, before anything goes. */
  readonly tags: ReadonlyMap<string, string>;
}

/** Why a pod needs what goes, in words that go on after its name; undefined when it does not. */
export function podUse(pod: JsonObject, { workloads, revisions, tags }: Removal): string | undefined {
  if (hasEnded(pod) || labelOf(pod, 'app') === 'istiod') return undefined;
  if (workloads.some((workload) => isMadeBy(workload, pod))) return undefined;
  const revision = revisionOf(pod, tags);
  if (revision !== undefined && revisions.has(revision)) return `has a proxy of the revision ${revision}`;
  const redirected = annotationOf(pod, 'ambient.istio.io/redirection') === 'enabled';
  const ztunnel = workloads.some((workload) => labelOf(workload, label.component) === 'Ztunnel');
  return redirected && ztunnel ? 'has its traffic carried by ztunnel' : undefined;
}

/** Whether a workload made a pod: the pod is in its namespace and has the labels that it selects by. */
export function isMadeBy(workload: JsonObject, pod: JsonObject): boolean {
  const labels = Object.entries(objectIn(workload, 'spec', 'selector', 'matchLabels'));
  return (
    keyOf(workload).namespace === keyOf(pod).namespace &&
    labels.length > 0 &&
    labels.every(([name, value]) => labelOf(pod, name) === plainText(value))
  );
}

function hasEnded(pod: JsonObject): boolean {
  const phase = plainText(objectIn(pod, 'status').phase);
  return phase === 'Succeeded' || phase === 'Failed';
}

/** What was injected says by whom; a gateway that istiod or an installer made has a proxy and a label. */
function revisionOf(pod: JsonObject, tags: ReadonlyMap<string, string>): string | undefined {
  const injected = annotationOf(pod, 'sidecar.istio.io/status');
  if (injected !== '') return statusRevision(injected);
  const named = labelOf(pod, label.revision);
  return named !== '' && hasProxy(pod) ? (tags.get(named) ?? named) : undefined;
}

function statusRevision(text: string): string | undefined {
  try {
    const status: unknown = JSON.parse(text);
    return isObject(status) ? plainText(status.revision) || 'default' : undefined;
  } catch {
    return undefined;
  }
}

const hasProxy = (pod: JsonObject): boolean =>
  objectsIn(pod, 'spec', 'containers').some(({ name }) => name === 'istio-proxy');
