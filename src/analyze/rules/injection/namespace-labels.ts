import { defineRule } from '../../rule.ts';
import type { Labels } from '../../workloads.ts';

const names = ['istio-injection', 'istio.io/rev', 'istio.io/dataplane-mode'] as const;

/** Labels that say who handles the Pods of a namespace; Istio heeds one of them. */
export const namespaceLabels = defineRule<{ labels: readonly string[] }>({
  slug: 'injection/namespace-labels',
  code: 'IST0123',
  severity: 'warning',
  summary: 'A namespace says in one way only how its Pods join the mesh.',
  kinds: ['Namespace'],
  message: ({ labels }) => `the labels ${labels.join(' and ')} contradict each other`,
  check(mesh, report) {
    for (const namespace of mesh.of('Namespace')) {
      const { labels } = namespace;
      if (namespace.name === 'istio-system' || !counts(labels)) continue;
      const held = names.filter((name) => name in labels && (mesh.settings.compat || says(name, labels)));
      const [, second] = held;
      if (second === undefined) continue;
      report(
        namespace,
        ['metadata', 'labels', second],
        { labels: held.map((name) => `${name}=${labels[name] ?? ''}`) },
        { at: 'key', hint: hintFor(held) },
      );
    }
  },
});

/** Once injection is switched off the other labels may stay for later. */
const counts = ({ 'istio-injection': injection }: Labels): boolean =>
  injection === undefined || injection === 'enabled';

/** Pods that stay outside ambient mode may well have sidecars. */
const says = (name: string, labels: Labels): boolean =>
  name !== 'istio.io/dataplane-mode' || labels[name] === 'ambient';

const hintFor = (held: readonly string[]): string =>
  held.includes('istio.io/dataplane-mode')
    ? 'Pods get sidecars, and those are not redirected to the node proxy: keep one of the labels.'
    : 'The default revision injects these Pods and `istio.io/rev` is ignored: drop `istio-injection` to use it.';
