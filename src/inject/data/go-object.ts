import type { SchemaNode } from '../../api/index.ts';
import { GoInt, GoStruct, withElements, type GoMap, type GoValue } from '../../gotemplate/index.ts';
import { isObject, plainText, type Json } from '../../json.ts';

/** A struct of the Kubernetes API as templates see it, fields by their Go names; `json` gives what it was made of. */
export function goObject(schema: SchemaNode, type: string, value: Json | undefined): GoStruct {
  return structOf(schema, type, value, { pointer: false });
}

function structOf(
  schema: SchemaNode,
  type: string,
  value: Json | undefined,
  { pointer }: { readonly pointer: boolean },
): GoStruct {
  const given = isObject(value) ? value : {};
  const fields: GoMap = {};
  for (const [name, node] of Object.entries(schema.properties ?? {})) {
    const member = goName(name);
    Object.defineProperty(fields, member, {
      get: () => fieldOf(node, name, `v1.${member}`, given[name]),
      enumerable: true,
    });
  }
  return new GoStruct({ type, fields, pointer, nil: pointer && !isObject(value), json: () => given });
}

/** Names that are not the name in JSON with a capital letter. */
const irregular: Readonly<Record<string, string>> = {
  apiVersion: 'APIVersion',
  awsElasticBlockStore: 'AWSElasticBlockStore',
  cephfs: 'CephFS',
  csi: 'CSI',
  dnsConfig: 'DNSConfig',
  dnsPolicy: 'DNSPolicy',
  fc: 'FC',
  fsGroup: 'FSGroup',
  fsGroupChangePolicy: 'FSGroupChangePolicy',
  fsType: 'FSType',
  gcePersistentDisk: 'GCEPersistentDisk',
  grpc: 'GRPC',
  httpGet: 'HTTPGet',
  httpHeaders: 'HTTPHeaders',
  ip: 'IP',
  iscsi: 'ISCSI',
  nfs: 'NFS',
  os: 'OS',
  rbd: 'RBD',
  seLinuxChangePolicy: 'SELinuxChangePolicy',
  seLinuxOptions: 'SELinuxOptions',
  serviceAccount: 'DeprecatedServiceAccount',
  tcpSocket: 'TCPSocket',
  tty: 'TTY',
  uid: 'UID',
  uri: 'URI',
  wwids: 'WWIDs',
};

const goName = (name: string): string =>
  Object.hasOwn(irregular, name) ? (irregular[name] ?? name) : name.charAt(0).toUpperCase() + name.slice(1);

function fieldOf(node: SchemaNode, name: string, type: string, value: Json | undefined): GoValue {
  if (node.items !== undefined) return listOf(node.items, name, type, value);
  if (node.additionalProperties !== undefined) return mapOf(node.additionalProperties, name, type, value);
  if (node.properties !== undefined) return structOf(node, type, value, { pointer: name !== 'resources' });
  return scalarOf(node, value);
}

function listOf(items: SchemaNode, name: string, type: string, value: Json | undefined): GoValue {
  const list = (Array.isArray(value) ? value : []).map((item) =>
    items.properties === undefined ? fieldOf(items, name, type, item) : goObject(items, type, item),
  );
  return items.type === 'string' ? withElements(list, 'string') : list;
}

function mapOf(values: SchemaNode, name: string, type: string, value: Json | undefined): GoValue {
  const entries = Object.entries(isObject(value) ? value : {});
  const map = Object.fromEntries(entries.map(([key, item]) => [key, fieldOf(values, name, type, item)]));
  return values.type === 'string' ? withElements(map, 'string') : map;
}

function scalarOf(node: SchemaNode, value: Json | undefined): GoValue {
  switch (node.type) {
    case 'string':
      return plainText(value);
    case 'boolean':
      return value === true;
    case 'integer':
      return Number.isSafeInteger(value)
        ? new GoInt(Number(value), node.format === 'int64' ? 'int64' : 'int32')
        : new GoInt(0, 'int32');
    default:
      return goValue(value ?? null);
  }
}

/** A plain value, in which numbers are floats. */
export function goValue(value: Json): GoValue {
  if (Array.isArray(value)) return value.map(goValue);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, goValue(item)]));
}
