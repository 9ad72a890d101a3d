import { compareText } from '../../compare-text.ts';
import { MeshctlError } from '../../errors.ts';
import { isObject, objectIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import { readMeshConfig } from '../read-mesh-config.ts';
import type { VmGroup } from './vm-group.ts';

/**
 * Reads a WorkloadGroup. `namespace` counts for a group that names none; `origin` is what messages call the document.
 *
 * @throws {MeshctlError} `input` for a document of another kind, without a name or namespace, of another namespace than
 * the one that was asked for, and for values that no VM could be set up by.
 */
export function readVmGroup(object: JsonObject, origin: string, namespace?: string): VmGroup {
  checkKind(object, origin);
  const name = plainText(valueIn(object, 'metadata', 'name'));
  if (name === '') throw fault(origin, 'the group has no name', 'give it metadata.name');
  checkName(name, 'name', origin);
  const template = objectIn(object, 'spec', 'template');
  const [given, own] = [objectIn(object, 'spec', 'metadata'), objectIn(object, 'metadata')];
  const [outer, inner] = [given.labels, template.labels].map((labels) => textsOf(labels, 'labels', origin));
  const probe = valueIn(object, 'spec', 'probe');
  return {
    name,
    namespace: checkName(namespaceOf(object, origin, namespace), 'namespace', origin),
    serviceAccount: checkName(plainText(template.serviceAccount) || 'default', 'service account', origin),
    network: plainText(template.network),
    labels: sorted({ ...outer, ...inner }),
    overriddenLabels: Object.keys(inner ?? {}).filter(
      (key) => (outer?.[key] ?? inner?.[key]) !== inner?.[key],
    ),
    ports: portsOf(template.ports, origin),
    ...(isObject(probe) && { probe }),
    proxyConfigs: [own, given].flatMap(({ annotations }) => proxyConfigIn(annotations, origin)),
  };
}

function proxyConfigIn(annotations: Json | undefined, origin: string): JsonObject[] {
  const text = plainText(valueIn(annotations, 'proxy.istio.io/config'));
  const name = `${origin}, annotation proxy.istio.io/config`;
  return text === '' ? [] : [objectIn(readMeshConfig(text, name, 'defaultConfig'), 'defaultConfig')];
}

const fault = (origin: string, message: string, hint: string): MeshctlError =>
  new MeshctlError('input', `${origin}: ${message}`, { hint });

/** Names get into addresses, files and commands: none is taken that no object in a cluster can have. */
function checkName(name: string, what: 'name' | 'namespace' | 'service account', origin: string): string {
  const isName = what === 'namespace' ? isLabelName(name) : name.split('.').every(isLabelName);
  if (isName && name.length <= 253) return name;
  const message = `the ${what} of the group, ${JSON.stringify(name)}, is none that an object can have`;
  throw fault(origin, message, 'use lower-case letters, digits and hyphens');
}

const isLabelName = (text: string): boolean => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(text);

/** The version may be left out, as in files that older tools wrote. */
function checkKind({ apiVersion, kind }: JsonObject, origin: string): void {
  const [group, version] = plainText(apiVersion).split('/');
  const rightGroup = group === '' || (group === 'networking.istio.io' && version !== undefined);
  if (kind === 'WorkloadGroup' && rightGroup) return;
  const found = plainText(kind) === '' ? 'has no kind' : `is a ${plainText(kind)}`;
  throw fault(
    origin,
    kind === 'WorkloadGroup'
      ? `the apiVersion ${plainText(apiVersion)} is none of Istio`
      : `the document ${found}`,
    'give a WorkloadGroup of networking.istio.io/v1; `meshctl vm group create` writes one',
  );
}

function namespaceOf(object: JsonObject, origin: string, asked: string | undefined): string {
  const own = plainText(valueIn(object, 'metadata', 'namespace'));
  if (own !== '' && asked !== undefined && asked !== own)
    throw fault(
      origin,
      `the group is in the namespace "${own}", not in "${asked}"`,
      'leave out -n, or correct it',
    );
  const namespace = own === '' ? asked : own;
  if (namespace !== undefined) return namespace;
  throw fault(origin, 'the group has no namespace', 'give it metadata.namespace, or say -n');
}

function textsOf(value: Json | undefined, field: string, origin: string): Record<string, string> {
  if (value === undefined || value === null) return {};
  const entries = isObject(value) ? Object.entries(value) : undefined;
  const wrong = entries?.find(([, text]) => typeof text !== 'string')?.[0];
  if (entries === undefined || wrong !== undefined)
    throw fault(
      origin,
      `${wrong === undefined ? field : `${field}.${wrong}`} is no text`,
      'put it into quotes',
    );
  return Object.fromEntries(entries.map(([key, text]) => [key, plainText(text)]));
}

function portsOf(value: Json | undefined, origin: string): Record<string, number> {
  const entries = Object.entries(isObject(value) ? value : {});
  return sorted(
    Object.fromEntries(
      entries.map(([name, port]) => {
        if (typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65536)
          return [name, port];
        throw fault(
          origin,
          `the port ${name} is ${JSON.stringify(port)}`,
          'ports are numbers from 1 to 65535',
        );
      }),
    ),
  );
}

const sorted = <Value>(values: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => compareText(a, b)));
