import { fullName } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { isUnverified } from './is-unverified.ts';

/** As `destinationrule/tls-unverified`, for the TLS of single ports. */
export const portTlsUnverified = defineRule<{
  destinationrule: string;
  namespace: string;
  mode: string;
  host: string;
  port: string;
}>({
  slug: 'destinationrule/port-tls-unverified',
  code: 'IST0129',
  severity: 'warning',
  summary: 'TLS of a port of a DestinationRule names the CA certificates that it trusts.',
  hint: 'Set `caCertificates`, or `credentialName` together with a `workloadSelector`.',
  kinds: ['DestinationRule'],
  compatOnly: true,
  onePerObject: true,
  message: ({ mode, host, port }) => `TLS of mode ${mode} to ${host}, ${port}, names no CA certificates`,
  check(mesh, report) {
    for (const rule of mesh.of('DestinationRule')) {
      const { portLevelSettings = [] } = rule.spec.trafficPolicy ?? {};
      for (const [index, { tls, port }] of portLevelSettings.entries()) {
        if (tls?.mode === undefined || !isUnverified(rule, tls)) continue;
        report(rule, ['spec', 'trafficPolicy', 'portLevelSettings', index, 'tls'], {
          destinationrule: fullName(rule),
          namespace: rule.namespace,
          mode: tls.mode,
          host: rule.spec.host ?? '',
          port: portText(port?.number),
        });
      }
    }
  },
});

const portText = (number: number | undefined): string => (number === undefined ? '' : `number:${number}`);
