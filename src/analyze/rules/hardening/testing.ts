import type { AnalysisRule } from '../../rule.ts';
import { told } from '../../testing/told.ts';

/** What rules say of objects, each as `kind namespace/name` with the rest of it in the flow style of YAML. */
export const toldOf = (
  rules: readonly AnalysisRule[],
  objects: readonly string[],
  words = '',
): Promise<string[]> => told(rules, words, objects);

const versions: Readonly<Record<string, string>> = {
  ...{ Pod: 'v1', Service: 'v1', Namespace: 'v1', ConfigMap: 'v1', Secret: 'v1', Deployment: 'apps/v1' },
  ...{ Gateway: 'networking.istio.io/v1', VirtualService: 'networking.istio.io/v1' },
  ...{ Sidecar: 'networking.istio.io/v1', EnvoyFilter: 'networking.istio.io/v1alpha3' },
  ...{ PeerAuthentication: 'security.istio.io/v1', AuthorizationPolicy: 'security.istio.io/v1' },
  ...{ RequestAuthentication: 'security.istio.io/v1', WasmPlugin: 'extensions.istio.io/v1alpha1' },
  ...{ TrafficExtension: 'extensions.istio.io/v1alpha1', IstioOperator: 'install.istio.io/v1alpha1' },
  ...{ DestinationRule: 'networking.istio.io/v1' },
  ...{ WorkloadEntry: 'networking.istio.io/v1', GRPCRoute: 'gateway.networking.k8s.io/v1' },
  ...{ HTTPRoute: 'gateway.networking.k8s.io/v1', TCPRoute: 'gateway.networking.k8s.io/v1alpha2' },
};

/** An object of a kind: `object('Service', 'shop/cart', 'spec: {...}')`, `object('Pod', 'shop/cart', ..., 'labels: {...}')`. */
export function object(kind: string, fullName: string, rest: string, metadata = ''): string {
  const [namespace = '', name = ''] = fullName.includes('/') ? fullName.split('/') : ['', fullName];
  const home = namespace === '' ? '' : `namespace: ${namespace}, `;
  return `{apiVersion: ${versions[kind] ?? 'gateway.networking.k8s.io/v1'}, kind: ${kind.replace('Kubernetes', '')}, metadata: {${home}name: ${name}, ${metadata}}, ${rest}}`;
}

/** A namespace whose Pods get a sidecar. */
export const injected = (name: string): string =>
  object('Namespace', name, '', 'labels: {istio-injection: enabled}');

/** A Pod with one container. */
export const pod = (fullName: string, labels: string, spec = '', annotations = ''): string =>
  object(
    'Pod',
    fullName,
    `spec: {${spec} containers: [{name: app, image: "shop/app:1.0.0"}]}`,
    `labels: {${labels}}, annotations: {${annotations}}`,
  );

/** A Service for `app: <name>`. */
export const service = (fullName: string, type = 'ClusterIP', ports = '{name: http, port: 80}'): string =>
  object(
    'Service',
    fullName,
    `spec: {type: ${type}, selector: {app: ${fullName.split('/')[1] ?? ''}}, ports: [${ports}]}`,
  );

/** The ConfigMap with the mesh config, whose text is in the flow style of YAML. */
export const meshConfig = (text: string): string =>
  object('ConfigMap', 'istio-system/istio', `data: {mesh: '${text}'}`);

/** A policy: `policy('AuthorizationPolicy', 'shop/cart', 'rules: [...]')`. */
export const policy = (kind: string, fullName: string, spec: string): string =>
  object(kind, fullName, `spec: {${spec}}`);
