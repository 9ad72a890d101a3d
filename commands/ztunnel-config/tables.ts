import { paint, type Column } from '../../src/output/index.ts';
import type {
  CertificateRow,
  ConnectionRow,
  ServiceRow,
  WorkloadRow,
  ZtunnelPolicy,
} from '../../src/ztunnel/index.ts';

/** The columns of the tables, which are those of `istioctl ztunnel-config`. */
export const tables = { workloads, services, policies, certificates, connections } as const;

function workloads(): readonly Column<WorkloadRow>[] {
  return [
    { header: 'namespace', cell: ({ namespace }) => namespace },
    { header: 'pod name', cell: ({ name }) => name },
    { header: 'address', cell: ({ address }) => address },
    { header: 'node', cell: ({ node }) => node },
    { header: 'waypoint', cell: ({ waypoint }) => waypoint },
    { header: 'protocol', cell: ({ protocol }) => protocol },
  ];
}

function services(colors: boolean): readonly Column<ServiceRow>[] {
  const { warning } = paint(colors);
  return [
    { header: 'namespace', cell: ({ namespace }) => namespace },
    { header: 'service name', cell: ({ name }) => name },
    { header: 'service vip', cell: ({ vip }) => vip },
    { header: 'waypoint', cell: ({ waypoint }) => waypoint },
    {
      header: 'endpoints',
      cell: ({ endpoints: { healthy, all } }) => `${healthy}/${all}`,
      style: (text, { endpoints: { healthy, all } }) => (healthy < all ? warning(text) : text),
    },
  ];
}

function policies(): readonly Column<ZtunnelPolicy>[] {
  return [
    { header: 'namespace', cell: ({ namespace }) => namespace },
    { header: 'policy name', cell: ({ name }) => name },
    { header: 'action', cell: ({ action }) => action },
    { header: 'scope', cell: ({ scope }) => scope },
  ];
}

function certificates(colors: boolean): readonly Column<CertificateRow>[] {
  const { error } = paint(colors);
  return [
    { header: 'certificate name', cell: ({ identity }) => identity },
    { header: 'type', cell: ({ type }) => type },
    { header: 'status', cell: ({ status }) => status },
    {
      header: 'valid cert',
      cell: ({ valid }) => String(valid),
      style: (text, { valid }) => (valid ? text : error(text)),
    },
    { header: 'serial number', cell: ({ serialNumber }) => serialNumber },
    { header: 'not after', cell: ({ notAfter }) => notAfter },
    { header: 'not before', cell: ({ notBefore }) => notBefore },
  ];
}

function connections(): readonly Column<ConnectionRow>[] {
  return [
    { header: 'workload', cell: ({ workload }) => workload },
    { header: 'direction', cell: ({ direction }) => direction },
    { header: 'local', cell: ({ local }) => local },
    { header: 'remote', cell: ({ remote }) => remote },
    { header: 'remote target', cell: ({ remoteTarget }) => remoteTarget },
    { header: 'protocol', cell: ({ protocol }) => protocol },
  ];
}
