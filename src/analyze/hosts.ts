import { expandHost } from '../expand-host.ts';
import { pushTo } from '../group-by.ts';
import type { MeshObject } from './mesh-object.ts';

/** A port that a host is reached on. */
export interface HostPort {
  readonly number: number;
  readonly name: string;
  /** As written, in any case; empty where none is. */
  readonly protocol: string;
}

/** A host of a Service or ServiceEntry, as one namespace sees it. */
export interface Host {
  /** The full name; may begin with `*`. */
  readonly name: string;
  readonly object: MeshObject<'Service'> | MeshObject<'ServiceEntry'>;
  readonly ports: readonly HostPort[];
}

const inCluster = /^(.+)\.([^.]+)\.svc\.cluster\.local$/;

/** Name and namespace of the Service that a host means, seen from a namespace. */
export function serviceOf(
  namespace: string,
  host: string,
): { readonly namespace: string; readonly name: string } {
  const match = inCluster.exec(host);
  const [, name = host, home = namespace] = match ?? [];
  return { namespace: home, name };
}

/** Whether a host can only be that of a Service of this cluster. */
export const isClusterHost = (host: string): boolean => !host.includes('.') || inCluster.test(host);

/** Where a host is seen: in all namespaces (`*`) or in some. */
type Scope = string;

/** Every host of the mesh by where it is seen. */
export class Hosts {
  private readonly exact = new Map<Scope, Map<string, Host[]>>();
  private readonly byName = new Map<string, Host[]>();
  private readonly wildcards = new Wildcards();

  constructor(
    services: readonly MeshObject<'Service'>[],
    serviceEntries: readonly MeshObject<'ServiceEntry'>[],
  ) {
    for (const service of services) this.addService(service);
    for (const entry of serviceEntries) this.addServiceEntry(entry);
  }

  /**
   * What a host means to an object in `namespace` that is itself exported to `exportTo`: the Services and
   * ServiceEntries of that name that everybody sees, or the namespace sees. None when there is none. Objects that keep no
   * namespace end up in `default`.
   */
  lookup(namespace: string, exportTo: readonly string[], host: string): readonly Host[] {
    const found = this.seenFrom(namespace, exportTo, host);
    return found.length === 0 && namespace === '' ? this.seenFrom('default', exportTo, host) : found;
  }

  /** Every host of exactly this name, whoever sees it; once for each scope that it is seen in. */
  named(name: string): readonly Host[] {
    return this.byName.get(name) ?? [];
  }

  private seenFrom(namespace: string, exportTo: readonly string[], host: string): readonly Host[] {
    const name = expandHost(namespace, host);
    const scopes = exportTo.length === 0 ? [namespace] : exportTo.map((to) => (to === '.' ? namespace : to));
    for (const scope of ['*', ...scopes]) {
      const found = this.exact.get(scope)?.get(name);
      if (found !== undefined) return found;
    }
    return this.wildcards.over(name, namespace);
  }

  private addService(object: MeshObject<'Service'>): void {
    const ports = (object.spec.ports ?? []).map(({ port = 0, name = '', protocol = '' }) => ({
      ...{ number: port, name, protocol },
    }));
    const host = { name: `${object.name}.${object.namespace}.svc.cluster.local`, object, ports };
    const exportTo = (object.annotations['networking.istio.io/exportTo'] ?? '*').split(',');
    for (const to of exportTo) this.add(scopeOf(to.trim(), object.namespace), host);
  }

  private addServiceEntry(object: MeshObject<'ServiceEntry'>): void {
    const { hosts = [], ports: given = [], exportTo = [] } = object.spec;
    const ports = given.map(({ number = 0, name = '', protocol = '' }) => ({ number, name, protocol }));
    for (const name of hosts) {
      const host = { name: expandHost(object.namespace, name), object, ports };
      for (const to of exportTo.length === 0 ? ['*'] : exportTo)
        this.add(scopeOf(to, object.namespace), host);
    }
  }

  private add(scope: Scope, host: Host): void {
    if (host.name.startsWith('*')) this.wildcards.add({ scope, host });
    const byName = this.exact.get(scope) ?? new Map<string, Host[]>();
    this.exact.set(scope, byName);
    pushTo(byName, host.name, host);
    pushTo(this.byName, host.name, host);
  }
}

interface SeenHost {
  readonly scope: Scope;
  readonly host: Host;
}

/** Hosts that begin with `*`, by what follows it, so that a name need not be compared with each of them. */
class Wildcards {
  private readonly bySuffix = new Map<string, SeenHost[]>();
  /** Lengths of the suffixes there are. */
  private readonly lengths = new Set<number>();

  add(seen: SeenHost): void {
    const suffix = seen.host.name.slice(1);
    pushTo(this.bySuffix, suffix, seen);
    this.lengths.add(suffix.length);
  }

  /** Those that a name, or a wildcard, ends with and that everybody or the namespace sees. */
  over(name: string, namespace: string): Host[] {
    const rest = name.replace(/^\*/, '');
    const found = [...this.lengths]
      .filter((length) => length <= rest.length)
      .flatMap((length) => this.bySuffix.get(rest.slice(rest.length - length)) ?? []);
    return found.filter(({ scope }) => scope === '*' || scope === namespace).map(({ host }) => host);
  }
}

const scopeOf = (exportTo: string, namespace: string): Scope => (exportTo === '.' ? namespace : exportTo);
