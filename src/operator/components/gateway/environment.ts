import { plainText, type Json, type JsonObject } from '../../../json.ts';
import { fieldVariable, resourceVariable, variable } from '../../variables.ts';
import type { GatewayParts } from './gateway-parts.ts';

/** The environment of a gateway: of a whole proxy, or what injection does not know. */
export function environmentOf(gateway: GatewayParts, form: 'whole' | 'frame'): Json[] {
  const { own, values } = gateway;
  const network = own.is('env.ISTIO_META_NETWORK') ? '' : values.text('global.network');
  const user = Object.entries(own.map('env')).map(([name, value]) => variable(name, plainText(value)));
  const unprivileged = own.is('runAsRoot') ? [] : [variable('ISTIO_META_UNPRIVILEGED_POD', 'true')];
  if (form === 'frame') return [...unprivileged, ...user];
  const proxyMetadata = values.map('meshConfig.defaultConfig.proxyMetadata');
  return [
    ...identity(gateway),
    ...meshOf(gateway),
    ...unprivileged,
    ...user,
    ...Object.entries(proxyMetadata).map(([name, value]) => variable(name, plainText(value))),
    ...(network === '' ? [] : [variable('ISTIO_META_NETWORK', network)]),
    variable('ISTIO_META_CLUSTER_ID', values.text('global.multiCluster.clusterName') || 'Kubernetes'),
    fieldVariable('ISTIO_META_NODE_NAME', 'spec.nodeName', ''),
  ];
}

function identity({ name, namespace, revision, values }: GatewayParts): JsonObject[] {
  const suffix = revision === '' ? '' : `-${revision}`;
  const authority = values.text('global.caAddress');
  return [
    variable('PILOT_CERT_PROVIDER', values.text('global.pilotCertProvider')),
    variable('CA_ADDR', authority || `istiod${suffix}.${values.text('global.istioNamespace')}.svc:15012`),
    fieldVariable('NODE_NAME', 'spec.nodeName'),
    fieldVariable('POD_NAME', 'metadata.name'),
    fieldVariable('POD_NAMESPACE', 'metadata.namespace'),
    fieldVariable('INSTANCE_IP', 'status.podIP'),
    fieldVariable('HOST_IP', 'status.hostIP'),
    resourceVariable('ISTIO_CPU_LIMIT', 'limits.cpu'),
    fieldVariable('SERVICE_ACCOUNT', 'spec.serviceAccountName', ''),
    variable('ISTIO_META_WORKLOAD_NAME', name),
    variable('ISTIO_META_OWNER', `kubernetes://apis/apps/v1/namespaces/${namespace}/deployments/${name}`),
  ];
}

function meshOf({ values }: GatewayParts): JsonObject[] {
  const domain =
    values.text('meshConfig.trustDomain') || values.text('global.trustDomain') || 'cluster.local';
  return [
    variable('ISTIO_META_MESH_ID', values.text('global.meshID') || domain),
    variable('TRUST_DOMAIN', domain),
  ];
}
