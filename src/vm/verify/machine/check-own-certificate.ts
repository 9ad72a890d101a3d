import type { X509Certificate } from 'node:crypto';
import { finding, type BundleFinding } from '../bundle-finding.ts';
import { proofIn, type Variables } from '../bundle-variables.ts';
import { certificateFindings } from '../certificate-findings.ts';
import { readRoots } from '../read-roots.ts';
import type { SavedBundle } from '../saved-bundle.ts';
import { machineFiles } from './machine-files.ts';
import { machineFinding, type MachineFinding } from './machine-finding.ts';
import type { MachineState } from './machine-state.ts';

/** Checks the certificate that a machine keeps. Before its first start it has none, unless it was given one. */
export function checkOwnCertificate(
  { texts }: MachineState,
  { files }: SavedBundle,
  variables: Variables,
  now: Date,
): BundleFinding[] {
  const { 'cert-chain.pem': chain, 'key.pem': key, 'root-cert.pem': roots } = files;
  if (chain === undefined)
    return proofIn(variables) === 'certificate'
      ? [finding('certificate-missing', 'there is no certificate')]
      : [];
  if (key === undefined) return [finding('certificate-key', 'there is no key of the certificate')];
  const publicKey = texts.get('public-key');
  const pem = { chain: chain.text, roots: roots?.text ?? '' };
  return certificateFindings({ ...pem, ...(publicKey !== undefined && { key: publicKey }) }, variables, now);
}

/** Checks of a machine whose agent runs that it got a certificate, and goes on getting the next one. */
export function checkRenewal(
  state: MachineState,
  { files }: SavedBundle,
  variables: Variables,
  now: Date,
): MachineFinding[] {
  if (!runs(state)) return [];
  const [leaf] = readRoots(files['cert-chain.pem']?.text ?? '').certificates;
  const place = machineFiles(state)['cert-chain.pem'];
  if (leaf !== undefined) return isMounted(variables) ? [] : ageFindings(leaf, place, now);
  const isKept = variables?.get('OUTPUT_CERTS') !== '';
  return proofIn(variables) === 'token' && isKept
    ? [machineFinding('certificate-none', place, 'the agent runs, and has no certificate')]
    : [];
}

const runs = ({ answers }: MachineState): boolean => (answers.ready?.status ?? 0) > 0;

/** Others renew it then. */
const isMounted = (variables: Variables): boolean => (variables?.get('FILE_MOUNTED_CERTS') ?? '') !== '';

/** The agent renews at half of the life of a certificate. */
const latest = 0.65;

function ageFindings({ validFrom, validTo }: X509Certificate, place: string, now: Date): MachineFinding[] {
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  const part = (now.getTime() - from) / (to - from);
  if (part <= latest) return [];
  const message = `${Math.floor(part * 100)} percent of the time of the certificate are over; it ends at ${new Date(to).toISOString()}`;
  return [machineFinding('certificate-not-renewed', place, message)];
}
