import { plainText, type Json, type JsonObject } from '../../../json.ts';
import { fieldVariable, resourceVariable, variable } from '../../variables.ts';
import type { Plane } from './plane.ts';

/** The environment of istiod, in the order in which it has always been. */
export function environmentOf(plane: Plane): Json[] {
  const { values, rev } = plane;
  const cluster = values.text('global.multiCluster.clusterName');
  return [
    variable('REVISION', rev),
    variable('PILOT_CERT_PROVIDER', values.text('global.pilotCertProvider')),
    fieldVariable('POD_NAME', 'metadata.name'),
    fieldVariable('POD_NAMESPACE', 'metadata.namespace'),
    fieldVariable('SERVICE_ACCOUNT', 'spec.serviceAccountName'),
    variable('KUBECONFIG', '/var/run/secrets/remote/config'),
    variable('CA_TRUSTED_NODE_ACCOUNTS', trustedAccounts(plane)),
    ...userVariables(plane),
    ...values.list('envVarFrom'),
    ...(values.is('traceSampling') ? [variable('PILOT_TRACE_SAMPLING', values.text('traceSampling'))] : []),
    ...taintVariables(plane),
    ...(values.is('global.externalIstiod') ? [variable('EXTERNAL_ISTIOD', 'true')] : []),
    ...trustVariables(plane),
    variable('PILOT_ENABLE_ANALYSIS', String(values.is('global.istiod.enableAnalysis'))),
    variable('CLUSTER_ID', cluster === '' ? 'Kubernetes' : cluster),
    resourceVariable('GOMAXPROCS', 'limits.cpu'),
    variable('PLATFORM', values.text('global.platform') || values.text('platform')),
  ];
}

/** The account of ztunnel may ask for certificates of others. */
function trustedAccounts({ values, namespace }: Plane): string {
  const place = values.text('trustedZtunnelNamespace') || namespace;
  return `${place}/${values.text('trustedZtunnelName') || 'ztunnel'}`;
}

function userVariables({ values }: Plane): JsonObject[] {
  const given = values.map('env');
  const sorted = Object.keys(given).sort();
  const fips = plainText(given.COMPLIANCE_POLICY) === 'fips-140-3' && given.GODEBUG === undefined;
  return [
    ...sorted.map((name) => variable(name, plainText(given[name]))),
    ...(fips ? [variable('GODEBUG', 'fips140=only')] : []),
  ];
}

function taintVariables({ values }: Plane): JsonObject[] {
  if (!values.is('taint.enabled')) return [];
  return [
    variable('PILOT_ENABLE_NODE_UNTAINT_CONTROLLERS', 'true'),
    variable('PILOT_NODE_UNTAINT_CONTROLLERS_TAINT_NAME', values.text('taint.name')),
  ];
}

function trustVariables({ values }: Plane): JsonObject[] {
  const bundle = values.text('global.trustBundleName');
  const revoked = values.text('crlConfigMapName');
  return [
    ...(bundle === '' ? [] : [variable('PILOT_CA_CERT_CONFIGMAP', bundle)]),
    ...(revoked === '' ? [] : [variable('PILOT_CRL_CONFIGMAP', revoked)]),
  ];
}
