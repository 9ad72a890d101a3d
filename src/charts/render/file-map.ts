import {
  goFunction,
  GoInt,
  helmFunctions,
  withElements,
  withMethods,
  type GoMap,
  type GoValue,
} from '../../gotemplate/index.ts';
import type { ChartFile } from '../chart.ts';
import { globPattern } from '../glob-pattern.ts';

/** `.Files`: a map of names to bytes, with methods. Source: https://helm.sh/docs/chart_template_guide/accessing_files/ */
export function fileMap(files: readonly ChartFile[]): GoMap {
  const byName = new Map(files.map((file) => [file.name, file.bytes]));
  const text = (name: string): string => decode(byName.get(name) ?? new Uint8Array());
  const map = Object.create(null) as GoMap;
  for (const { name, bytes } of files) addBytes(map, name, bytes);
  return withMethods(map, {
    Get: goFunction(['string'], text),
    GetBytes: goFunction(['string'], (name) => bytesValue(byName.get(name) ?? new Uint8Array())),
    Glob: goFunction(['string'], (pattern) => fileMap(files.filter(({ name }) => matcher(pattern)(name)))),
    Lines: goFunction(['string'], (name) => lines(text(name))),
    AsConfig: goFunction([], () => asYaml(files, decode)),
    AsSecrets: goFunction([], () => asYaml(files, (bytes) => Buffer.from(bytes).toString('base64'))),
  });
}

const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** Few templates look at the bytes themselves: lists of them are made when one does. */
function addBytes(map: GoMap, name: string, bytes: Uint8Array): void {
  Object.defineProperty(map, name, { enumerable: true, get: () => bytesValue(bytes) });
}

const bytesValue = (bytes: Uint8Array): GoValue =>
  withElements(
    Array.from(bytes, (byte): GoValue => new GoInt(byte, 'uint8')),
    'uint8',
  );

/** What is no pattern matches everything at the top level and below. */
const matcher = (pattern: string): ((name: string) => boolean) =>
  globPattern(pattern, { wide: true }) ?? (() => true);

function lines(text: string): GoValue {
  return withElements(text === '' ? [] : text.replace(/\n$/, '').split('\n'), 'string');
}

/** A map of the last steps of the names; of files with the same one, the last counts. */
function asYaml(files: readonly ChartFile[], write: (bytes: Uint8Array) => string): GoValue {
  const entries = files.map(
    ({ name, bytes }) => [name.slice(name.lastIndexOf('/') + 1), write(bytes)] as const,
  );
  return helmFunctions.toYaml?.call(noContext, [Object.fromEntries(entries)]);
}

const noContext = { render: () => '', renderText: () => '', allow: () => undefined };
