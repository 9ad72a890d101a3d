import { daysLeft } from '../../certificates.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';
import { credentialsOf } from './credentials.ts';

/** How many days before its end a certificate is reported. */
const notice = 30;

/** A certificate that ends soon should have been renewed by now. */
export const certificateExpiring = defineRule<{ secret: string; days: number }>({
  slug: 'gateway/certificate-expiring',
  code: 'MSH0121',
  severity: 'warning',
  summary: `The certificates of a Gateway are valid for ${notice} more days.`,
  hint: 'Renew it, and look why nothing has done so by itself.',
  kinds: ['Gateway', 'Secret', ...workloadKinds],
  message: ({ secret, days }) =>
    `the certificate in the Secret ${secret} expires ${days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`}`,
  check(mesh, report) {
    for (const { server, path, name, secret, credential, secretNamespace } of mesh.derive(credentialsOf)) {
      const { certificate, fault } = credential ?? {};
      if (secret === undefined || certificate === undefined || fault !== undefined) continue;
      const days = daysLeft(certificate, mesh.settings.now);
      if (days > notice) continue;
      report(
        server.gateway,
        path,
        { secret: name, days: Math.floor(days) },
        {
          group: `${secretNamespace}/${name}`,
          related: [{ object: secret, path: ['data'], message: 'the Secret' }],
        },
      );
    }
  },
});
