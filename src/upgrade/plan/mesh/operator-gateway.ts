import { objectIn, objectsIn, plainText, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { labelOf } from '../../../label-of.ts';
import { label } from '../../../label.ts';
import { fieldIn } from '../../field-in.ts';
import { gatewayFieldAfter } from '../../gateway-fields.ts';
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
  const kind = plainText(object.kind);
  const places = [['metadata', 'labels', label.revision], ...templatePlaces(object)];
  return places.flatMap((place) => {
    const path = place.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    const before = fieldIn(object, path) ?? '';
    const after = gatewayFieldAfter({ kind, path, before }, way);
    return after === undefined || after === before ? [] : [{ path, before, after }];
  });
}

/** Where in a template something may name the old control plane. */
function templatePlaces(object: JsonObject): readonly (readonly string[])[] {
  const base = ['spec', 'template', 'spec'];
  const spec = objectIn(object, ...base);
  return [
    ['spec', 'template', 'metadata', 'annotations', label.revision],
    ...['initContainers', 'containers'].flatMap((list) =>
      objectsIn(spec[list]).flatMap((container, i) => {
        const place = [...base, list, String(i)];
        const variables = objectsIn(container.env).map((_, n) => [...place, 'env', String(n), 'value']);
        return [[...place, 'image'], ...variables];
      }),
    ),
    ...objectsIn(spec.volumes).map((_, i) => [...base, 'volumes', String(i), 'configMap', 'name']),
  ];
}
