import type { FindingDetails } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';

/** Endpoints of a network are given by the cluster that they are in: this one, or one that a remote secret names. */
export const unknownRegistry = defineRule<{ serviceregistry: string; network: string }>({
  slug: 'meshnetworks/unknown-registry',
  code: 'IST0126',
  severity: 'error',
  summary: 'A network of the mesh networks takes its endpoints from a cluster that the mesh knows.',
  hint: 'Name a cluster as its remote secret does (the key under `data`), or `Kubernetes` for the cluster of istiod.',
  kinds: ['MeshNetworks', 'Secret'],
  message: ({ serviceregistry, network }) =>
    `no cluster ${JSON.stringify(serviceregistry)} is known for the network ${JSON.stringify(network)}`,
  check(mesh, report) {
    const { meshNetworks } = mesh;
    const known = remoteClusters(mesh);
    for (const [network, { endpoints = [] }] of Object.entries(meshNetworks.spec.networks ?? {})) {
      for (const [index, { fromRegistry = '' }] of endpoints.entries()) {
        if (fromRegistry === '' || builtIn.has(fromRegistry) || known.has(fromRegistry)) continue;
        report(
          meshNetworks,
          ['networks', network, 'endpoints', index, 'fromRegistry'],
          { serviceregistry: fromRegistry, network },
          unsure(mesh, known, fromRegistry),
        );
      }
    }
  },
});

const builtIn: ReadonlySet<string> = new Set(['Mock', 'Kubernetes', 'External']);

/** The clusters of remote secrets: the keys of their data. */
const remoteClusters = (mesh: Mesh): ReadonlySet<string> =>
  new Set(
    mesh
      .of('Secret')
      .filter(({ labels }) => labels['istio/multiCluster'] === 'true')
      .flatMap(({ spec: { data = {}, stringData = {} } }) => [
        ...Object.keys(data),
        ...(mesh.settings.compat ? [] : Object.keys(stringData)),
      ]),
  );

/** Remote secrets hold credentials, and are seldom kept with the rest. */
const unsure = ({ settings }: Mesh, known: ReadonlySet<string>, cluster: string): FindingDetails =>
  settings.assume === 'complete' || known.size > 0
    ? {}
    : {
        severity: 'info',
        group: cluster,
        hint: 'The input holds no remote secret (label istio/multiCluster); if it is complete, say so: --assume complete.',
      };
