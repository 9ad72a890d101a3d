import { defineRule } from '../../rule.ts';
import { externalWebhooksOf } from './external-control-plane.ts';

/** The API server cannot call a webhook without an address. */
export const externalAddress = defineRule<{ hostname: string; webhook: string; kind: string }>({
  slug: 'webhook/external-address',
  code: 'IST0163',
  severity: 'warning',
  summary: 'Webhooks of Istio have an address: a Service, or a URL that can be read.',
  hint: 'Set `clientConfig.url` to the address of the external control plane, or `clientConfig.service` for one inside.',
  kinds: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  message: ({ hostname, webhook, kind }) =>
    kind === 'blank'
      ? `webhook ${webhook} has neither a URL nor a Service`
      : `the URL of webhook ${webhook} cannot be read: ${hostname}`,
  check(mesh, report) {
    for (const { object, index, name, address } of externalWebhooksOf(mesh)) {
      const { kind, url } = address;
      if (kind !== 'blank' && kind !== 'unreadable') continue;
      const path = ['webhooks', index, 'clientConfig', ...(kind === 'blank' ? [] : ['url'])];
      report(object, path, { hostname: url, webhook: name, kind: kind === 'blank' ? 'blank' : 'format' });
    }
  },
});
