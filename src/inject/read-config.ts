import { MeshctlError } from '../errors.ts';
import { isObject, plainText, type Json, type JsonObject } from '../json.ts';
import { readText } from '../resources/index.ts';
import type { InjectorConfig } from './inject-settings.ts';

/**
 * Reads the key `config` of an injector ConfigMap, which is YAML; `name` is what errors call it.
 *
 * @throws {MeshctlError} `input` when it is no YAML or holds no templates.
 */
export function readInjectorConfig(text: string, name: string): InjectorConfig {
  const config = readSettingsMap(text, name);
  const templates = textsOf(config.templates);
  if (Object.keys(templates).length === 0)
    throw new MeshctlError('input', `${name} holds no injection templates`, {
      hint: 'give the key `config` of an injector ConfigMap of Istio 1.8 or newer',
    });
  const { aliases, neverInjectSelector, alwaysInjectSelector, defaultTemplates } = config;
  const named = textList(defaultTemplates);
  return {
    templates,
    defaultTemplates: named.length > 0 ? named : ['sidecar'],
    aliases: Object.fromEntries(
      Object.entries(isObject(aliases) ? aliases : {}).map(([alias, names]) => [alias, textList(names)]),
    ),
    policy: plainText(config.policy),
    neverInjectSelector: listOf(neverInjectSelector).filter(isObject),
    alwaysInjectSelector: listOf(alwaysInjectSelector).filter(isObject),
    injectedAnnotations: textsOf(config.injectedAnnotations),
  };
}

/**
 * Reads a text of YAML or JSON that holds settings.
 *
 * @throws {MeshctlError} `input` when it is something else.
 */
export function readSettingsMap(text: string, name: string): JsonObject {
  const [document] = readText(text, name).documents;
  const [problem] = document?.problems ?? [];
  if (problem !== undefined) {
    const { line, column } = problem.range.start;
    throw new MeshctlError('input', `${name}:${line}:${column}: ${problem.message}`);
  }
  const value = document?.value ?? {};
  if (isObject(value)) return value;
  throw new MeshctlError(
    'input',
    `${name} holds no settings, but ${Array.isArray(value) ? 'a list' : 'a plain value'}`,
  );
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const textList = (value: Json | undefined): readonly string[] => listOf(value).map(plainText);

const textsOf = (value: Json | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([key, text]) => [key, plainText(text)]),
  );
