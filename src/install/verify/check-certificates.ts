import type { X509Certificate } from 'node:crypto';
import { certificatesIn, shareCertificate } from './certificates-in.ts';
import type { VerifyCheck } from './verify-report.ts';
import type { VerifySnapshot } from './verify-snapshot.ts';

/** Whether the certificates that the mesh rests upon are valid, and the same everywhere. */
export function checkCertificates({ authority }: VerifySnapshot, now: Date): readonly VerifyCheck[] {
  const { root, signer, problems } = authority;
  return [
    ...problems.map((message): VerifyCheck => ({ outcome: 'skipped', message })),
    ...(root === undefined ? [] : expiryOf('the root certificate (istio-ca-root-cert)', root, now)),
    ...(signer === undefined
      ? []
      : expiryOf(`the certificate that istiod signs with (${signer.secret})`, signer.certificate, now)),
    ...(root === undefined || signer === undefined ? [] : [agreement(root, signer)]),
  ];
}

function expiryOf(what: string, pem: string, now: Date): readonly VerifyCheck[] {
  const certificates = certificatesIn(pem);
  if (certificates.length === 0) return [{ outcome: 'failed', message: `${what} is none that can be read` }];
  return certificates.map((certificate) => expiry(what, certificate, now));
}

const day = 86_400_000;
/** So long before the end one is told. */
const notice = 30 * day;

function expiry(what: string, { validFrom, validTo }: X509Certificate, now: Date): VerifyCheck {
  const [from, to] = [new Date(validFrom), new Date(validTo)];
  const end = to.toISOString().slice(0, 10);
  const hint =
    'renew it before its end: workloads that do not trust the new one in time lose their connections';
  if (now < from) return { outcome: 'failed', message: `${what} is not valid before ${from.toISOString()}` };
  if (now >= to) return { outcome: 'failed', message: `${what} has been invalid since ${end}`, hint };
  const left = to.getTime() - now.getTime();
  if (left < notice)
    return { outcome: 'warning', message: `${what} ends on ${end}, in ${Math.floor(left / day)} days`, hint };
  return { outcome: 'ok', message: `${what} is valid until ${end}` };
}

function agreement(
  root: string,
  { secret, root: signed }: { readonly secret: string; readonly root: string },
): VerifyCheck {
  if (shareCertificate(root, signed))
    return { outcome: 'ok', message: `what ${secret} signs is trusted by the workloads` };
  return {
    outcome: 'failed',
    message: `the root certificate in ${secret} is not among those in istio-ca-root-cert`,
    hint: 'istiod reads a changed Secret when it is restarted, and tells all namespaces then',
  };
}
