import { MeshctlError } from '../errors.ts';
import type { InjectionSettings } from '../inject/index.ts';
import { isObject, plainText, type Json } from '../json.ts';
import { injectorConfig, injectorValues } from './components/pilot/injector-config.ts';
import { meshConfig } from './components/pilot/mesh-config.ts';
import { pilot } from './components/pilot/pilot.ts';
import { planeOf } from './components/pilot/plane.ts';
import { partsOf } from './part.ts';
import type { OperatorSpec } from './spec/index.ts';
import { componentValues } from './values/component-values.ts';
import { effectiveValues } from './values/effective-values.ts';
import { valuesOf } from './values/values.ts';

/**
 * How the control plane that a spec installs injects.
 *
 * @throws {MeshctlError} `input` when the spec installs no control plane.
 */
export function injectionSettings(spec: OperatorSpec): InjectionSettings {
  const part = partsOf(spec).find(({ component }) => component === 'Pilot');
  if (part === undefined)
    throw new MeshctlError('input', 'the spec installs no control plane that could inject', {
      hint: 'set components.pilot.enabled=true, or use a profile such as default',
    });
  const given = componentValues(spec, part);
  const values = valuesOf(effectiveValues(pilot.defaults, given));
  const revision = values.text('revision');
  const plane = planeOf({
    ...{ part, given, values, kubeMinor: 32 },
    revision: revision === 'default' ? '' : revision,
  });
  const config = injectorConfig(values);
  return {
    config: {
      templates: textsOf(config.templates ?? null),
      defaultTemplates: listOf(config.defaultTemplates ?? null).map(plainText),
      policy: plainText(config.policy),
      neverInjectSelector: listOf(config.neverInjectSelector ?? null).filter(isObject),
      alwaysInjectSelector: listOf(config.alwaysInjectSelector ?? null).filter(isObject),
      injectedAnnotations: textsOf(config.injectedAnnotations ?? null),
    },
    mesh: meshConfig(plane),
    values: injectorValues(values),
    revision: plane.rev,
  };
}

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);

const textsOf = (value: Json): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([key, text]) => [key, plainText(text)]),
  );
