import { isObject, withoutKey, type Json, type JsonObject, objectIn } from '../../json.ts';
import { strategicMerge } from '../../strategic-merge/index.ts';
import type { KubeObject } from '../component-context.ts';
import type { Part } from '../part.ts';

/** An object of a part, and what is laid over it. */
interface Patch {
  readonly kinds: readonly string[];
  readonly patch: JsonObject;
}

/** Lays the `k8s` settings of a part over its workload, Service, scaler and disruption budget. */
export function withKubernetesSettings(objects: readonly KubeObject[], part: Part): readonly KubeObject[] {
  const patches = patchesOf(part);
  if (part.workload === '' || patches.length === 0) return objects;
  return objects.map((object) => {
    if (object.metadata.name !== part.workload) return object;
    return patches
      .filter(({ kinds }) => kinds.includes(object.kind))
      .reduce(
        (below, { patch }) => oneBudget({ ...below, ...strategicMerge(below, patch, object.kind) }),
        object,
      );
  });
}

const workloads = ['Deployment', 'DaemonSet'];

function patchesOf({ given, container, root }: Part): readonly Patch[] {
  const all = objectIn(given, 'k8s');
  // Ports of gateways are settings: containers have them, too.
  const service =
    root[0] === 'gateways' ? withoutKey(objectIn(all, 'service'), 'ports') : objectIn(all, 'service');
  const k8s: JsonObject = { ...all, service };
  return Object.entries(k8s).flatMap(([name, value]) => {
    const target = value === null || !Object.hasOwn(targets, name) ? undefined : targets[name];
    if (target === undefined) return [];
    const patch = target.path.reduceRight<Json>(
      (inner, step) => ({ [step]: inner }),
      target.wrap?.(value, container) ?? value,
    );
    return isObject(patch) ? [{ kinds: target.kinds ?? workloads, patch }] : [];
  });
}

interface Target {
  /** Default: those that run pods. */
  readonly kinds?: readonly string[];
  readonly path: readonly string[];
  readonly wrap?: (value: Json, container: string) => Json;
}

const podSpec = (field: string): Target => ({ path: ['spec', 'template', 'spec', field] });
const ofContainer = (field: string): Target => ({
  path: ['spec', 'template', 'spec', 'containers'],
  wrap: (value, container) => [{ name: container, [field]: value }],
});

/** Where each setting goes. */
const targets: Readonly<Record<string, Target | undefined>> = {
  affinity: podSpec('affinity'),
  nodeSelector: podSpec('nodeSelector'),
  tolerations: podSpec('tolerations'),
  priorityClassName: podSpec('priorityClassName'),
  securityContext: podSpec('securityContext'),
  podAnnotations: { path: ['spec', 'template', 'metadata', 'annotations'] },
  strategy: { path: ['spec', 'strategy'] },
  replicaCount: { path: ['spec', 'replicas'] },
  env: ofContainer('env'),
  resources: ofContainer('resources'),
  readinessProbe: ofContainer('readinessProbe'),
  imagePullPolicy: ofContainer('imagePullPolicy'),
  hpaSpec: { kinds: ['HorizontalPodAutoscaler'], path: ['spec'] },
  podDisruptionBudget: { kinds: ['PodDisruptionBudget'], path: ['spec'] },
  service: { kinds: ['Service'], path: ['spec'] },
  serviceAnnotations: { kinds: ['Service'], path: ['metadata', 'annotations'] },
};

/** A disruption budget may say one of the two only. */
function oneBudget(object: KubeObject): KubeObject {
  const { spec } = object;
  if (object.kind !== 'PodDisruptionBudget' || !isObject(spec)) return object;
  if (spec.minAvailable === undefined || spec.maxUnavailable === undefined) return object;
  return { ...object, spec: withoutKey(spec, 'minAvailable') };
}
