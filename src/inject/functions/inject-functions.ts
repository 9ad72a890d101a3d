import { goFunction, sprigFunctions, writeYaml, type GoFunction } from '../../gotemplate/index.ts';
import { jsonFunctions } from './json-functions.ts';
import { podFunctions } from './pod-functions.ts';

/** The functions that istiod offers to templates of injection, besides and instead of those of sprig. */
export const injectFunctions: Readonly<Record<string, GoFunction>> = {
  ...sprigFunctions,
  ...podFunctions,
  ...jsonFunctions,
  toYaml: goFunction(['any'], writeYaml),
  contains: goFunction(['string', 'string'], (needle, text) => text.includes(needle)),
  toLower: goFunction(['string'], (text) => text.toLowerCase()),
  directory: goFunction(['string'], (path) => path.slice(0, path.lastIndexOf('/') + 1)),
  indent: goFunction(['int', 'string'], (spaces, text) => text.replaceAll('\n', `\n${' '.repeat(spaces)}`)),
  valueOrDefault: goFunction(['any', 'any'], (value, fallback) =>
    value === null || value === '' ? fallback : value,
  ),
  env: goFunction(['string', 'string'], (_, fallback) => fallback),
};
