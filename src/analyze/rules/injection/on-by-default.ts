import { namespacesAreInjectedByDefault } from '../../injector-settings.ts';
import { defineRule } from '../../rule.ts';
import { podKinds } from '../../workloads.ts';
import { unlabelledNamespaces } from './unlabelled.ts';

/** An installation may inject namespaces that do not ask for it. */
export const onByDefault = defineRule({
  slug: 'injection/on-by-default',
  code: 'IST0148',
  severity: 'info',
  summary: 'A namespace that is injected says so.',
  kinds: ['Namespace', 'ConfigMap', ...podKinds],
  hint: 'Label it `istio-injection=enabled`, or `istio-injection=disabled` to stay outside.',
  message: () =>
    'the Pods of this namespace get a sidecar, since injection is on for namespaces without a label',
  check(mesh, report) {
    if (!namespacesAreInjectedByDefault(mesh)) return;
    for (const namespace of unlabelledNamespaces(mesh)) report(namespace, ['metadata', 'name'], {});
  },
});
