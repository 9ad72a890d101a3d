import { objectsIn, objectIn, plainText, type Json, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { labelOf } from '../../../label-of.ts';
import { label } from '../../../label.ts';
import type { FieldChange, ObjectPatch } from '../../upgrade-plan.ts';
import type { Way } from './control-planes.ts';
import type { UpgradeMesh } from './upgrade-mesh.ts';

/**
 * What changes in the objects that an installation made for gateways of the old control plane, so that they belong to the
 * new one: their labels, and in templates the image of the proxy and what names the old istiod.
 */
export const operatorGatewayPatches = ({ facts }: UpgradeMesh, way: Way): readonly ObjectPatch[] =>
  facts.objects
    .filter(
      (object) =>
        gatewayComponents.has(labelOf(object, label.component)) &&
        labelOf(object, label.revision) === way.from.revision &&
        object.kind !== 'Pod' &&
        object.kind !== 'ReplicaSet',
    )
    .map((object) => ({ object: keyOf(object), changes: changesOf(object, way) }));

const gatewayComponents: ReadonlySet<string> = new Set(['IngressGateways', 'EgressGateways']);

function changesOf(object: JsonObject, way: Way): readonly FieldChange[] {
  const own = change(['metadata', 'labels', label.revision], way.from.revision, way.to.revision);
  return object.kind === 'Deployment' ? [own, ...templateChanges(object, way)] : [own];
}

function templateChanges(deployment: JsonObject, way: Way): readonly FieldChange[] {
  const base = ['spec', 'template', 'spec'];
  const spec = objectIn(deployment, ...base);
  const notes = objectIn(deployment, 'spec', 'template', 'metadata', 'annotations');
  return [
    ...(notes[label.revision] === way.from.revision
      ? [
          change(
            ['spec', 'template', 'metadata', 'annotations', label.revision],
            way.from.revision,
            way.to.revision,
          ),
        ]
      : []),
    ...['initContainers', 'containers'].flatMap((list) =>
      objectsIn(spec[list]).flatMap((container, i) =>
        containerChanges(container, [...base, list, String(i)], way),
      ),
    ),
    ...objectsIn(spec.volumes).flatMap((volume, i) => {
      const { name } = objectIn(volume, 'configMap');
      const place = [...base, 'volumes', String(i), 'configMap', 'name'];
      return name === configMapOf(way.from.revision)
        ? [change(place, name, configMapOf(way.to.revision))]
        : [];
    }),
  ];
}

function containerChanges(container: JsonObject, base: readonly string[], way: Way): readonly FieldChange[] {
  return [
    ...textChange(container.image, [...base, 'image'], (image) => newImage(image, way)),
    ...objectsIn(container.env).flatMap(({ value }, i) =>
      textChange(value, [...base, 'env', String(i), 'value'], (text) => newAddress(text, way)),
    ),
  ];
}

function textChange(
  value: Json | undefined,
  path: readonly string[],
  after: (before: string) => string,
): readonly FieldChange[] {
  const before = plainText(value);
  return after(before) === before ? [] : [change(path, before, after(before))];
}

/** Images of others, and `auto`, which an injector fills in, stay. */
function newImage(image: string, { from, to }: Way): string {
  const old = `${from.hub}/proxyv2:${from.version}`;
  return image.startsWith(old) ? `${to.hub}/proxyv2:${to.version}${image.slice(old.length)}` : image;
}

/** `istiod-old.istio-system.svc` stands in addresses and in the configuration of proxies. */
const newAddress = (text: string, { from, to }: Way): string =>
  text.replaceAll(/(?<![\w.-])istiod(-[a-z0-9-]+)?(?=\.)/g, (host) =>
    host === hostOf(from.revision) ? hostOf(to.revision) : host,
  );

const hostOf = (revision: string): string => (revision === 'default' ? 'istiod' : `istiod-${revision}`);
const configMapOf = (revision: string): string => (revision === 'default' ? 'istio' : `istio-${revision}`);

const change = (path: readonly string[], before: string, after: string): FieldChange => ({
  path: path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  before,
  after,
});
