import { isIP } from 'node:net';
import { isObject } from '../../json.ts';
import { finding, type BundleFinding } from './bundle-finding.ts';
import type { Variables } from './bundle-variables.ts';
import { parsedJson } from './parsed-json.ts';
import { readEnv, type EnvFile } from './read-env.ts';
import type { SavedFile } from './saved-bundle.ts';

/** What came of reading cluster.env. */
export interface EnvCheck {
  readonly findings: readonly BundleFinding[];
  /** Undefined where the file is not there or no shell can read it. */
  readonly variables: Variables;
}

/** Reads cluster.env as the start script does, and checks what it says by itself. */
export function checkEnv(file: SavedFile | undefined): EnvCheck {
  if (file === undefined || file.text.trim() === '') {
    const message = file === undefined ? 'there is no file cluster.env' : 'cluster.env is empty';
    return { findings: [finding('env-missing', message)], variables: undefined };
  }
  const carriage = file.text.includes('\r\n');
  const read = readEnv(file.text.replaceAll('\r\n', '\n'));
  const variables = new Map(read.assignments.map(({ name, value }) => [name, value]));
  return {
    findings: [
      ...(carriage
        ? [finding('env-line-ends', 'the lines of cluster.env end as on Windows: each value ends with a CR')]
        : []),
      ...formFindings(read),
      ...(read.faults.length > 0 && variables.size === 0 ? [] : valueFindings(variables)),
    ],
    variables,
  };
}

function formFindings({ assignments, faults }: EnvFile): BundleFinding[] {
  const names = assignments.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [
    ...faults.map(({ line, message }) => finding('env-malformed', `cluster.env, line ${line}: ${message}`)),
    ...assignments
      .filter(({ risky }) => risky !== '')
      .map(({ name, line, risky }) =>
        finding(
          'env-unquoted',
          `cluster.env, line ${line}: a shell does not take the value of ${name} as it stands, because of ${JSON.stringify(risky[0])}`,
        ),
      ),
    ...[...twice].map((name) => finding('env-duplicate', `cluster.env says ${name} more than once`)),
  ];
}

type Values = ReadonlyMap<string, string>;

const valueFindings = (variables: Values): BundleFinding[] => [
  ...identityFindings(variables),
  ...istiodFindings(variables),
  ...captureFindings(variables),
  ...booleanFindings(variables),
  ...jsonFindings(variables),
  ...registrationFindings(variables),
];

function identityFindings(variables: Values): BundleFinding[] {
  const [pod, own] = [variables.get('POD_NAMESPACE'), variables.get('ISTIO_NAMESPACE')];
  const isEmpty = (name: string): boolean => (variables.get(name) ?? '') === '';
  const cluster = variables.get('ISTIO_META_CLUSTER_ID');
  return [
    ...(pod === undefined && own === undefined
      ? [finding('env-incomplete', 'cluster.env names no namespace, so that `default` counts')]
      : []),
    ...(pod !== undefined && own !== undefined && pod !== own
      ? [finding('env-namespaces-differ', `POD_NAMESPACE is "${pod}", and ISTIO_NAMESPACE is "${own}"`)]
      : []),
    ...(isEmpty('SERVICE_ACCOUNT')
      ? [finding('env-incomplete', 'cluster.env names no SERVICE_ACCOUNT')]
      : []),
    ...(cluster === undefined
      ? [finding('env-cluster-id', 'cluster.env has no ISTIO_META_CLUSTER_ID, so that `Kubernetes` counts')]
      : []),
  ];
}

function istiodFindings(variables: Values): BundleFinding[] {
  const address = variables.get('CA_ADDR') ?? '';
  if (address === '') return [];
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(address) ?? [];
  if (isIP(host.replace(/^\[|\]$/g, '')) > 0)
    return [finding('env-ca-ip', `CA_ADDR is the IP address ${host}`)];
  return port === '15012' ? [] : [finding('env-ca-port', `CA_ADDR is ${JSON.stringify(address)}`)];
}

const portList = /^(\*|\d{1,5}(,\d{1,5})*)?$/;
/** Ports of the agent, which must stay as they are for it to answer. */
const ownPorts = ['15090', '15021'];

function captureFindings(variables: Values): BundleFinding[] {
  const excluded = variables.get('ISTIO_LOCAL_EXCLUDE_PORTS') ?? '';
  const missing = ownPorts.filter((port) => !excluded.split(',').includes(port));
  return [
    ...['ISTIO_INBOUND_PORTS', 'ISTIO_LOCAL_EXCLUDE_PORTS']
      .filter((name) => !portList.test(variables.get(name) ?? ''))
      .map((name) =>
        finding('env-capture', `${name} is no list of ports: ${JSON.stringify(variables.get(name))}`),
      ),
    ...(portList.test(excluded) && missing.length > 0
      ? [finding('env-capture', `ISTIO_LOCAL_EXCLUDE_PORTS lacks ports of the agent: ${missing.join(', ')}`)]
      : []),
    ...(variables.has('ISTIO_SERVICE_CIDR')
      ? []
      : [finding('env-capture', 'cluster.env has no ISTIO_SERVICE_CIDR: no outbound traffic is redirected')]),
  ];
}

const booleans = ['ISTIO_META_DNS_CAPTURE', 'REWRITE_PROBE_LEGACY_LOCALHOST_DESTINATION'];

const booleanFindings = (variables: Values): BundleFinding[] =>
  booleans
    .filter((name) => !/^(1|0|t|f|true|false)?$/i.test(variables.get(name) ?? ''))
    .map((name) => finding('env-boolean', `${name} is ${JSON.stringify(variables.get(name))}`));

function jsonFindings(variables: Values): BundleFinding[] {
  const labels = parsedJson(variables.get('ISTIO_METAJSON_LABELS') ?? '{}');
  const ports = parsedJson(variables.get('ISTIO_META_POD_PORTS') ?? '[]');
  const isLabels = isObject(labels) && Object.values(labels).every((value) => typeof value === 'string');
  return [
    ...(isLabels ? [] : [finding('env-labels', 'ISTIO_METAJSON_LABELS is no JSON object of texts')]),
    ...(Array.isArray(ports) ? [] : [finding('env-labels', 'ISTIO_META_POD_PORTS is no JSON list')]),
  ];
}

function registrationFindings(variables: Values): BundleFinding[] {
  const [group, name] = [
    variables.get('ISTIO_META_AUTO_REGISTER_GROUP'),
    variables.get('ISTIO_META_WORKLOAD_NAME'),
  ];
  const address = variables.get('ISTIO_SVC_IP') ?? '';
  return [
    ...(group !== undefined && group !== name
      ? [
          finding(
            'env-auto-register-group',
            `the VM would register with "${group}", and its group is "${name ?? ''}"`,
          ),
        ]
      : []),
    ...(address !== '' && isIP(address) === 0
      ? [finding('env-address', `ISTIO_SVC_IP is no IP address: ${JSON.stringify(address)}`)]
      : []),
  ];
}
