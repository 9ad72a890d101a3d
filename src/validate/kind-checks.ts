import {
  checkIstioOperator,
  checkMeshConfig,
  checkMeshNetworks,
  checkObject,
  findKind,
  schemaOf,
  splitApiVersion,
} from '../api/index.ts';
import type { Resource } from '../resources/index.ts';
import type { KindChecks } from './check-resource.ts';
import { checkAnnotations } from './metadata-annotations.ts';
import type { Check } from './rule.ts';

/** The semantic rules of each kind, loaded when a resource of the kind turns up. */
const checks: Readonly<Record<string, () => Promise<Check<never>>>> = {
  'install.istio.io/IstioOperator': async () =>
    (await import('./istio-operator/istio-operator.ts')).checkIstioOperator,
  '/MeshConfig': async () => (await import('./mesh-config.ts')).checkMeshConfig,
  '/MeshNetworks': async () => (await import('./mesh-networks.ts')).checkMeshNetworks,
  'apps/Deployment': async () =>
    (await import('./kubernetes/kubernetes-deployment.ts')).checkKubernetesDeployment,
  '/Service': async () => (await import('./kubernetes/kubernetes-service.ts')).checkKubernetesService,
  'extensions.istio.io/TrafficExtension': async () =>
    (await import('./wasm/traffic-extension.ts')).checkTrafficExtension,
  'extensions.istio.io/WasmPlugin': async () => (await import('./wasm/wasm-plugin.ts')).checkWasmPlugin,
  'networking.istio.io/DestinationRule': async () =>
    (await import('./destination-rule.ts')).checkDestinationRule,
  'networking.istio.io/EnvoyFilter': async () => (await import('./envoy-filter.ts')).checkEnvoyFilter,
  'networking.istio.io/ProxyConfig': async () => (await import('./proxy-config.ts')).checkProxyConfig,
  'networking.istio.io/Gateway': async () => (await import('./gateway.ts')).checkGateway,
  'networking.istio.io/ServiceEntry': async () => (await import('./service-entry.ts')).checkServiceEntry,
  'networking.istio.io/Sidecar': async () => (await import('./sidecar.ts')).checkSidecar,
  'networking.istio.io/WorkloadEntry': async () => (await import('./workload-entry.ts')).checkWorkloadEntry,
  'networking.istio.io/WorkloadGroup': async () => (await import('./workload-group.ts')).checkWorkloadGroup,
  'security.istio.io/AuthorizationPolicy': async () =>
    (await import('./authorization-policy/authorization-policy.ts')).checkAuthorizationPolicy,
  'security.istio.io/PeerAuthentication': async () =>
    (await import('./peer-authentication.ts')).checkPeerAuthentication,
  'security.istio.io/RequestAuthentication': async () =>
    (await import('./request-authentication/request-authentication.ts')).checkRequestAuthentication,
  'networking.istio.io/VirtualService': async () =>
    (await import('./virtual-service.ts')).checkVirtualService,
  'telemetry.istio.io/Telemetry': async () => (await import('./telemetry/telemetry.ts')).checkTelemetry,
};

/** All checks of the kind and version of a resource; undefined when meshctl has none. */
export async function loadChecks({ apiVersion, kind }: Resource): Promise<KindChecks | undefined> {
  const { group, version } = splitApiVersion(apiVersion);
  const name = `${group}/${kind}`;
  const [definition, check] = await Promise.all([findKind(group, kind)?.load(), checks[name]?.()]);
  const rules = check === undefined ? {} : { check };
  if (definition !== undefined) {
    return {
      ...(definition.protobuf ? { check: withAnnotations(kind, check) } : rules),
      structure: (object, { channel }) => {
        const schema = schemaOf(definition, version, channel);
        return schema === undefined ? undefined : checkObject(definition, schema, object);
      },
      unserved: (object) => {
        const [newest] = definition.versions.filter(({ served }) => served);
        const schema = newest && schemaOf(definition, newest.name, 'experimental');
        return schema && checkObject(definition, schema, object);
      },
    };
  }
  const structure = configs[name];
  if (structure !== undefined) return { ...rules, structure };
  return check === undefined ? undefined : rules;
}

/** The checks of a kind of Istio: what holds for its annotations, and the rules of the kind. */
function withAnnotations(kind: string, check: Check<never> | undefined): Check<never> {
  return (spec: { readonly action?: unknown }, context) => {
    checkAnnotations(kind, spec.action, context);
    (check as Check<unknown> | undefined)?.(spec, context);
  };
}

/** What is no Kubernetes object but read by Istio all the same. */
const configs: Readonly<Record<string, NonNullable<KindChecks['structure']>>> = {
  '/MeshConfig': checkMeshConfig,
  '/MeshNetworks': checkMeshNetworks,
  'install.istio.io/IstioOperator': checkIstioOperator,
};
