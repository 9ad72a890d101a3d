import type { MeshVersions } from '../src/istiod/index.ts';
import { paint, table, type Column } from '../src/output/index.ts';
import type { CommandIo } from './command-io.ts';

type ControlPlane = MeshVersions['controlPlanes'][number];
type Proxies = MeshVersions['dataPlane'][number];

/** The versions for people: those of meshctl, then those of the mesh, and whether they go together. */
export async function versionTable(
  io: Pick<CommandIo, 'colors'>,
  client: Readonly<Record<string, string>>,
  mesh: MeshVersions | undefined,
): Promise<string> {
  const own = Object.entries(client)
    .map(([name, value]) => `${name.padEnd(10)}  ${value}\n`)
    .join('');
  if (mesh === undefined || mesh.controlPlanes.length === 0) return own;
  const { versionSkew } = await import('../src/istiod/index.ts');
  const { verdict, reasons } = versionSkew(mesh);
  const { ok, warning, dim } = paint(io.colors.out);
  const style = { fine: ok, skewed: warning, unknown: dim }[verdict];
  return [
    own,
    table(controlPlaneColumns, mesh.controlPlanes),
    ...(mesh.dataPlane.length === 0 ? [] : [table(proxyColumns, mesh.dataPlane)]),
    `version skew: ${style(verdict)}\n${reasons.map((reason) => `  ${reason}\n`).join('')}`,
  ].join('\n');
}

const controlPlaneColumns: readonly Column<ControlPlane>[] = [
  { header: 'control plane', cell: ({ revision }) => revision },
  { header: 'version', cell: ({ version }) => version },
  { header: 'pods', cell: ({ pods }) => String(pods), align: 'right' },
];

const proxyColumns: readonly Column<Proxies>[] = [
  { header: 'proxies', cell: ({ proxies }) => String(proxies), align: 'right' },
  { header: 'version', cell: ({ version }) => version },
  { header: 'connected to', cell: ({ revision, controlPlane }) => `${revision} (${controlPlane})` },
];
