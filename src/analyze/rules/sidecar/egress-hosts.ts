import { expandHost } from '../../../expand-host.ts';
import { hostsOverlap } from '../../hosts-overlap.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

type Sidecar = MeshObject<'Sidecar'>;

/**
 * The Sidecar that counts for the workloads of each namespace that no other selects: that of the namespace without a
 * selector, or `undefined` as key for that of the root namespace. `mesh.derive(defaultSidecars)`
 */
export function defaultSidecars(mesh: Mesh): ReadonlyMap<string | undefined, Sidecar> {
  const sidecars = new Map<string | undefined, Sidecar>();
  for (const sidecar of mesh.of('Sidecar')) {
    const { namespace, spec } = sidecar;
    if (Object.keys(spec.workloadSelector?.labels ?? {}).length > 0) continue;
    if (!sidecars.has(namespace)) sidecars.set(namespace, sidecar);
    if (namespace === mesh.rootNamespace && !sidecars.has(undefined)) sidecars.set(undefined, sidecar);
  }
  return sidecars;
}

/** Whether the egress of a Sidecar lets the workloads of `client` know a host that lives in `home`. */
export const letsKnow = (
  { spec: { egress = [] } }: Sidecar,
  client: string,
  home: string,
  host: string,
): boolean =>
  egress.length === 0 ||
  egress.some(({ hosts = [] }) =>
    hosts.some((written) => {
      const slash = written.indexOf('/');
      const from = written.slice(0, slash);
      const fits = from === '*' || (from === '.' ? client : from) === home;
      return fits && hostsOverlap(written.slice(slash + 1), expandHost(home, host));
    }),
  );
