import type { X509Certificate } from 'node:crypto';
import { finding, type BundleFinding } from './bundle-finding.ts';
import { maySignCertificates } from './key-usage.ts';
import { readRoots } from './read-roots.ts';
import type { SavedFile } from './saved-bundle.ts';

/** Roots that end within so many days are worth a word. */
const soonDays = 30;
const day = 86_400_000;

/** Checks the root certificates. Of several, one that is good is enough for the agent. */
export function checkRoot(file: SavedFile | undefined, now: Date): BundleFinding[] {
  if (file === undefined) return [finding('root-missing', 'there is no file root-cert.pem')];
  const { certificates, others } = readRoots(file.text);
  const keys = others.filter((label) => label.includes('PRIVATE KEY'));
  const secret = keys.length === 0 ? [] : [finding('root-private-key', 'root-cert.pem holds a private key')];
  if (certificates.length === 0) {
    const what = others.includes('CERTIFICATE')
      ? 'a certificate that cannot be read'
      : 'no certificate in PEM form';
    return [...secret, finding('root-malformed', `root-cert.pem holds ${what}`)];
  }
  const faults = certificates.map((certificate) => faultOf(certificate, now));
  const [first] = faults;
  if (first !== undefined && faults.every((fault) => fault !== undefined)) return [...secret, first];
  const good = certificates.filter((_, index) => faults[index] === undefined);
  return [...secret, ...endFindings(good, now)];
}

/** Why the agent trusts nothing that the certificate has signed; undefined when it does. */
function faultOf(certificate: X509Certificate, now: Date): BundleFinding | undefined {
  const { subject, validFrom, validTo, ca, raw } = certificate;
  const name = oneLine(subject);
  if (Date.parse(validTo) < now.getTime())
    return finding('root-expired', `the root certificate of ${name} expired on ${iso(validTo)}`);
  if (Date.parse(validFrom) > now.getTime())
    return finding(
      'root-not-yet-valid',
      `the root certificate of ${name} is valid from ${iso(validFrom)} on`,
    );
  if (!ca) return finding('root-no-authority', `the certificate of ${name} is none of a CA`);
  return maySignCertificates(raw)
    ? undefined
    : finding(
        'root-no-authority',
        `the key usage of the certificate of ${name} forbids to sign certificates`,
      );
}

function endFindings(good: readonly X509Certificate[], now: Date): BundleFinding[] {
  const last = Math.max(...good.map(({ validTo }) => Date.parse(validTo)));
  if (last - now.getTime() > soonDays * day) return [];
  const date = new Date(last).toISOString();
  return [finding('root-expires-soon', `the root certificate expires on ${date}`)];
}

const iso = (date: string): string => new Date(date).toISOString();

/** Node.js puts each part of a name on a line of its own; a root of istiod has the part O alone. */
const oneLine = (subject: string): string => JSON.stringify(subject.split('\n').join(', '));
