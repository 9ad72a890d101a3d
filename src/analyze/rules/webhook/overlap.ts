import { defineRule } from '../../rule.ts';
import { overlapsOf, type Overlap } from '../../injectors/overlaps.ts';
import { injectionWebhooksOf, type InjectionWebhook } from './injection-webhooks.ts';

/** A Pod that two injectors are called for gets the proxy of whoever comes last. */
export const webhookOverlap = defineRule<{ kind: 'overlap'; with: readonly string[] }>({
  slug: 'webhook/overlap',
  code: 'IST0139',
  severity: 'error',
  summary: 'For each Pod one injector is called.',
  hint: 'Let the selectors exclude each other, or delete the configuration that is left from an old installation.',
  kinds: ['MutatingWebhookConfiguration'],
  scope: 'unit',
  message: ({ with: others }) => `called for the same Pods as ${others.join(', ')}`,
  check(mesh, report) {
    const overlaps = overlapsOf(injectionWebhooksOf(mesh));
    for (const { webhook, others } of mesh.settings.compat ? overlaps : merged(overlaps)) {
      const { object, index } = webhook;
      const args = { kind: 'overlap', with: others.map(({ name }) => name).sort() } as const;
      report(object, ['webhooks', index], args, {
        mark: ['webhooks', index, 'name'],
        group: [webhook.name, ...args.with].sort().join(),
        related: others.map((other) => ({
          ...{ object: other.object, path: ['webhooks', other.index], message: 'called for the same Pods' },
        })),
      });
    }
  },
});

/** One for each webhook, with all that it meets. */
function merged(overlaps: readonly Overlap<InjectionWebhook>[]): readonly Overlap<InjectionWebhook>[] {
  const byWebhook = new Map<InjectionWebhook, Set<InjectionWebhook>>();
  for (const { webhook, others } of overlaps) {
    const known = byWebhook.get(webhook) ?? new Set();
    byWebhook.set(webhook, known);
    for (const other of others) known.add(other);
  }
  return Array.from(byWebhook, ([webhook, others]) => ({ webhook, others: [...others] }));
}
