import { isIP } from 'node:net';
import { MeshctlError } from '../../errors.ts';
import { isObject, objectIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { readMeshConfig } from '../read-mesh-config.ts';
import { finding, type BundleFinding } from './bundle-finding.ts';
import type { Variables } from './bundle-variables.ts';
import type { SavedFile } from './saved-bundle.ts';

/** What came of reading mesh.yaml. */
export interface MeshCheck {
  readonly findings: readonly BundleFinding[];
  /** Empty where it is not there or cannot be read. */
  readonly defaultConfig: JsonObject;
}

/** Reads mesh.yaml as the agent does, and checks it by itself and against the variables. */
export function checkMesh(file: SavedFile | undefined, variables: Variables): MeshCheck {
  if (file === undefined)
    return { findings: [finding('mesh-missing', 'there is no file mesh.yaml')], defaultConfig: {} };
  const mesh = readOrFault(file.text);
  if (mesh instanceof MeshctlError) {
    const why = mesh.reason === undefined ? '' : ` (${mesh.reason})`;
    return { findings: [finding('mesh-malformed', `${mesh.message}${why}`)], defaultConfig: {} };
  }
  const defaultConfig = objectIn(mesh, 'defaultConfig');
  const empty = Object.keys(defaultConfig).length === 0;
  return {
    findings: empty
      ? [finding('mesh-empty', 'mesh.yaml holds no settings below `defaultConfig`')]
      : [
          ...addressFindings(plainText(defaultConfig.discoveryAddress)),
          ...metadataFindings(objectIn(defaultConfig, 'proxyMetadata'), variables),
          ...probeFindings(defaultConfig),
        ],
    defaultConfig,
  };
}

function readOrFault(text: string): JsonObject | MeshctlError {
  try {
    return readMeshConfig(text, 'mesh.yaml');
  } catch (error) {
    if (error instanceof MeshctlError) return error;
    throw error;
  }
}

function addressFindings(address: string): BundleFinding[] {
  if (address === '') return [];
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(address) ?? [];
  if (isIP(host.replace(/^\[|\]$/g, '')) > 0)
    return [finding('mesh-discovery-ip', `discoveryAddress is the IP address ${host}`)];
  return port === '15012'
    ? []
    : [finding('mesh-discovery-address', `discoveryAddress is ${JSON.stringify(address)}`)];
}

/** What decides who the VM is; both files say it. */
const identity = [
  'POD_NAMESPACE',
  'SERVICE_ACCOUNT',
  'ISTIO_META_CLUSTER_ID',
  'ISTIO_META_NETWORK',
  'ISTIO_META_WORKLOAD_NAME',
  'ISTIO_META_AUTO_REGISTER_GROUP',
];

function metadataFindings(metadata: JsonObject, variables: Variables): BundleFinding[] {
  if (variables === undefined) return [];
  return identity
    .filter((name) => Object.hasOwn(metadata, name) && variables.has(name))
    .filter((name) => metadata[name] !== variables.get(name))
    .map((name) =>
      finding(
        'mesh-differs',
        `${name} is ${JSON.stringify(metadata[name])} in mesh.yaml, and ${JSON.stringify(variables.get(name))} in cluster.env`,
      ),
    );
}

function probeFindings(config: JsonObject): BundleFinding[] {
  const probe = valueIn(config, 'readinessProbe');
  if (!isObject(probe)) return [];
  const method = (['httpGet', 'tcpSocket', 'grpc', 'exec'] as const).find((name) => isObject(probe[name]));
  if (method === undefined) return [finding('mesh-probe', 'the readiness probe says nothing to ask')];
  if (method === 'exec') return [];
  const port = valueIn(probe, method, 'port');
  return typeof port === 'number' && port > 0 && port < 65536
    ? []
    : [
        finding(
          'mesh-probe',
          `the readiness probe asks at no port: ${method}.port is ${JSON.stringify(port ?? 0)}`,
        ),
      ];
}
