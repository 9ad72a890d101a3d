import { TemplateSet, type GoValue } from '../gotemplate/index.ts';
import { MeshctlError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { readText } from '../resources/index.ts';
import { injectFunctions } from './functions/inject-functions.ts';
import type { InjectorConfig } from './inject-settings.ts';

/** A template by its name, and the fragment of a pod that it gives. */
export interface Fragment {
  readonly template: string;
  readonly fragment: JsonObject;
}

const parsed = new WeakMap<InjectorConfig, Map<string, TemplateSet>>();

/**
 * The output of templates for a pod, in their order.
 *
 * @throws {MeshctlError} `input` for a template that does not exist, does not parse, fails, or gives no map.
 */
export function renderTemplates(
  config: InjectorConfig,
  names: readonly string[],
  data: GoValue,
): readonly Fragment[] {
  return names.map((template) => ({
    template,
    fragment: fragmentOf(template, setOf(config, template).render(template, data)),
  }));
}

function setOf(config: InjectorConfig, name: string): TemplateSet {
  const sets = parsed.get(config) ?? new Map<string, TemplateSet>();
  parsed.set(config, sets);
  const known = sets.get(name);
  if (known !== undefined) return known;
  const text = Object.hasOwn(config.templates, name) ? config.templates[name] : undefined;
  if (text === undefined) throw unknownTemplate(config, name);
  const set = new TemplateSet([{ name, text }], { functions: injectFunctions });
  sets.set(name, set);
  return set;
}

function unknownTemplate({ templates }: InjectorConfig, name: string): MeshctlError {
  return new MeshctlError('input', `there is no injection template ${JSON.stringify(name)}`, {
    hint: `name one of ${Object.keys(templates).join(', ')} in inject.istio.io/templates`,
  });
}

function fragmentOf(template: string, text: string): JsonObject {
  const [document] = readText(text, template).documents;
  if (document === undefined) return {};
  const [problem] = document.problems;
  if (problem !== undefined)
    throw new MeshctlError('input', `the injection template ${template} gives no YAML: ${problem.message}`);
  const value = document.value ?? {};
  if (isObject(value)) return value;
  throw new MeshctlError('input', `the injection template ${template} gives no map`);
}
