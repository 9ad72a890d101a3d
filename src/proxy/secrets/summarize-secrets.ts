import type { X509Certificate } from 'node:crypto';
import type { JsonObject } from '../../resources/index.ts';
import type { DumpItem, ProxyDump } from '../dump/dump.ts';
import { requiredSection } from '../dump/required-section.ts';
import { bareMessage } from '../message/index.ts';
import { secretCertificates, type SecretContent } from './secret-certificates.ts';
import { validityOf, type Validity } from './validity.ts';

/** A secret by its first certificate; a bundle of trust domains has a row for each certificate. */
export interface SecretRow {
  readonly name: string;
  /** Empty without a certificate. */
  readonly type: 'CA' | 'Cert Chain' | '';
  /** `WARMING`: the control plane has not sent it. */
  readonly status: 'ACTIVE' | 'WARMING';
  /** `valid` and `expires soon` are both valid; undefined without a certificate. */
  readonly validity: Validity | undefined;
  /** Hexadecimal, of 32 digits or more; empty without a certificate, and so for the times. */
  readonly serialNumber: string;
  /** RFC 3339. */
  readonly notAfter: string;
  readonly notBefore: string;
  /** Empty unless it is of a bundle of trust domains. */
  readonly trustDomain: string;
  /** The SPIFFE ID that it vouches for; empty without one. */
  readonly identity: string;
  /** How many certificates the secret holds. */
  readonly certificates: number;
  /** The secret with the root that the chain leads to; empty where none of the dump verifies it. */
  readonly root: string;
}

/** The secrets that a proxy has or waits for, those that it waits for first; `now` is the moment to judge by. */
export function summarizeSecrets(dump: ProxyDump, now: Date): SecretRow[] {
  const items = [...requiredSection(dump, 'secrets').items()];
  const roots = items.flatMap(rootsOf);
  return (['warming', 'active'] as const).flatMap((state) =>
    items
      .filter((item) => item.state === state)
      .flatMap((item) => secretCertificates(item.message).flatMap((held) => rowsOf(item, held, roots, now))),
  );
}

/** The section as protobuf's JSON. */
export function selectSecrets(dump: ProxyDump): JsonObject {
  return bareMessage(requiredSection(dump, 'secrets').value(), 'envoy.admin.v3.SecretsConfigDump');
}

interface Root {
  readonly secret: string;
  readonly certificate: X509Certificate;
}

function rootsOf({ name, message }: DumpItem): Root[] {
  return secretCertificates(message)
    .filter(({ kind }) => kind === 'roots' || kind === 'bundle')
    .flatMap(({ certificates }) => certificates.map((certificate) => ({ secret: name, certificate })));
}

function rowsOf(item: DumpItem, held: SecretContent, roots: readonly Root[], now: Date): SecretRow[] {
  const { kind, trustDomain, certificates } = held;
  const common = {
    ...{ name: item.name, trustDomain, certificates: certificates.length, root: '' },
    status: item.state === 'warming' ? ('WARMING' as const) : ('ACTIVE' as const),
  };
  const [first] = certificates;
  if (first === undefined) return [{ ...common, ...nothing }];
  const described = kind === 'bundle' ? certificates : [first];
  const root = kind === 'chain' ? rootOf(certificates, roots) : '';
  return described.map((certificate) => ({ ...common, ...describe(certificate, now), root }));
}

const nothing = {
  type: '',
  validity: undefined,
  serialNumber: '',
  notAfter: '',
  notBefore: '',
  identity: '',
} as const;

function describe(certificate: X509Certificate, now: Date): Pick<SecretRow, keyof typeof nothing> {
  return {
    type: certificate.ca ? 'CA' : 'Cert Chain',
    validity: validityOf(certificate, now),
    serialNumber: certificate.serialNumber.toLowerCase().replace(/^0+/, '').padStart(32, '0'),
    notAfter: timeOf(certificate.validTo),
    notBefore: timeOf(certificate.validFrom),
    identity: /URI:(spiffe:\/\/[^,\s"]+)/.exec(certificate.subjectAltName ?? '')?.[1] ?? '',
  };
}

/** Of `Mar 22 13:04:57 2033 GMT`, as OpenSSL writes it. */
const timeOf = (text: string): string => new Date(text).toISOString().replace('.000Z', 'Z');

/** Each certificate of a chain must be signed by the next, and the last by a root. */
function rootOf(chain: readonly X509Certificate[], roots: readonly Root[]): string {
  const signed = chain.every((each, i) => i === 0 || isSignedBy(chain[i - 1], each));
  return signed ? (roots.find(({ certificate }) => isSignedBy(chain.at(-1), certificate))?.secret ?? '') : '';
}

function isSignedBy(certificate: X509Certificate | undefined, issuer: X509Certificate): boolean {
  return certificate !== undefined && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
