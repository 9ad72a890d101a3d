import { objectIn } from '../../../json.ts';
import { crdOf, kinds } from '../../../api/index.ts';
import type { KubeObject } from '../../component-context.ts';
import type { Values } from '../../values/values.ts';

/** The definitions of the kinds of Istio, but for those that `base.excludedCRDs` names. */
export async function definitions(values: Values): Promise<readonly KubeObject[]> {
  if (!values.is('base.enableCRDTemplates')) return [];
  const excluded = new Set(values.list('base.excludedCRDs'));
  const known = await Promise.all(
    kinds.filter(({ group }) => group.endsWith('.istio.io')).map((kind) => kind.load()),
  );
  return known
    .filter(({ plural, group }) => !excluded.has(`${plural}.${group}`))
    .map((definition) => {
      const crd = crdOf(definition, 'experimental');
      const name = `${definition.plural}.${definition.group}`;
      return {
        ...{ ...crd, apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' },
        metadata: { ...objectIn(crd, 'metadata'), name },
      };
    });
}
