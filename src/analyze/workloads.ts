import { pushTo } from '../group-by.ts';
import type { Path } from '../path.ts';
import type { KindName, KindSpecs } from './kinds.ts';
import type { PodSpec } from './kubernetes-shapes.ts';
import type { MeshObject } from './mesh-object.ts';

export type Labels = Readonly<Record<string, string>>;

/** Something that runs with labels: a Pod, the Pods of a template, or a VM. */
export interface Workload {
  /** The object that holds it. */
  readonly object: MeshObject;
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Undefined for WorkloadEntry and WorkloadGroup. */
  readonly pod: PodSpec | undefined;
  /** Where labels and annotations stand in the object. */
  readonly metadataPath: Path;
  /** Where the spec of the Pod stands in the object. */
  readonly podPath: Path;
}

/** Workloads by label. An empty selector matches all. */
export class Workloads {
  readonly all: readonly Workload[];
  private readonly byNamespace = new Map<string, Workload[]>();
  private readonly byLabel = new Map<string, Workload[]>();

  constructor(all: readonly Workload[]) {
    this.all = all;
    for (const workload of all) {
      pushTo(this.byNamespace, workload.namespace, workload);
      for (const [name, value] of Object.entries(workload.labels))
        pushTo(this.byLabel, `${name}=${value}`, workload);
    }
  }

  in(namespace: string): readonly Workload[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  /** Those that carry all of the labels, in one namespace or, without it, in any. */
  matching(selector: Labels, namespace?: string): readonly Workload[] {
    const candidates = this.candidates(Object.entries(selector), namespace);
    return candidates.filter(
      (workload) =>
        (namespace === undefined || workload.namespace === namespace) && carries(workload.labels, selector),
    );
  }

  /** The shortest list that holds all matches. */
  private candidates(pairs: readonly (readonly [string, string])[], namespace?: string): readonly Workload[] {
    const lists = pairs.map(([name, value]) => this.byLabel.get(`${name}=${value}`) ?? []);
    if (namespace !== undefined) lists.push(this.byNamespace.get(namespace) ?? []);
    return lists.reduce<readonly Workload[]>(
      (shortest, list) => (list.length < shortest.length ? list : shortest),
      this.all,
    );
  }
}

/** Whether labels hold every pair of a selector. */
export const carries = (labels: Labels, selector: Labels): boolean => {
  for (const name in selector) if (labels[name] !== selector[name]) return false;
  return true;
};

/** `a=1,b=2`, sorted: how findings show a selector. */
export const selectorText = (selector: Labels): string =>
  Object.entries(selector)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(',');

/** What runs because of an object; undefined for most kinds. */
export function workloadOf(object: MeshObject): Workload | undefined {
  if (isKind(object, 'Pod')) return podOf(object);
  if (isKind(object, 'WorkloadEntry') || isKind(object, 'WorkloadGroup')) return machineOf(object);
  if (isKind(object, 'CronJob')) {
    const path = ['spec', 'jobTemplate', 'spec', 'template'];
    return templateOf(object, object.spec.jobTemplate?.spec?.template, path);
  }
  const kind = templated.find((name) => object.kind === name);
  return kind && isKind(object, kind)
    ? templateOf(object, object.spec.template, ['spec', 'template'])
    : undefined;
}

const templated = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'Rollout'] as const;

/** Pods, and the kinds that make them. */
export const podKinds: readonly KindName[] = ['Pod', ...templated, 'CronJob'];

/** Every kind that a workload can be of. */
export const workloadKinds: readonly KindName[] = [...podKinds, 'WorkloadEntry', 'WorkloadGroup'];

/** Whether an object is of a kind. */
export const isKind = <K extends KindName>(object: MeshObject, kind: K): object is MeshObject<K> =>
  object.kind === kind;

function podOf(object: MeshObject<'Pod'>): Workload {
  const { namespace, labels, annotations, spec } = object;
  return { object, namespace, labels, annotations, pod: spec, metadataPath: ['metadata'], podPath: ['spec'] };
}

function templateOf(
  object: MeshObject,
  template: KindSpecs['Deployment']['template'],
  path: Path,
): Workload | undefined {
  if (template === undefined) return undefined;
  return {
    object,
    namespace: object.namespace,
    labels: template.metadata?.labels ?? {},
    annotations: template.metadata?.annotations ?? {},
    pod: template.spec ?? {},
    metadataPath: [...path, 'metadata'],
    podPath: [...path, 'spec'],
  };
}

/** A VM, or the VMs of a group. */
function machineOf(object: MeshObject<'WorkloadEntry'> | MeshObject<'WorkloadGroup'>): Workload {
  const own = isKind(object, 'WorkloadEntry')
    ? { labels: { ...object.labels, ...object.spec.labels }, annotations: object.annotations }
    : { labels: object.spec.metadata?.labels ?? {}, annotations: object.spec.metadata?.annotations ?? {} };
  return {
    ...own,
    object,
    namespace: object.namespace,
    pod: undefined,
    metadataPath: ['metadata'],
    podPath: [],
  };
}
