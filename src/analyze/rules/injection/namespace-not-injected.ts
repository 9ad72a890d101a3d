import { namespacesAreInjectedByDefault } from '../../injector-settings.ts';
import { defineRule } from '../../rule.ts';
import { podKinds } from '../../workloads.ts';
import { unlabelledNamespaces } from './unlabelled.ts';

/** Without a label nothing in a namespace is part of the mesh. */
export const namespaceNotInjected = defineRule<{ namespace: string; namespace2: string }>({
  slug: 'injection/namespace-not-injected',
  code: 'IST0102',
  severity: 'info',
  summary: 'A namespace with workloads says whether they join the mesh.',
  kinds: ['Namespace', 'ConfigMap', ...podKinds],
  hint: 'Label it `istio-injection=enabled` or `istio.io/rev=<revision>`, or `istio-injection=disabled` to say that it stays outside.',
  message: ({ namespace }) => `the Pods of the namespace ${namespace} get no sidecar: it is not labelled`,
  check(mesh, report) {
    if (namespacesAreInjectedByDefault(mesh)) return;
    for (const namespace of unlabelledNamespaces(mesh)) {
      const { name } = namespace;
      report(namespace, ['metadata', 'name'], { namespace: name, namespace2: name });
    }
  },
});
