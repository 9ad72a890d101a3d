import type { Static } from 'typebox';
import type { OutboundTrafficPolicy, SidecarSpec } from '../api/sidecar.ts';
import type { Path } from '../path.ts';
import { checkConnectionPool } from './connection-pool.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Check, type Report, type RuleInfo } from './rule.ts';
import { checkEgress, sidecarEgressRules } from './sidecar-egress.ts';
import { checkIngress, sidecarIngressRules } from './sidecar-ingress.ts';
import { checkFqdn } from './values/hosts.ts';
import { checkPort } from './values/ports.ts';
import { checkSelector } from './values/selectors.ts';
import { checkSubsetName } from './values/subsets.ts';

type Spec = Loose<Static<typeof SidecarSpec>>;
type Policy = Loose<Static<typeof OutboundTrafficPolicy>>;

const empty = errorRule({
  slug: 'sidecar/empty',
  summary: 'A sidecar configures something.',
  message: () => 'the sidecar configures nothing',
  hint: 'Give `egress`, `ingress`, `outboundTrafficPolicy` or `inboundConnectionPool`.',
});

const outboundMode = errorRule({
  slug: 'sidecar/otp-mode',
  summary: 'The outbound traffic policy of a sidecar is REGISTRY_ONLY or ALLOW_ANY.',
  message: () => 'dynamic DNS is a mode for the whole mesh, not for a sidecar',
});

const egressProxyMode = errorRule({
  slug: 'sidecar/egress-proxy-mode',
  summary: 'An egress proxy goes with mode ALLOW_ANY.',
  message: () => 'an egress proxy is for unknown hosts, which only mode ALLOW_ANY allows',
  hint: 'Set `mode: ALLOW_ANY` or drop `egressProxy`.',
});

const egressProxyPort = errorRule({
  slug: 'sidecar/egress-proxy',
  summary: 'An egress proxy has a port.',
  message: () => 'the egress proxy has no port',
});

export const sidecarRules: readonly RuleInfo[] = [
  ...[empty, outboundMode, egressProxyMode, egressProxyPort],
  ...[...sidecarIngressRules, ...sidecarEgressRules],
];

/** The rules of Istio for a Sidecar. */
export const checkSidecar: Check<Spec> = (spec, { report, namespace }) => {
  const { workloadSelector, ingress = [], egress = [], inboundConnectionPool, outboundTrafficPolicy } = spec;
  if (workloadSelector !== undefined) checkSelector(workloadSelector, ['spec', 'workloadSelector'], report);
  const listeners = ingress.length + egress.length;
  if (listeners === 0 && inboundConnectionPool === undefined && outboundTrafficPolicy === undefined)
    report(empty, ['spec'], {});
  checkIngress(ingress, ['spec', 'ingress'], report);
  checkEgress(egress, ownNamespace(spec, namespace), ['spec', 'egress'], report);
  if (inboundConnectionPool !== undefined)
    checkConnectionPool(inboundConnectionPool, ['spec', 'inboundConnectionPool'], report);
  if (outboundTrafficPolicy !== undefined)
    checkOutbound(outboundTrafficPolicy, ['spec', 'outboundTrafficPolicy'], report);
};

/** In the Sidecar of the whole mesh, `./*` is the namespace of each workload, beside which `istio-system/*` has its place. */
const ownNamespace = ({ workloadSelector }: Spec, namespace: string): string =>
  namespace === 'istio-system' && workloadSelector === undefined ? '.' : namespace;

/** What mesh config calls ALLOW_ANY_DYNAMIC_DNS; here the mode has no name. */
const dynamicDns = 3;

function checkOutbound({ mode = 'REGISTRY_ONLY', egressProxy }: Policy, path: Path, report: Report): void {
  if (Number(mode) === dynamicDns) report(outboundMode, [...path, 'mode'], {});
  if (egressProxy === undefined) return;
  const place = [...path, 'egressProxy'];
  if (mode !== 'ALLOW_ANY') {
    report(egressProxyMode, path, {}, place);
    return;
  }
  const { host = '', subset = '', port } = egressProxy;
  checkFqdn(host, [...place, 'host'], report);
  if (port === undefined) {
    report(egressProxyPort, [...place, 'port'], {});
    return;
  }
  if (subset !== '') checkSubsetName(subset, [...place, 'subset'], report);
  checkPort(port.number ?? 0, [...place, 'port', 'number'], report);
}
