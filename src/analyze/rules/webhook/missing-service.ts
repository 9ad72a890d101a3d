import { defineRule } from '../../rule.ts';
import { injectionWebhooksOf } from './injection-webhooks.ts';

/** An injector that cannot be reached blocks every Pod it is called for. */
export const webhookService = defineRule<{ kind: 'missing-service'; with: string }>({
  slug: 'webhook/missing-service',
  code: 'IST0139',
  severity: 'error',
  summary: 'The Service behind an injector exists.',
  hint: 'Name the Service of istiod, or delete the configuration: while it is there, Pods that it selects cannot be created.',
  kinds: ['MutatingWebhookConfiguration', 'Service'],
  message: ({ with: service }) => `there is no Service ${service} to call`,
  check(mesh, report) {
    for (const { object, index, webhook } of injectionWebhooksOf(mesh)) {
      const { service } = webhook.clientConfig ?? {};
      if (service === undefined) continue;
      const { namespace = '', name = '' } = service;
      if (mesh.find('Service', namespace, name) !== undefined) continue;
      const missing = `${namespace}/${name}`;
      report(
        object,
        ['webhooks', index, 'clientConfig', 'service', 'name'],
        { kind: 'missing-service', with: missing },
        {
          ...(!mesh.settings.compat && { group: missing }),
          ...(!mesh.isGiven(namespace) && {
            severity: 'info',
            hint: `The input holds no Service of the namespace ${namespace}; if it is complete, say so: --assume complete.`,
          }),
        },
      );
    }
  },
});
