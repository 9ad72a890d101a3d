import { groupBy } from '../group-by.ts';
import { serviceOf } from './hosts.ts';
import { nameOf } from './known-hosts.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';

type Rule = MeshObject<'DestinationRule'>;

/** DestinationRules by the host they are for. */
export class RulesByHost {
  private readonly byName: ReadonlyMap<string, readonly Rule[]>;
  private readonly compat: boolean;

  constructor(mesh: Mesh) {
    this.compat = mesh.settings.compat;
    this.byName = groupBy(mesh.of('DestinationRule'), ({ namespace, spec }) =>
      this.keyOf(namespace, spec.host ?? ''),
    );
  }

  /** Those whose host is this one, or a wildcard that holds it. istioctl knows no wildcards. */
  for(namespace: string, host: string): readonly Rule[] {
    const key = this.keyOf(namespace, host);
    const exact = this.byName.get(key) ?? [];
    return this.compat ? exact : [...exact, ...wildcards(key).flatMap((name) => this.byName.get(name) ?? [])];
  }

  /** istioctl takes hosts apart and takes every host that is not one of Kubernetes for a short name. */
  private keyOf(namespace: string, host: string): string {
    if (!this.compat) return nameOf(namespace, host);
    const service = serviceOf(namespace, host);
    return `${service.namespace}/${service.name}`;
  }
}

/** `*.b.c`, `*.c` and `*` for `a.b.c`. */
const wildcards = (name: string): readonly string[] => {
  const labels = name.split('.');
  return labels
    .map((_, index) => ['*', ...labels.slice(index + 1)].join('.'))
    .filter((host) => host !== name);
};

/** `mesh.derive(rulesByHost)` */
export const rulesByHost = (mesh: Mesh): RulesByHost => new RulesByHost(mesh);
