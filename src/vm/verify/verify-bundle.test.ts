import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issue } from '../../kube/testing/certificate.ts';
import { renderVmBundle } from '../bundle/render-bundle.ts';
import { bundleFileNames } from '../bundle/vm-bundle.ts';
import {
  both,
  damages,
  edit,
  env,
  facts,
  files,
  good,
  group,
  replace,
  root,
  rootFile,
  withFile,
  type Damage,
} from '../testing/damages.ts';
import { now, sampleFacts } from '../testing/sample-vm.ts';
import { bundleRules, type BundleRuleName } from './bundle-rules.ts';
import type { SavedFile } from './saved-bundle.ts';
import { verifyVmBundle, type VerifyOptions } from './verify-bundle.ts';

const verify = (damage: Damage, options: Partial<VerifyOptions> = {}): BundleRuleName[] =>
  verifyVmBundle(damage(good), { now, ...options }).map(({ rule }) => rule);

describe('a bundle as it is written', () => {
  test.each<[string, Damage, Partial<VerifyOptions>]>([
    ['by itself', (bundle) => bundle, {}],
    ['beside its group and its cluster', (bundle) => bundle, { group, facts }],
    ['with a newline after the token, which the agent drops', edit('istio-token', (text) => `${text}\n`), {}],
    [
      'with an unrelated root before the right one',
      edit('root-cert.pem', (text) => root({ name: 'other' }) + text),
      { facts },
    ],
    [
      'with an expired root before the right one',
      edit('root-cert.pem', (text) => root({ notAfter: new Date('2029-01-01') }) + text),
      {},
    ],
    ['with a comment in hosts', edit('hosts', (text) => `# istiod\n${text}`), {}],
    [
      'with an address of each family in hosts',
      edit('hosts', (text) => `${text}2001:db8::7 istiod-canary.istio-system.svc\n`),
      {},
    ],
    [
      'with values in double quotes',
      replace('cluster.env', "POD_NAMESPACE='shop'", 'POD_NAMESPACE="shop"'),
      {},
    ],
    ['with a bare value', replace('cluster.env', "POD_NAMESPACE='shop'", 'export POD_NAMESPACE=shop'), {}],
    [
      'with a star outside of quotes, which no shell expands there',
      replace('cluster.env', "ISTIO_SERVICE_CIDR='*'", 'ISTIO_SERVICE_CIDR=*'),
      {},
    ],
    ['with comments and blank lines in cluster.env', edit('cluster.env', (text) => `# made\n\n${text}`), {}],
    ['with no trust domain, which istiod decides', env('TRUST_DOMAIN', undefined), {}],
    ['that others may read, but for the token', withFile('cluster.env', { mode: 0o644 }), {}],
    [
      'on a system without permission bits',
      ({ files: there }) => ({
        files: Object.fromEntries(Object.entries(there).map(([name, { text }]) => [name, { text }])),
      }),
      {},
    ],
  ])('%s is fine', (_, damage, options) => {
    expect(verify(damage, options)).toEqual([]);
  });

  test('without a revision is fine, though nobody says where istiod is', () => {
    const plain = renderVmBundle(group, sampleFacts()).files;
    const saved = { files: Object.fromEntries(bundleFileNames.map((name) => [name, { text: plain[name] }])) };
    expect(verifyVmBundle(saved, { now, group, facts: sampleFacts() })).toEqual([]);
  });
});

describe('a damaged bundle', () => {
  test.each(damages)('%s', (_, damage, rule) => {
    expect([...new Set(verify(damage))]).toEqual([rule]);
  });

  test.each<[string, Damage, BundleRuleName]>([
    ['of another group', both('ISTIO_META_WORKLOAD_NAME', 'api'), 'group-differs'],
    ['of another network', both('ISTIO_META_NETWORK', 'vms'), 'group-changed'],
    ['from before a label was added', env('ISTIO_METAJSON_LABELS', '{}'), 'group-changed'],
    ['from before a port was added', env('ISTIO_INBOUND_PORTS', '*'), 'group-changed'],
  ])('%s is told by the group', (_, damage, rule) => {
    expect(verify(damage, { group })).toContain(rule);
    expect(verify(damage)).not.toContain(rule);
  });

  test.each<[string, Damage, Partial<typeof facts>, BundleRuleName]>([
    ['of another cluster', both('ISTIO_META_CLUSTER_ID', 'east'), {}, 'env-cluster-id'],
    ['with the root of another mesh', rootFile(root({ name: 'other' })), {}, 'root-other'],
    [
      'of a gateway that has moved',
      (bundle) => bundle,
      { gateway: { address: '203.0.113.99' } },
      'hosts-address',
    ],
    ['of another revision', (bundle) => bundle, { revision: 'stable' }, 'revision-differs'],
  ])('%s is told by the cluster', (_, damage, over, rule) => {
    expect(verify(damage, { facts: { ...facts, ...over } })).toContain(rule);
    expect(verify(damage)).not.toContain(rule);
  });
});

const mesh = issue({ name: 'mesh', ca: true, notAfter: new Date('2040-01-01T00:00:00Z') });
type Issued = Partial<Parameters<typeof issue>[0]>;
/** The bundle of a VM that is given a certificate. */
function certified(over: Issued = {}): Damage {
  const address = 'spiffe://cluster.local/ns/shop/sa/web';
  const leaf = issue({
    name: 'web',
    addresses: [address],
    issuer: mesh,
    notAfter: new Date('2030-06-01T00:00:00Z'),
    ...over,
  });
  return (bundle) => ({
    ...bundle,
    files: {
      ...bundle.files,
      'istio-token': { text: '' },
      'cluster.env': { text: `${files['cluster.env']}PROV_CERT='/etc/certs'\nOUTPUT_CERTS='/etc/certs'\n` },
      'root-cert.pem': { text: mesh.certificate },
      'cert-chain.pem': { text: leaf.certificate, mode: 0o600 },
      'key.pem': { text: leaf.key, mode: 0o600 },
    },
  });
}
const withoutFile =
  (gone: string): Damage =>
  (bundle) => ({
    ...bundle,
    files: Object.fromEntries(Object.entries(certified()(bundle).files).filter(([name]) => name !== gone)),
  });
const certifiedWith =
  (name: 'cert-chain.pem' | 'key.pem', file: Partial<SavedFile>): Damage =>
  (bundle) => {
    const made = certified()(bundle);
    return { ...made, files: { ...made.files, [name]: { text: '', ...made.files[name], ...file } } };
  };
const intermediate = issue({ name: 'between', ca: true, issuer: mesh });

const certificateDamages: readonly (readonly [string, Damage, BundleRuleName])[] = [
  ['the certificate is not there', withoutFile('cert-chain.pem'), 'certificate-missing'],
  ['the certificate is no PEM', certifiedWith('cert-chain.pem', { text: 'hello' }), 'certificate-malformed'],
  ['the certificate has expired', certified({ notAfter: new Date('2030-04-01') }), 'certificate-expired'],
  [
    'the certificate is of another',
    certified({ addresses: ['spiffe://a/ns/shop/sa/api'] }),
    'certificate-identity',
  ],
  ['the certificate is of no workload', certified({ addresses: ['vm.example'] }), 'certificate-identity'],
  [
    'the certificate is of another mesh',
    certified({ issuer: issue({ name: 'x', ca: true }) }),
    'certificate-root',
  ],
  ['a certificate in between is missing', certified({ issuer: intermediate }), 'certificate-root'],
  ['the key is not there', withoutFile('key.pem'), 'certificate-key'],
  ['the key is another one', certifiedWith('key.pem', { text: mesh.key }), 'certificate-key'],
  ['the key is damaged', certifiedWith('key.pem', { text: 'hello' }), 'certificate-key'],
  ['anybody may read the key', certifiedWith('key.pem', { mode: 0o644 }), 'key-readable'],
];

describe('the bundle of a VM that is given a certificate', () => {
  test.each<[string, Damage]>([
    ['needs no token', certified()],
    [
      'may hold what is between certificate and root',
      (bundle) => {
        const made = certified({ issuer: intermediate })(bundle);
        const text = `${made.files['cert-chain.pem']?.text ?? ''}${intermediate.certificate}`;
        return { ...made, files: { ...made.files, 'cert-chain.pem': { text } } };
      },
    ],
    [
      'of another agent holds none of the two',
      (bundle) => ({
        ...bundle,
        files: {
          ...bundle.files,
          'istio-token': { text: '' },
          'cluster.env': { text: `${files['cluster.env']}WORKLOAD_IDENTITY_SOCKET_FILE='socket'\n` },
        },
      }),
    ],
  ])('%s', (_, change) => {
    expect(verify(change)).toEqual([]);
  });

  test.each(certificateDamages)('is told by its name: %s', (_, damage, rule) => {
    expect(verify(damage)).toEqual([rule]);
  });

  test('from a time to come is told by its name', () => {
    const early = new Date('2001-01-01T00:00:00Z');
    const found = verifyVmBundle(certified()(good), { now: early }).map(({ rule }) => rule);
    expect(found).toContain('certificate-not-yet-valid');
  });
});

test('every rule has a test, an effect and a cure', () => {
  const shown = new Set<string>(damages.map(([, , rule]) => rule));
  const elsewhere = [
    'group-differs',
    'group-changed',
    'root-other',
    'revision-differs',
    'root-not-yet-valid',
    'certificate-not-yet-valid',
    ...certificateDamages.map(([, , rule]) => rule),
  ];
  const all = [...new Set(elsewhere)];
  expect(
    Object.keys(bundleRules)
      .filter((rule) => !shown.has(rule))
      .sort(),
  ).toEqual(all.sort());
  for (const { effect, cure } of Object.values(bundleRules)) {
    expect(effect.length).toBeGreaterThan(10);
    expect(cure).toMatch(/^[^.]+[^.]$|\./);
  }
});

test('a root certificate of the future is told', () => {
  const early = new Date('2001-01-01T00:00:00Z');
  const found = verifyVmBundle(good, { now: early }).map(({ rule }) => rule);
  expect(found).toContain('root-not-yet-valid');
});

test('whatever the files hold, there is an answer, and the token is not in it', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(files)));
  const file = fc.option(fc.record({ text, mode: fc.nat(0o777) }), { nil: undefined });
  fc.assert(
    fc.property(fc.tuple(file, file, file, file, file), (given) => {
      const entries = bundleFileNames.map((name, index) => [name, given[index]] as const);
      const damaged = Object.fromEntries(entries.filter(([, one]) => one !== undefined));
      const said = JSON.stringify(verifyVmBundle({ files: damaged }, { now, group, facts }));
      expect(said).not.toContain(files['istio-token']);
    }),
    { numRuns: 200 },
  );
});
