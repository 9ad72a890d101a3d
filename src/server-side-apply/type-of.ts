import { objectIn, plainText, valueIn, type JsonObject } from '../json.ts';
import { builtInType } from './built-in-type.ts';
import { deducedType, schemaType, type FieldType } from './field-type.ts';

/** The definitions of custom kinds, as far as they are known. */
export type Definitions = readonly JsonObject[];

/**
 * The type of an object: built in, by the CustomResourceDefinition of its kind, or deduced. Metadata have the same type
 * everywhere.
 */
export function typeOf(object: JsonObject, definitions: Definitions = []): FieldType {
  const kind = plainText(object.kind);
  const [group = '', version = ''] = groupVersion(plainText(object.apiVersion));
  if (isBuiltIn(group)) return builtInType(kind);
  const custom = customType(group, version, kind, definitions);
  const metadata = builtInType(kind).field('metadata');
  return {
    ...custom,
    field: (name) => (name === 'metadata' ? metadata : custom.field(name)),
    isNamed: (name) => topFields.has(name) || custom.isNamed(name),
    isAlwaysThere: (name) => name === 'metadata',
  };
}

const topFields = new Set(['apiVersion', 'kind', 'metadata']);

const groupVersion = (apiVersion: string): readonly string[] =>
  apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];

/** Groups of custom kinds may end in `.k8s.io`, too. */
const isBuiltIn = (group: string): boolean => !group.includes('.') || builtInGroups.has(group);

const builtInGroups = new Set(
  [
    ...['admissionregistration', 'apiextensions', 'apiregistration', 'authentication', 'authorization'],
    ...['certificates', 'coordination', 'discovery', 'events', 'flowcontrol.apiserver', 'networking', 'node'],
    ...['rbac.authorization', 'resource', 'scheduling', 'storage'],
  ].map((name) => `${name}.k8s.io`),
);

function customType(group: string, version: string, kind: string, definitions: Definitions): FieldType {
  const definition = definitions.find(
    ({ spec }) => valueIn(spec, 'group') === group && valueIn(spec, 'names', 'kind') === kind,
  );
  const versions = objectIn(definition, 'spec').versions;
  const served = Array.isArray(versions)
    ? versions.find((one) => valueIn(one, 'name') === version)
    : undefined;
  const schema = valueIn(served, 'schema', 'openAPIV3Schema');
  return schema === undefined ? deducedType : schemaType(schema);
}
