import { fullName } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { isUnverified } from './is-unverified.ts';

/** To istioctl, TLS without CA certificates does not verify the server; Istio 1.31 takes those of the system. */
export const tlsUnverified = defineRule<{
  destinationrule: string;
  namespace: string;
  mode: string;
  host: string;
}>({
  slug: 'destinationrule/tls-unverified',
  code: 'IST0128',
  severity: 'warning',
  summary: 'TLS of a DestinationRule names the CA certificates that it trusts.',
  hint: 'Set `caCertificates`, or `credentialName` together with a `workloadSelector`.',
  kinds: ['DestinationRule'],
  compatOnly: true,
  onePerObject: true,
  message: ({ mode, host }) => `TLS of mode ${mode} to ${host} names no CA certificates`,
  check(mesh, report) {
    for (const rule of mesh.of('DestinationRule')) {
      const { host = '', trafficPolicy: { tls } = {} } = rule.spec;
      if (tls?.mode === undefined || !isUnverified(rule, tls)) continue;
      report(rule, ['spec', 'trafficPolicy', 'tls'], {
        destinationrule: fullName(rule),
        namespace: rule.namespace,
        mode: tls.mode,
        host,
      });
    }
  },
});
