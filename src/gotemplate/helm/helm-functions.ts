import { writeJson } from '../json/write-json.ts';
import { readJson } from '../json/read-json.ts';
import { TemplateFault } from '../template-fault.ts';
import { contextFunction, goFunction } from '../values/go-function.ts';
import { emptyMap, mapOf } from '../values/go-map.ts';
import type { GoFunction, GoMap, GoValue } from '../values/go-value.ts';
import { isMap } from '../values/type-of.ts';
import { readYaml, readYamlList } from '../yaml/read-yaml.ts';
import { writeYaml } from '../yaml/write-yaml.ts';
import { writeToml } from './write-toml.ts';

/**
 * What Helm adds to the functions of sprig: https://helm.sh/docs/chart_template_guide/function_list/. `lookup` finds nothing,
 * as it does in `helm template`.
 */
export const helmFunctions: Readonly<Record<string, GoFunction>> = {
  include: contextFunction(['string', 'any'], ({ render }, name, data) => render(name, data)),
  tpl: contextFunction(['string', 'any'], ({ renderText }, text, data) => renderText(text, data)),
  required: goFunction(['string', 'any'], (message, value) => {
    if (value === null || value === '') throw new TemplateFault(message);
    return value;
  }),
  lookup: goFunction(['string', 'string', 'string', 'string'], emptyMap),
  toYaml: goFunction(['any'], (value) => yamlOr('', value)),
  mustToYaml: goFunction(['any'], toYaml),
  fromYaml: goFunction(['string'], (text) => mapFrom(() => (isBlank(text) ? emptyMap() : readYaml(text)))),
  fromYamlArray: goFunction(['string'], (text) => listFrom(() => (isBlank(text) ? [] : readYamlList(text)))),
  toJson: goFunction(['any'], (value) => jsonOr('', value)),
  mustToJson: goFunction(['any'], toJson),
  fromJson: goFunction(['string'], (text) => mapFrom(() => readJson(text))),
  fromJsonArray: goFunction(['string'], (text) => listFrom(() => readJson(text))),
  toToml: goFunction(['any'], writeToml),
};

const isBlank = (text: string): boolean => text.trim() === '';

function toYaml(value: GoValue): string {
  return writeYaml(value).replace(/\n$/, '');
}

function toJson(value: GoValue): string {
  return writeJson(value, { escapeHtml: true });
}

const yamlOr = (fallback: string, value: GoValue): string =>
  orElse(
    () => toYaml(value),
    () => fallback,
  );
const jsonOr = (fallback: string, value: GoValue): string =>
  orElse(
    () => toJson(value),
    () => fallback,
  );

/** A map; of anything else one with the key `Error`. */
const mapFrom = (read: () => GoValue): GoMap =>
  orElse(
    () => {
      const value = read();
      if (value === null) return emptyMap();
      if (isMap(value)) return value;
      throw new TemplateFault('the text is no map');
    },
    (message) => mapOf([['Error', message]]),
  );

/** A list; of anything else one with what is wrong as its only item. */
const listFrom = (read: () => GoValue): GoValue[] =>
  orElse(
    () => {
      const value = read();
      if (value === null) return [];
      if (Array.isArray(value)) return value;
      throw new TemplateFault('the text is no list');
    },
    (message) => [message],
  );

function orElse<Result>(make: () => Result, fallback: (message: string) => Result): Result {
  try {
    return make();
  } catch (error) {
    if (error instanceof TemplateFault) return fallback(error.message);
    throw error;
  }
}
