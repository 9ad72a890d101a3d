import type { Path } from '../../../path.ts';
import { serviceOf } from '../../hosts.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** Clusters and virtual hosts carry the names of hosts; a patch for a host that nobody defines is never applied. */
export const hostNotFound = defineRule<{ host: string }>({
  slug: 'envoyfilter/host-not-found',
  code: 'MSH0132',
  severity: 'warning',
  summary: 'The hosts whose clusters and routes are patched exist.',
  kinds: ['EnvoyFilter', 'Service', 'ServiceEntry'],
  message: ({ host }) => `there is no host ${host}: the patch matches nothing`,
  check(mesh, report) {
    for (const filter of mesh.of('EnvoyFilter')) {
      for (const { host, path } of hostsOf(filter)) {
        if (!inCluster.test(host) || mesh.hosts.named(host).length > 0) continue;
        const { namespace } = serviceOf('', host);
        const unsure = {
          severity: 'info',
          hint: `The input holds nothing of the namespace ${namespace}; if it is complete, say so: --assume complete.`,
        } as const;
        report(
          filter,
          path,
          { host },
          { group: host, echoOf: `Host ${host}`, ...(!mesh.isGiven(namespace) && unsure) },
        );
      }
    }
  },
});

interface NamedHost {
  readonly host: string;
  readonly path: Path;
}

const inCluster = /^[^.*]+\.[^.]+\.svc\.cluster\.local$/;

function hostsOf({ spec }: MeshObject<'EnvoyFilter'>): NamedHost[] {
  return (spec.configPatches ?? []).flatMap(({ match }, index) => {
    const path = ['spec', 'configPatches', index, 'match'];
    const { service, name: cluster = '' } = match?.cluster ?? {};
    const vhost = match?.routeConfiguration?.vhost?.name ?? '';
    return [
      { host: service ?? '', path: [...path, 'cluster', 'service'] },
      { host: cluster.split('|')[3] ?? '', path: [...path, 'cluster', 'name'] },
      { host: vhost.replace(/:\d+$/, ''), path: [...path, 'routeConfiguration', 'vhost', 'name'] },
    ];
  });
}
