/** A kind to look for. */
export interface KindRef {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** The versions to ask for, best first; others only when none of these is served. Default: as the server prefers. */
  readonly versions?: readonly string[];
}

/** A kind as a cluster serves it in one version. */
export interface ServedKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** Name in paths: `virtualservices`. */
  readonly resource: string;
  readonly namespaced: boolean;
}

/** What a cluster serves. */
export interface Discovery {
  /** Those that can be listed; of several versions, the one that the server prefers comes first. */
  readonly kinds: readonly ServedKind[];
  /** Groups that are registered, but whose server does not answer now: their kinds are not known. */
  readonly unavailable: readonly string[];
}

/** How a cluster serves a kind; undefined when it does not. */
export function findServed({ kinds }: Discovery, { group, kind, versions }: KindRef): ServedKind | undefined {
  const served = kinds.filter((one) => one.group === group && one.kind === kind);
  const known = (versions ?? []).map((version) => served.find((one) => one.version === version));
  return known.find((one) => one !== undefined) ?? served[0];
}

/** The path of a list: all objects of a kind, or those of one namespace. */
export function pathOf({ group, version, resource, namespaced }: ServedKind, namespace?: string): string {
  const root = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  if (!namespaced || namespace === undefined) return `${root}/${resource}`;
  return `${root}/namespaces/${encodeURIComponent(namespace)}/${resource}`;
}

/** `services`, `gateways.networking.istio.io`: how kubectl and RBAC name a resource. */
export function resourceName({ group, resource }: Pick<ServedKind, 'group' | 'resource'>): string {
  return group === '' ? resource : `${resource}.${group}`;
}
