import { objectIn, objectsIn, plainText } from '../../../json.ts';
import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** An environment variable that is set for istiod. */
export interface IstiodVariable {
  readonly object: MeshObject;
  readonly path: Path;
  readonly name: string;
  readonly value: string;
}

/** Variables of istiod: of its Deployments, and as IstioOperators set them. */
export const istiodVariables = (mesh: Mesh): readonly IstiodVariable[] => [
  ...mesh.of('Deployment').filter(isIstiod).flatMap(ofDeployment),
  ...mesh.of('IstioOperator').flatMap(ofOperator),
];

const isIstiod = ({ labels, name }: MeshObject): boolean =>
  labels.app === 'istiod' || /^istiod(-|$)/.test(name);

const ofDeployment = (object: MeshObject<'Deployment'>): readonly IstiodVariable[] =>
  (object.spec.template?.spec?.containers ?? []).flatMap(({ env = [] }, index) =>
    env.map(({ name = '', value = '' }, place) => ({
      ...{ object, name, value },
      path: ['spec', 'template', 'spec', 'containers', index, 'env', place, 'value'],
    })),
  );

function ofOperator(object: MeshObject<'IstioOperator'>): readonly IstiodVariable[] {
  const spec = objectIn(object.resource.value, 'spec');
  const values = Object.entries(objectIn(spec, 'values', 'pilot', 'env')).map(([name, value]) => ({
    ...{ object, name, value: plainText(value) },
    path: ['spec', 'values', 'pilot', 'env', name],
  }));
  const listed = objectsIn(spec, 'components', 'pilot', 'k8s', 'env').map(({ name, value }, index) => ({
    ...{ object, name: plainText(name), value: plainText(value) },
    path: ['spec', 'components', 'pilot', 'k8s', 'env', index, 'value'],
  }));
  return [...values, ...listed];
}
