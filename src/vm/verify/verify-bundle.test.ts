import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

test('every rule has a test, an effect and a cure', () => {
  const shown = new Set<string>(damages.map(([, , rule]) => rule));
  const elsewhere = [
    'group-differs',
    'group-changed',
    'root-other',
    'revision-differs',
    'root-not-yet-valid',
  ];
  expect(
    Object.keys(bundleRules)
      .filter((rule) => !shown.has(rule))
      .sort(),
  ).toEqual(elsewhere.sort());
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
