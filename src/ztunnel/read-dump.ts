import { MeshctlError, messageOf } from '../errors.ts';
import type {
  ChainElement,
  Connection,
  WorkloadState,
  ZtunnelCertificate,
  ZtunnelDump,
  ZtunnelPolicy,
  ZtunnelService,
  ZtunnelWorkload,
} from './dump.ts';
import { fieldsOf, type Fields, type Item } from '../object-fields.ts';
import { policyOrder, serviceOrder, sortedBy, workloadOrder } from './order.ts';

/**
 * Reads the JSON that ztunnel answers at `/config_dump`. Sections may be lists (newer ztunnels) or maps (older ones),
 * and may be missing; what stands in a map is put in order. Throws `MeshctlError` for text that is no such dump.
 */
export function readZtunnelDump(text: string, file: string): ZtunnelDump {
  const root = fieldsOf(parse(text, file));
  if (!root || !sections.some((name) => Object.hasOwn(root.raw, name))) throw notADump(file, root);
  for (const name of sections) checkSection(root, name, file);
  return {
    raw: root.raw,
    workloads: ordered(root.items('workloads'), workloadOf, workloadOrder),
    services: ordered(root.items('services'), serviceOf, serviceOrder),
    policies: ordered(root.items('policies'), policyOf, policyOrder),
    certificates: root.items('certificates').map(({ fields }) => certificateOf(fields)),
    states: root.items('workloadState').map(({ fields }) => stateOf(fields)),
  };
}

const sections = ['workloads', 'services', 'policies', 'certificates', 'workloadState'];

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new MeshctlError('input', `${file} is not JSON`, {
      reason: messageOf(cause),
      hint: dumpHint,
      cause,
    });
  }
}

const dumpHint =
  'save what a ztunnel says: `kubectl exec -n istio-system ZTUNNEL -- curl -s localhost:15000/config_dump`';

function notADump(file: string, root: Fields | undefined): MeshctlError {
  const ofEnvoy = root !== undefined && Object.hasOwn(root.raw, 'configs');
  return new MeshctlError(
    'input',
    ofEnvoy ? `${file} is a dump of Envoy, not of ztunnel` : `${file} is no dump of ztunnel`,
    {
      reason: `it has none of ${sections.join(', ')}`,
      hint: ofEnvoy ? 'read it with `meshctl proxy-config`' : dumpHint,
    },
  );
}

function checkSection({ raw }: Fields, name: string, file: string): void {
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
  if (value === undefined || (typeof value === 'object' && value !== null) || value === null) return;
  throw new MeshctlError('input', `${name} of ${file} is neither a list nor a map`, { hint: dumpHint });
}

/** Lists keep their order, which has a meaning to ztunnel; that of a map differs from one dump to the next. */
function ordered<T>(
  items: readonly Item[],
  read: (item: Item) => T,
  keys: (value: T) => readonly string[],
): readonly T[] {
  const values = items.map(read);
  return items[0]?.key === undefined ? values : sortedBy(values, keys);
}

function workloadOf({ fields }: Item): ZtunnelWorkload {
  const single = fields.text('workloadIp');
  const many = fields.texts('workloadIps');
  return {
    raw: fields.raw,
    uid: fields.text('uid'),
    namespace: fields.text('namespace'),
    name: fields.text('name'),
    addresses: many.length > 0 || single === '' ? many : [single],
    hostname: fields.text('hostname'),
    node: fields.text('node'),
    protocol: fields.text('protocol'),
    status: fields.text('status'),
    waypoint: fields.inner('waypoint')?.text('destination'),
  };
}

const serviceOf = ({ fields }: Item): ZtunnelService => ({
  raw: fields.raw,
  namespace: fields.text('namespace'),
  name: fields.text('name'),
  hostname: fields.text('hostname'),
  addresses: fields.texts('vips'),
  waypoint: fields.inner('waypoint')?.text('destination'),
  endpoints: fields.items('endpoints').map((endpoint) => endpoint.fields.text('workloadUid')),
});

const policyOf = ({ fields }: Item): ZtunnelPolicy => ({
  raw: fields.raw,
  namespace: fields.text('namespace'),
  name: fields.text('name'),
  action: fields.text('action'),
  scope: fields.text('scope'),
});

const certificateOf = (fields: Fields): ZtunnelCertificate => ({
  raw: fields.raw,
  identity: fields.text('identity'),
  state: fields.text('state'),
  chain: fields.items('certChain').map(elementOf),
  roots: fields.items('rootCerts').map(elementOf),
});

const elementOf = ({ fields }: Item): ChainElement => ({
  pem: fields.text('pem'),
  serialNumber: fields.text('serialNumber'),
  validFrom: fields.text('validFrom'),
  expirationTime: fields.text('expirationTime'),
});

function stateOf(fields: Fields): WorkloadState {
  const info = fields.inner('info');
  const connections = fields.inner('connections');
  return {
    raw: fields.raw,
    namespace: info?.text('namespace') ?? '',
    name: info?.text('name') ?? '',
    inbound: connections?.items('inbound').map(connectionOf) ?? [],
    outbound: connections?.items('outbound').map(connectionOf) ?? [],
  };
}

const connectionOf = ({ fields }: Item): Connection => ({
  src: fields.text('src'),
  originalDst: fields.text('originalDst'),
  actualDst: fields.text('actualDst'),
  protocol: fields.text('protocol'),
});
