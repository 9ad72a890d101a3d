import { defineRule } from '../../rule.ts';
import { externalWebhooksOf } from './external-control-plane.ts';

/** Certificates are issued for names, and addresses move. */
export const externalIp = defineRule<{ hostname: string; webhook: string }>({
  slug: 'webhook/external-ip',
  code: 'IST0164',
  severity: 'info',
  summary: 'An external control plane is called by its name.',
  hint: 'Use a host name that the certificate of the control plane is for.',
  kinds: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  message: ({ hostname, webhook }) => `webhook ${webhook} calls an IP address: ${hostname}`,
  check(mesh, report) {
    for (const { object, index, name, address } of externalWebhooksOf(mesh)) {
      if (address.kind !== 'ip') continue;
      report(object, ['webhooks', index, 'clientConfig', 'url'], { hostname: address.url, webhook: name });
    }
  },
});
