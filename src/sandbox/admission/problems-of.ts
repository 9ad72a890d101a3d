import { isDeepStrictEqual } from 'node:util';
import { objectIn, objectsIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Cause } from '../refusal.ts';
import { matchesLabels } from '../read/label-selector.ts';
import { nameOf } from '../store/metadata.ts';
import { schemaProblems } from './schema-problems.ts';

/**
 * Why an object may not be stored: a name that is none, a field that must not change, what a workload cannot do without.
 * The API server checks more than that; only what an installation may run into is here.
 */
export function problemsOf(kind: Kind, object: JsonObject, live: JsonObject | undefined): readonly Cause[] {
  const named = live === undefined ? nameProblems(kind, nameOf(object)) : [];
  if (kind.custom !== undefined) return [...named, ...schemaProblems(object, kind.custom.schema)];
  const changed = live === undefined ? [] : fixedProblems(kind, object, live);
  return [...named, ...changed, ...(checks[kind.kind]?.(object) ?? [])];
}

const required = (field: string): Cause => ({
  reason: 'FieldValueRequired',
  message: 'Required value',
  field,
});

const wrong = (field: string, value: Json | undefined, why: string): Cause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${JSON.stringify(value)}: ${why}`,
  field,
});

const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
function nameProblems(kind: Kind, name: string): readonly Cause[] {
  if (kind.group === 'rbac.authorization.k8s.io') return [];
  const strict = kind.kind === 'Namespace' || kind.kind === 'Service';
  const fits = strict ? label.test(name) : subdomain.test(name) && name.length <= 253;
  const why = strict
    ? 'a lowercase RFC 1123 label must consist of lower case alphanumeric characters or "-"'
    : 'a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, "-" or "."';
  return fits ? [] : [wrong('metadata.name', name, why)];
}

/** Fields that stay as they are once an object is there. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec.selector'],
  DaemonSet: ['spec.selector'],
  StatefulSet: ['spec.selector', 'spec.serviceName'],
  ReplicaSet: ['spec.selector'],
  RoleBinding: ['roleRef'],
  ClusterRoleBinding: ['roleRef'],
  Secret: ['type'],
};

function fixedProblems(kind: Kind, object: JsonObject, live: JsonObject): readonly Cause[] {
  const isClosed = (kind.kind === 'Secret' || kind.kind === 'ConfigMap') && live.immutable === true;
  const paths = [
    ...(fixed[kind.kind] ?? []),
    ...(isClosed ? ['data', 'binaryData'] : []),
    ...address(kind, live),
  ];
  return paths.flatMap((path) => {
    const value = valueIn(object, ...path.split('.'));
    const same = isDeepStrictEqual(value, valueIn(live, ...path.split('.')));
    const field = path === 'spec.clusterIPs' ? `${path}[0]` : path;
    return same ? [] : [wrong(field, value, 'field is immutable')];
  });
}

const address = (kind: Kind, live: JsonObject): readonly string[] =>
  kind.kind === 'Service' && valueIn(live, 'spec', 'type') !== 'ExternalName' ? ['spec.clusterIPs'] : [];

const checks: Readonly<Record<string, (object: JsonObject) => readonly Cause[]>> = {
  Pod: ({ spec }) => podProblems(spec, 'spec'),
  Deployment: workloadProblems,
  DaemonSet: workloadProblems,
  StatefulSet: workloadProblems,
  ReplicaSet: workloadProblems,
  Service: serviceProblems,
};

function workloadProblems(object: JsonObject): readonly Cause[] {
  const { selector, template } = objectIn(object, 'spec');
  const labels = objectIn(template, 'metadata', 'labels');
  const at = 'spec.template';
  return [
    ...(selector === undefined ? [required('spec.selector')] : []),
    ...(selector === undefined || matchesLabels(selector, labels)
      ? []
      : [wrong(`${at}.metadata.labels`, labels, '`selector` does not match template `labels`')]),
    ...podProblems(valueIn(template, 'spec'), `${at}.spec`),
  ];
}

function podProblems(spec: Json | undefined, at: string): readonly Cause[] {
  const containers = objectsIn(spec, 'containers');
  if (containers.length === 0) return [required(`${at}.containers`)];
  const volumes = new Set(objectsIn(spec, 'volumes').map(({ name }) => name));
  return containers.flatMap((container, index) => {
    const place = `${at}.containers[${index}]`;
    const lacking = ['name', 'image'].filter((key) => plainText(container[key]) === '');
    const mounts = objectsIn(container.volumeMounts).flatMap(({ name }, mount) => {
      const field = `${place}.volumeMounts[${mount}].name`;
      const message = `Not found: ${JSON.stringify(name)}`;
      return volumes.has(name) ? [] : [{ reason: 'FieldValueNotFound', message, field }];
    });
    return [...lacking.map((key) => required(`${place}.${key}`)), ...mounts];
  });
}

function serviceProblems(service: JsonObject): readonly Cause[] {
  const { type, clusterIP, ports } = objectIn(service, 'spec');
  const all = objectsIn(ports);
  if (all.length === 0)
    return type === 'ExternalName' || clusterIP === 'None' ? [] : [required('spec.ports')];
  const names = all.map(({ name }) => plainText(name));
  return all.flatMap(({ port, name }, index) => {
    const at = `spec.ports[${index}]`;
    const fits = typeof port === 'number' && port >= 1 && port <= 65_535;
    const twice = names.indexOf(plainText(name)) < index;
    return [
      ...(fits ? [] : [wrong(`${at}.port`, port, 'must be between 1 and 65535, inclusive')]),
      ...(all.length > 1 && plainText(name) === '' ? [required(`${at}.name`)] : []),
      ...(twice && plainText(name) !== ''
        ? [
            {
              reason: 'FieldValueDuplicate',
              message: `Duplicate value: ${JSON.stringify(name)}`,
              field: `${at}.name`,
            },
          ]
        : []),
    ];
  });
}
