import { GoStruct, withElements, type GoMap, type GoValue } from '../../gotemplate/index.ts';
import { isObject, plainText, type Json, type JsonObject } from '../../json.ts';
import type { Chart } from '../chart.ts';

/** `.Chart`: what Chart.yaml says, under names that begin with capital letters. */
export function chartStruct({ metadata, dependencies }: Chart, isRoot: boolean): GoStruct {
  const named = Object.entries(readers).map(([key, read]) => [fieldName(key), read(metadata[key])] as const);
  const names = new Set(dependencies?.map(({ name, alias }) => alias || name));
  const listed = (Array.isArray(metadata.dependencies) ? metadata.dependencies : [])
    .filter(isObject)
    .filter(({ name, alias }) => names.has(plainText(alias) || plainText(name)));
  return new GoStruct({
    type: 'struct { chart.Metadata; IsRoot bool }',
    fields: { ...Object.fromEntries(named), Dependencies: listed.map(dependencyStruct), IsRoot: isRoot },
    json: () => ({ ...plainFields(metadata), IsRoot: isRoot }),
  });
}

const texts = (value: Json | undefined): GoValue =>
  withElements((Array.isArray(value) ? value : []).map(plainText), 'string');

const textMap = (value: Json | undefined): GoValue =>
  withElements(
    Object.fromEntries(
      Object.entries(isObject(value) ? value : {}).map(([key, item]) => [key, plainText(item)]),
    ),
    'string',
  );

const maintainers = (value: Json | undefined): GoValue =>
  (Array.isArray(value) ? value : []).filter(isObject).map((given) => {
    const [name, email, url] = [plainText(given.name), plainText(given.email), plainText(given.url)];
    const json = (): GoMap => present(Object.entries({ name, email, url }));
    const fields = { Name: name, Email: email, URL: url };
    return new GoStruct({ type: 'chart.Maintainer', pointer: true, fields, json });
  });

const readers: Readonly<Record<string, (value: Json | undefined) => GoValue>> = {
  name: plainText,
  home: plainText,
  sources: texts,
  version: plainText,
  description: plainText,
  keywords: texts,
  maintainers,
  icon: plainText,
  apiVersion: (value) => plainText(value) || 'v1',
  condition: plainText,
  tags: plainText,
  appVersion: plainText,
  deprecated: (value) => value === true,
  annotations: textMap,
  kubeVersion: plainText,
  type: plainText,
};

const fieldName = (key: string): string =>
  key === 'apiVersion' ? 'APIVersion' : key.charAt(0).toUpperCase() + key.slice(1);

function dependencyStruct(given: JsonObject): GoValue {
  const { name, version, repository, condition, tags, alias } = given;
  const fields = {
    ...{ Name: plainText(alias) || plainText(name), Version: plainText(version) },
    ...{ Repository: plainText(repository), Condition: plainText(condition) },
    ...{ Tags: texts(tags), Enabled: true, ImportValues: [], Alias: plainText(alias) },
  };
  return new GoStruct({ type: 'chart.Dependency', pointer: true, fields });
}

/** The fields that say something, by the names that they have in Chart.yaml. */
const plainFields = (metadata: JsonObject): GoMap =>
  present(Object.entries(readers).map(([key, read]) => [key, read(metadata[key])] as const));

const present = (entries: readonly (readonly [string, GoValue])[]): GoMap =>
  Object.fromEntries(entries.filter(([, value]) => value !== '' && value !== false && !isEmpty(value)));

const isEmpty = (value: GoValue): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
