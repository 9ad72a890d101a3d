import { groupBy, pushTo } from '../group-by.ts';
import { Hosts } from './hosts.ts';
import type { KindName } from './kinds.ts';
import type { Path } from '../path.ts';
import type { MeshObject } from './mesh-object.ts';
import { carries, isKind, workloadOf, Workloads, type Workload } from './workloads.ts';

/** What is known of a mesh besides its objects. */
export interface MeshSettings {
  /** `complete`: what is not in the input does not exist. `partial`: it may live in the cluster. */
  readonly assume: 'complete' | 'partial';
  /** Kinds of which the input holds only some objects, even if it is complete otherwise. */
  readonly unread?: readonly KindName[];
  /** Judge as istioctl does: its rules only, Pods as the only workloads, its assumptions. */
  readonly compat: boolean;
  /** The name of the cluster, where the input has several. */
  readonly cluster?: string;
  /** The moment to judge certificates by. */
  readonly now: Date;
  readonly istioVersion: string;
  readonly kubernetesVersion: string;
}

/** An object, or a value of one, that cannot be judged as it is. */
export interface SetAside {
  readonly object: MeshObject;
  readonly path: Path;
  readonly why: 'fragment' | 'placeholder';
  readonly reason: string;
}

/** The objects that are judged together, with what rules look up in them. Indexes are built when they are first used. */
export class Mesh {
  readonly settings: MeshSettings;
  readonly objects: readonly MeshObject[];
  /** What is left out of `objects`, or was not checked, because something is still to be filled in. */
  readonly setAside: readonly SetAside[];
  private readonly byKind = new Map<KindName, MeshObject[]>();
  private readonly byName = new Map<string, MeshObject[]>();
  private readonly derived = new Map<(mesh: Mesh) => unknown, unknown>();

  constructor(objects: readonly MeshObject[], settings: MeshSettings, setAside: readonly SetAside[] = []) {
    this.objects = objects;
    this.setAside = setAside;
    this.settings = settings;
    for (const object of objects) {
      pushTo(this.byKind, object.kind, object);
      pushTo(this.byName, keyOf(object), object);
    }
  }

  /** All objects of a kind, in the order of the input. */
  of<K extends KindName>(kind: K): readonly MeshObject<K>[] {
    // Objects are filed under their kind, and the kind decides the type.
    return (this.byKind.get(kind) ?? []) as unknown as readonly MeshObject<K>[];
  }

  /** The object of a name; where the input holds it more than once, the first. */
  find<K extends KindName>(kind: K, namespace: string, name: string): MeshObject<K> | undefined {
    const [found] = this.byName.get(keyOf({ kind, namespace, name })) ?? [];
    return found !== undefined && isKind(found, kind) ? found : undefined;
  }

  /** Something computed from the mesh once, however many rules ask: `mesh.derive(attachmentsOf)`. */
  derive<T>(compute: (mesh: Mesh) => T): T {
    if (!this.derived.has(compute)) this.derived.set(compute, compute(this));
    return this.derived.get(compute) as T;
  }

  /** The settings of the mesh: those given, those the input holds, or the defaults. */
  get meshConfig(): MeshObject<'MeshConfig'> {
    return this.only('MeshConfig');
  }

  get meshNetworks(): MeshObject<'MeshNetworks'> {
    return this.only('MeshNetworks');
  }

  get hosts(): Hosts {
    return this.derive(hostsOf);
  }

  /** Pods, and unless istioctl is followed: the Pods of templates, and VMs. */
  get workloads(): Workloads {
    return this.derive(workloadsOf);
  }

  /** The namespace of the control plane, whose policies count for the whole mesh. */
  get rootNamespace(): string {
    const { rootNamespace } = this.meshConfig.spec;
    return rootNamespace === undefined || rootNamespace === '' ? 'istio-system' : rootNamespace;
  }

  private only<K extends KindName>(kind: K): MeshObject<K> {
    const [found] = this.of(kind);
    if (found === undefined) throw new Error(`a mesh without ${kind}`);
    return found;
  }

  /** The Services of its namespace that send requests to a workload; one without a selector sends to none. */
  servicesOf({ namespace, labels }: Workload): readonly MeshObject<'Service'>[] {
    return (this.derive(servicesByNamespace).get(namespace) ?? []).filter(
      ({ spec: { selector = {} } }) => Object.keys(selector).length > 0 && carries(labels, selector),
    );
  }

  /**
   * Whether a host that is absent from a namespace does not exist: the input is complete, or it holds something of the
   * namespace that requests can go to (a Service, ServiceEntry or workload).
   */
  isGiven(namespace: string): boolean {
    return this.settings.assume === 'complete' || this.derive(givenNamespaces).has(namespace);
  }

  /** Whether an object of a kind that is absent from a namespace does not exist: the input is complete, or holds others. */
  isKnown(kind: KindName, namespace: string): boolean {
    if (this.settings.assume === 'complete' && this.settings.unread?.includes(kind) !== true) return true;
    return this.derive(knownNamespaces).has(`${kind} ${namespace}`);
  }
}

const keyOf = ({ kind, namespace, name }: Pick<MeshObject, 'kind' | 'namespace' | 'name'>): string =>
  `${kind} ${namespace}/${name}`;

const hostsOf = (mesh: Mesh): Hosts => new Hosts(mesh.of('Service'), mesh.of('ServiceEntry'));

function workloadsOf(mesh: Mesh): Workloads {
  const objects = mesh.settings.compat ? mesh.of('Pod') : mesh.objects;
  return new Workloads(objects.map(workloadOf).filter((workload) => workload !== undefined));
}

const servicesByNamespace = (mesh: Mesh): ReadonlyMap<string, readonly MeshObject<'Service'>[]> =>
  groupBy(mesh.of('Service'), ({ namespace }) => namespace);

const givenNamespaces = (mesh: Mesh): ReadonlySet<string> =>
  new Set([
    ...[...mesh.of('Service'), ...mesh.of('ServiceEntry')].map(({ namespace }) => namespace),
    ...mesh.workloads.all.map(({ namespace }) => namespace),
  ]);

const knownNamespaces = (mesh: Mesh): ReadonlySet<string> =>
  new Set(mesh.objects.map(({ kind, namespace }) => `${kind} ${namespace}`));
