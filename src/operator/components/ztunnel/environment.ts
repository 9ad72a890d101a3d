import { plainText, type Json, type JsonObject } from '../../../json.ts';
import type { ComponentContext } from '../../component-context.ts';
import { fieldVariable, resourceVariable, variable } from '../../variables.ts';

/** The environment of the node proxy, in the order in which it has always been. */
export function environmentOf({ values, revision }: ComponentContext): Json[] {
  const suffix = revision === '' ? '' : `-${revision}`;
  const plane = `istiod${suffix}.${values.text('istioNamespace')}.svc:15012`;
  const network = values.text('network');
  return [
    variable('CA_ADDRESS', values.text('caAddress') || plane),
    variable('XDS_ADDRESS', values.text('xdsAddress') || plane),
    ...(values.is('logAsJson') ? [variable('LOG_FORMAT', 'json')] : []),
    ...(network === '' ? [] : [variable('NETWORK', network)]),
    variable('RUST_LOG', values.text('logLevel')),
    variable('RUST_BACKTRACE', '1'),
    variable('ISTIO_META_CLUSTER_ID', values.text('multiCluster.clusterName') || 'Kubernetes'),
    variable('INPOD_ENABLED', 'true'),
    variable('TERMINATION_GRACE_PERIOD_SECONDS', values.text('terminationGracePeriodSeconds')),
    ...[
      ['POD_NAME', 'metadata.name'] as const,
      ['POD_NAMESPACE', 'metadata.namespace'] as const,
      ['NODE_NAME', 'spec.nodeName'] as const,
      ['INSTANCE_IP', 'status.podIP'] as const,
      ['SERVICE_ACCOUNT', 'spec.serviceAccountName'] as const,
    ].map(([name, path]) => fieldVariable(name, path, '')),
    ...variablesOf(values.map('meshConfig.defaultConfig.proxyMetadata')),
    resourceVariable('ZTUNNEL_CPU_LIMIT', 'limits.cpu'),
    ...(values.is('resources.limits.cpu')
      ? [resourceVariable('ZTUNNEL_RESOURCE_CPU_LIMIT', 'limits.cpu')]
      : []),
    ...(values.is('resources.requests.cpu')
      ? [resourceVariable('ZTUNNEL_RESOURCE_CPU_REQUEST', 'requests.cpu')]
      : []),
    ...(values.is('peerCaCrl.enabled')
      ? [variable('CRL_PATH', '/var/run/secrets/istio/crl/ca-crl.pem')]
      : []),
    ...variablesOf(values.map('env')),
  ];
}

const variablesOf = (map: JsonObject): JsonObject[] =>
  Object.entries(map).map(([name, value]) => variable(name, plainText(value)));
