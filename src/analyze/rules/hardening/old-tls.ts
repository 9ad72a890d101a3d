import { defineRule } from '../../rule.ts';
import { serversOf } from '../gateway/servers.ts';

/** TLS 1.0 and 1.1 are retired (RFC 8996). */
export const oldTls = defineRule<{ version: string; field: string }>({
  slug: 'hardening/old-tls',
  code: 'MSH0406',
  severity: 'warning',
  summary: 'Gateways speak TLS 1.2 and newer.',
  hint: 'Use TLSV1_2 or TLSV1_3; without the field it is TLS 1.2.',
  kinds: ['Gateway'],
  optIn: true,
  message: ({ version, field }) =>
    field === 'minProtocolVersion'
      ? `clients may use TLS ${version}, which is retired`
      : `no client can use more than TLS ${version}, which is retired`,
  check(mesh, report) {
    for (const { gateway, server, path } of mesh.derive(serversOf))
      for (const field of ['minProtocolVersion', 'maxProtocolVersion'] as const) {
        const version = retired.get(server.tls?.[field] ?? '');
        if (version !== undefined) report(gateway, [...path, 'tls', field], { version, field });
      }
  },
});

const retired: ReadonlyMap<string, string> = new Map([
  ['TLSV1_0', '1.0'],
  ['TLSV1_1', '1.1'],
]);
