import { mayExist } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';
import { parametersOf } from './parameters.ts';

/** Patches for the generated Deployment come from a ConfigMap beside the Gateway. */
export const parametersRef = defineRule<{ name: string; reason: 'kind' | 'missing' }>({
  slug: 'k8sgateway/parameters-ref',
  code: 'MSH0241',
  severity: 'error',
  summary: 'The parameters of a Gateway are a ConfigMap of its namespace.',
  kinds: ['KubernetesGateway', 'ConfigMap'],
  message: ({ name, reason }) =>
    reason === 'kind' ? `parameters are read from a ConfigMap, not from ${name}` : `there is no ${name}`,
  hint: 'Name a ConfigMap in the namespace of the Gateway, with `group: ""`.',
  check(mesh, report) {
    for (const { gateway, ref } of mesh.derive(parametersOf)) {
      const { group = '', kind = '', name = '' } = ref;
      const label = `${kind} ${gateway.namespace}/${name}`;
      const path = ['spec', 'infrastructure', 'parametersRef'];
      if (group !== '' || kind !== 'ConfigMap') report(gateway, path, { name: label, reason: 'kind' });
      else if (mesh.find('ConfigMap', gateway.namespace, name) === undefined) {
        const isKnown = mesh.isKnown('ConfigMap', gateway.namespace);
        report(gateway, path, { name: label, reason: 'missing' }, isKnown ? {} : mayExist(label));
      }
    }
  },
});
