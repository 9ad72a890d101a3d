import { compareText } from '../../compare-text.ts';
import { isObject, plainText, type Json, objectIn } from '../../json.ts';
import { componentDefinitions } from '../components/index.ts';
import { taggedVariant } from '../image.ts';
import { partsOf } from '../part.ts';
import { renderManifests } from '../render-manifests.ts';
import type { RenderedObject } from '../rendered-object.ts';
import type { OperatorSpec } from '../spec/index.ts';
import { componentValues } from '../values/component-values.ts';
import { effectiveValues } from '../values/effective-values.ts';
import { valuesOf, type Values } from '../values/values.ts';

/** An image that a spec has nodes pull. */
export interface ImageUse {
  /** `registry/name:tag`, with a digest if the tag has one. */
  readonly image: string;
  /** Who runs it: `Deployment istio-system/istiod: discovery`, `injected pods: istio-proxy`. */
  readonly usedBy: readonly string[];
}

/**
 * The images that a spec runs, by name: those of its own pods, and those that injection puts into the pods of others.
 *
 * @throws {MeshctlError} `input` for settings that cannot be rendered.
 */
export async function imagesOf(spec: OperatorSpec): Promise<readonly ImageUse[]> {
  const { objects } = await renderManifests(spec);
  const users = new Map<string, Set<string>>();
  for (const [image, user] of [...objects.flatMap(imagesIn), ...injectedImages(spec)])
    users.set(image, (users.get(image) ?? new Set()).add(user));
  return [...users]
    .map(([image, usedBy]) => ({ image, usedBy: [...usedBy] }))
    .sort((a, b) => compareText(a.image, b.image));
}

type Use = readonly [image: string, user: string];

/** Gateways whose pods are injected have the image `auto`, which is none. */
function imagesIn({ object }: RenderedObject): Use[] {
  const { namespace, name } = object.metadata;
  const pod = objectIn(object, 'spec', 'template', 'spec');
  return ['initContainers', 'containers'].flatMap((field) =>
    listOf(pod[field]).flatMap((container): Use[] => {
      if (!isObject(container) || typeof container.image !== 'string' || container.image === 'auto')
        return [];
      const where = `${object.kind} ${plainText(namespace)}/${name}: ${plainText(container.name)}`;
      return [[container.image, where]];
    }),
  );
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** What the control plane of the spec puts into pods; with the network plugin no pod needs to be set up by itself. */
function injectedImages(spec: OperatorSpec): Use[] {
  const pilot = partsOf(spec).find(({ component }) => component === 'Pilot');
  if (pilot === undefined) return [];
  const values = valuesOf(effectiveValues(componentDefinitions.Pilot.defaults, componentValues(spec, pilot)));
  if (values.is('global.omitSidecarInjectorConfigMap')) return [];
  const type =
    values.text('meshConfig.defaultConfig.image.imageType') || values.text('global.variant') || 'default';
  const init = values.is('pilot.cni.enabled') ? 'istio-validation' : 'istio-init';
  return [
    [injectedImage(values, values.text('global.proxy.image'), type), 'injected pods: istio-proxy'],
    [
      injectedImage(values, values.text('global.proxy_init.image'), values.text('global.variant')),
      `injected pods: ${init}`,
    ],
  ];
}

function injectedImage(values: Values, name: string, type: string): string {
  if (name.includes('/')) return name;
  const tag = values.text('global.tag').replace(/-(?:distroless|debug)$/, '');
  const full = type === '' || type === 'default' ? values.text('global.tag') : taggedVariant(tag, type);
  return `${values.text('global.hub')}/${name || 'proxyv2'}:${full}`;
}
