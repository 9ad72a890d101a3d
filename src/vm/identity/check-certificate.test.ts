import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../../errors.ts';
import { issue, type CertificateRequest } from '../../kube/testing/certificate.ts';
import { now, sampleFacts, sampleGroup } from '../testing/sample-vm.ts';
import { checkCertificate, type CertificateUse } from './check-certificate.ts';
import type { WorkloadCertificate } from './workload-certificate.ts';

const uri = 'spiffe://cluster.local/ns/shop/sa/web';
const late = new Date('2040-01-01T00:00:00Z');
const root = issue({ name: 'root', ca: true, notAfter: late });
const between = issue({ name: 'between', ca: true, issuer: root, notAfter: late });
const leaf = (over: Partial<CertificateRequest> = {}) =>
  issue({ name: 'vm', addresses: [uri], issuer: root, notAfter: late, ...over });

const use: CertificateUse = {
  ...{ group: sampleGroup(), now },
  facts: sampleFacts({ rootCertificate: root.certificate }),
};
const pair = ({ certificate, key }: ReturnType<typeof issue>, ...more: string[]): WorkloadCertificate => ({
  chain: [certificate, ...more].join(''),
  key,
});

function refusal(certificate: WorkloadCertificate, over: Partial<CertificateUse> = {}): MeshctlError {
  try {
    checkCertificate(certificate, { ...use, ...over });
  } catch (error) {
    if (error instanceof MeshctlError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('a certificate is taken', () => {
  const own = leaf();
  const later = leaf({ issuer: between });
  test.each<[string, WorkloadCertificate]>([
    ['that the root has signed', pair(own)],
    ['with the root behind it', pair(own, root.certificate)],
    ['with one between it and the root', pair(later, between.certificate)],
    ['with another name beside its identity', pair(leaf({ addresses: ['vm.example', uri] }))],
  ])('%s', (_, certificate) => {
    expect(checkCertificate(certificate, use)).toEqual({
      ...certificate,
      ...{ identity: uri, expires: '2040-01-01T00:00:00Z' },
    });
  });

  test.each([
    ['the trust domain of the mesh', { trustDomain: 'prod.example' }],
    ['an alias of it', { trustDomain: 'new.example', trustDomainAliases: ['prod.example'] }],
  ])('in %s', (_, meshConfig) => {
    const identity = 'spiffe://prod.example/ns/shop/sa/web';
    const facts = { ...use.facts, meshConfig };
    expect(checkCertificate(pair(leaf({ addresses: [identity] })), { ...use, facts })).toMatchObject({
      identity,
    });
  });
});

describe('a certificate is refused', () => {
  const own = leaf();
  const other = issue({ name: 'other', ca: true });
  test.each<[string, WorkloadCertificate, RegExp]>([
    ['that is no PEM', { chain: 'hello', key: own.key }, /cert-chain\.pem holds no certificate/],
    ['with a key that is no PEM', { ...pair(own), key: 'hello' }, /key\.pem holds no private key/],
    ['with the key of another one', { ...pair(own), key: leaf().key }, /is not the key of the first/],
    ['whose key has a passphrase', { ...pair(own), key: 'BEGIN ENCRYPTED PRIVATE KEY' }, /encrypted/],
    [
      'that has expired',
      pair(leaf({ notAfter: new Date(now.getTime() - 1000) })),
      /expired at 2030-05-01T11:59:59Z/,
    ],
    ['without an identity', pair(leaf({ addresses: ['vm.example'] })), /names no SPIFFE identity/],
    [
      'of another service account',
      pair(leaf({ addresses: [uri.replace('web', 'db')] })),
      /it is of spiffe:.*db; a VM of this group needs spiffe:\/\/cluster\.local\/ns\/shop\/sa\/web/,
    ],
    [
      'of another trust domain',
      pair(leaf({ addresses: [uri.replace('cluster.local', 'x')] })),
      /needs spiffe/,
    ],
    ['of an authority', pair(leaf({ ca: true })), /of an authority/],
    ['from another root', pair(leaf({ issuer: other })), /does not lead to the root/],
    ['without the one between it and the root', pair(leaf({ issuer: between })), /does not lead to the root/],
    [
      'with something else behind it',
      pair(own, other.certificate),
      /certificate 1 .* not signed by the one after/,
    ],
  ])('%s', (_, certificate, expected) => {
    const { code, message, reason = '', hint = '' } = refusal(certificate);
    expect(code).toBe('input');
    expect(`${reason}; ${hint}`).toMatch(expected);
    expect(`${message} ${reason} ${hint}`).not.toContain('PRIVATE KEY');
  });

  test('before it is valid', () => {
    expect(refusal(pair(own), { now: new Date('2001-01-01') }).reason).toMatch(/it is valid from/);
  });

  test('when the one between it and the root has expired', () => {
    const old = issue({ name: 'between', ca: true, issuer: root, notAfter: new Date('2030-01-01') });
    expect(refusal(pair(leaf({ issuer: old }), old.certificate)).reason).toMatch(/between .* has expired/);
  });
});
