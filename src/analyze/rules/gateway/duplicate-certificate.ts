import { pushTo } from '../../../group-by.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { defineRule, type Report } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import { carries, workloadKinds } from '../../workloads.ts';
import { overlapping } from './overlapping.ts';
import { serversOf, type GatewayServer } from './servers.ts';

/** Browsers reuse a connection for every host of its certificate, also for hosts that another Gateway serves. */
export const duplicateCertificate = defineRule<{ gateways: string[] }>({
  slug: 'gateway/duplicate-certificate',
  code: 'IST0138',
  severity: 'warning',
  summary: 'The Gateways of a proxy do not present the same certificate.',
  hint: 'Serve all hosts of the certificate by one server of one Gateway, or use a certificate for each.',
  kinds: ['Gateway', ...workloadKinds],
  scope: 'unit',
  message: ({ gateways }) =>
    `the Gateways ${gateways.join(' and ')} present the same certificate: clients that reuse HTTP/2 connections get 404`,
  check(mesh, report) {
    const byCertificate = new Map<string, GatewayServer[]>();
    for (const server of mesh.derive(serversOf)) {
      const key = certificateOf(server, mesh.settings.compat);
      if (key !== undefined) pushTo(byCertificate, key, server);
    }
    for (const servers of byCertificate.values()) {
      if (mesh.settings.compat) reportPairs(servers, report);
      else reportLater(mesh, servers, report);
    }
  },
});

/** What tells certificates apart: the Secret, or the files. istioctl compares servers without any as well. */
function certificateOf({ server: { tls } }: GatewayServer, compat: boolean): string | undefined {
  if (tls === undefined) return undefined;
  const { credentialName = '', serverCertificate = '', privateKey = '' } = tls;
  if (credentialName !== '') return `secret ${credentialName}`;
  return compat || serverCertificate !== '' ? `files ${serverCertificate} ${privateKey}` : undefined;
}

/** As istioctl: every Gateway with each other one whose selector contains its own. */
function reportPairs(servers: readonly GatewayServer[], report: Report<{ gateways: string[] }>): void {
  const gateways = new Map<MeshObject<'Gateway'>, GatewayServer>();
  for (const server of servers) gateways.set(server.gateway, server);
  for (const one of gateways.values()) {
    for (const other of gateways.values()) {
      if (one.gateway === other.gateway || !carries(other.selector, one.selector)) continue;
      report(one.gateway, ['metadata', 'name'], {
        gateways: [fullName(one.gateway), fullName(other.gateway)],
      });
    }
  }
}

/** Every Gateway once, with the first one that presents the certificate on the same proxy and port. */
function reportLater(
  mesh: Mesh,
  servers: readonly GatewayServer[],
  report: Report<{ gateways: string[] }>,
): void {
  const before: GatewayServer[] = [];
  const told = new Set<MeshObject>();
  for (const server of servers) {
    const { gateway, path, port, selector, selectorKey } = server;
    const first = before.find((other) => other.port === port && overlapping(mesh, other.selector, selector));
    if (first?.selectorKey !== selectorKey) before.push(server);
    if (first === undefined || first.gateway === gateway || told.has(gateway)) continue;
    told.add(gateway);
    report(
      gateway,
      [...path, 'tls'],
      { gateways: [fullName(gateway), fullName(first.gateway)] },
      { related: [{ object: first.gateway, path: [...first.path, 'tls'], message: 'the same certificate' }] },
    );
  }
}
