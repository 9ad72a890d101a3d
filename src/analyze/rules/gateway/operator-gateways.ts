import type { Mesh } from '../../mesh.ts';
import type { Labels } from '../../workloads.ts';

const names = { ingress: 'istio-ingressgateway', egress: 'istio-egressgateway' } as const;
const usual = {
  ingress: { app: names.ingress, istio: 'ingressgateway' },
  egress: { app: names.egress, istio: 'egressgateway' },
} as const;

/** The profiles that have an ingress gateway, and those that have an egress gateway as well. */
const withIngress: ReadonlySet<string> = new Set(['', 'default', 'demo', 'openshift', 'preview']);
const withEgress: ReadonlySet<string> = new Set(['demo']);

/** The labels of the proxies that IstioOperators install: `mesh.derive(operatorGateways)`. */
export const operatorGateways = (mesh: Mesh): readonly Labels[] =>
  mesh
    .of('IstioOperator')
    .flatMap(({ spec: { profile = '', components = {} } }) => [
      ...installed(components.ingressGateways, withIngress.has(profile), usual.ingress),
      ...installed(components.egressGateways, withEgress.has(profile), usual.egress),
    ]);

interface Component {
  readonly enabled?: boolean;
  readonly label?: Labels;
}

/** A list replaces what the profile has. */
function installed(
  components: readonly Component[] | undefined,
  byProfile: boolean,
  labels: Labels,
): readonly Labels[] {
  if (components === undefined) return byProfile ? [labels] : [];
  return components
    .filter(({ enabled = true }) => enabled)
    .map(({ label = {} }) => ({ ...labels, ...label }));
}
