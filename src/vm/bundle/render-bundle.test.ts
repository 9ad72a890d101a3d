import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { JsonObject } from '../../json.ts';
import type { VmFacts } from '../facts/vm-facts.ts';
import { sampleFacts, sampleGroup } from '../testing/sample-vm.ts';
import { renderVmBundle } from './render-bundle.ts';
import type { VmBundleOptions } from './vm-bundle.ts';

interface Written {
  readonly config: JsonObject;
  readonly metadata: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly hosts: string;
  readonly notices: readonly string[];
}

interface Given {
  readonly spec?: JsonObject;
  readonly metadata?: JsonObject;
  readonly mesh?: JsonObject;
  readonly facts?: Partial<VmFacts>;
  readonly options?: VmBundleOptions;
}

function written({ spec = {}, metadata = {}, mesh = {}, facts = {}, options = {} }: Given): Written {
  const group = sampleGroup({ template: { serviceAccount: 'web' }, ...spec }, metadata);
  const { files, notices } = renderVmBundle(group, sampleFacts({ meshConfig: mesh, ...facts }), options);
  const config = (parse(files['mesh.yaml'], { version: '1.1' }) as { defaultConfig: JsonObject })
    .defaultConfig;
  return {
    config,
    metadata: config.proxyMetadata as unknown as Record<string, string>,
    variables: sourced(files['cluster.env']),
    hosts: files.hosts,
    notices: notices.map(({ rule }) => rule),
  };
}

/** What a shell has of a file after sourcing it. */
function sourced(text: string): Record<string, string> {
  const out = execFileSync('sh', ['-c', `set -a; eval "$(cat)"; exec env -0`], {
    input: text,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  return Object.fromEntries(
    out
      .split('\0')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const)
      .filter(([name]) => !['', 'PWD', 'PATH', '_', 'SHLVL', 'OLDPWD'].includes(name)),
  );
}

const annotated = (text: string): JsonObject => ({ annotations: { 'proxy.istio.io/config': text } });

describe('the settings of the proxy', () => {
  test.each<[string, Given, JsonObject]>([
    [
      'the mesh config is the base',
      { mesh: { defaultConfig: { statusPort: 15055 } } },
      { statusPort: 15055 },
    ],
    [
      'a revision says where istiod is',
      { facts: { revision: 'canary', istioNamespace: 'mesh' } },
      { discoveryAddress: 'istiod-canary.mesh.svc:15012' },
    ],
    [
      'an address in the mesh config stays',
      { facts: { revision: 'canary' }, mesh: { defaultConfig: { discoveryAddress: 'a.b.svc:15012' } } },
      { discoveryAddress: 'a.b.svc:15012' },
    ],
    [
      'without a revision the address is written when asked for',
      { facts: { istioNamespace: 'mesh' }, options: { pinIstiod: true } },
      { discoveryAddress: 'istiod.mesh.svc:15012' },
    ],
    [
      'an annotation takes the place of whole messages and lists',
      {
        mesh: { defaultConfig: { tracing: { zipkin: { address: 'z:1' } }, extraStatTags: ['a'] } },
        metadata: annotated('tracing: {sampling: 10}\nextraStatTags: [b]'),
      },
      { tracing: { sampling: 10 }, extraStatTags: ['b'] },
    ],
    [
      'the annotation of the entries comes after that of the group',
      { metadata: annotated('concurrency: 1'), spec: { metadata: annotated('concurrency: 2') } },
      { concurrency: 2 },
    ],
    [
      'the probe of the group is that of the proxy',
      { spec: { probe: { httpGet: { port: 80 } } } },
      { readinessProbe: { httpGet: { port: 80 } } },
    ],
    [
      'durations have one form',
      { mesh: { defaultConfig: { drainDuration: '1m' } } },
      { drainDuration: '60s' },
    ],
  ])('%s', (_, given, expected) => {
    expect(written(given).config).toMatchObject(expected);
  });

  test.each<[string, Given, string]>([
    ['no address without a revision', {}, 'discoveryAddress'],
    [
      'no probe of the mesh config where the group has none',
      { mesh: { defaultConfig: { readinessProbe: { httpGet: { port: 80 } } } } },
      'readinessProbe',
    ],
    ['no fields that proxies do not have', { mesh: { defaultConfig: { nonsense: 1 } } }, 'nonsense'],
    ['no zero values', { mesh: { defaultConfig: { statusPort: 0 } } }, 'statusPort'],
  ])('there is %s', (_, given, field) => {
    expect(Object.keys(written(given).config)).not.toContain(field);
  });

  test('metadata are laid together key by key, those of the command last', () => {
    const { metadata } = written({
      mesh: { defaultConfig: { proxyMetadata: { A: 'mesh', B: 'mesh', POD_NAMESPACE: 'x' } } },
      metadata: annotated('proxyMetadata: {B: group, C: "1"}'),
    });
    expect(metadata).toMatchObject({ A: 'mesh', B: 'group', C: '1', POD_NAMESPACE: 'shop' });
  });
});

describe('the metadata', () => {
  test.each<[string, Given, Readonly<Record<string, string>>]>([
    [
      'labels name the service',
      { spec: { metadata: { labels: { app: 'cart' } } } },
      { CANONICAL_SERVICE: 'cart' },
    ],
    [
      'the more exact label wins',
      { spec: { metadata: { labels: { app: 'cart', 'app.kubernetes.io/name': 'basket' } } } },
      { CANONICAL_SERVICE: 'basket' },
    ],
    ['without labels the group names it', {}, { CANONICAL_SERVICE: 'web', CANONICAL_REVISION: 'latest' }],
    [
      'ports are listed by name',
      { spec: { template: { serviceAccount: 'web', ports: { http: 80, api: 90 } } } },
      {
        ISTIO_META_POD_PORTS:
          '[{"name":"api","containerPort":90,"protocol":""},{"name":"http","containerPort":80,"protocol":""}]',
      },
    ],
    [
      'labels are JSON that is safe in HTML',
      { spec: { metadata: { labels: { a: '<&>' } } } },
      {
        ISTIO_METAJSON_LABELS:
          '{"a":"\\u003c\\u0026\\u003e","service.istio.io/canonical-name":"web","service.istio.io/canonical-revision":"latest"}',
      },
    ],
    [
      'the VM registers itself when told to',
      { options: { autoRegister: true } },
      { ISTIO_META_AUTO_REGISTER_GROUP: 'web' },
    ],
    [
      'a setting of DNS in the mesh config stays when the command says nothing',
      {
        options: { captureDns: false },
        mesh: { defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: 'false' } } },
      },
      { ISTIO_META_DNS_CAPTURE: 'false' },
    ],
    [
      'mesh and trust domain have their names',
      { mesh: { trustDomain: 'td', defaultConfig: { meshId: 'm' } } },
      { TRUST_DOMAIN: 'td', ISTIO_META_MESH_ID: 'm' },
    ],
  ])('%s', (_, given, expected) => {
    expect(written(given).metadata).toMatchObject(expected);
  });

  test('DNS is not captured when the command says so', () => {
    expect(written({ options: { captureDns: false } }).metadata).not.toHaveProperty('ISTIO_META_DNS_CAPTURE');
  });
});

describe('the variables', () => {
  test.each<[string, Given, Readonly<Record<string, string>>]>([
    [
      'all ports are redirected when the group names none',
      {},
      { ISTIO_INBOUND_PORTS: '*', ISTIO_SERVICE_CIDR: '*' },
    ],
    [
      'ports of the group are redirected in order',
      { spec: { template: { ports: { b: 90, a: 8080, c: 443 } } } },
      { ISTIO_INBOUND_PORTS: '90,443,8080' },
    ],
    ['the port of the agent is not redirected', {}, { ISTIO_LOCAL_EXCLUDE_PORTS: '22,15090,15021,15020' }],
    [
      'another port of the agent neither',
      { mesh: { defaultConfig: { statusPort: 15055 } } },
      { ISTIO_LOCAL_EXCLUDE_PORTS: '22,15090,15021,15055' },
    ],
    [
      'a port that is excluded anyway is named once',
      { mesh: { defaultConfig: { statusPort: 15021 } } },
      { ISTIO_LOCAL_EXCLUDE_PORTS: '22,15090,15021' },
    ],
    [
      'a revision says who signs',
      { facts: { revision: 'r' } },
      { CA_ADDR: 'istiod-r.istio-system.svc:15012' },
    ],
    [
      'an address from outside moves probes to localhost',
      { options: { address: { ip: '198.51.100.7', external: true } } },
      { ISTIO_SVC_IP: '198.51.100.7', REWRITE_PROBE_LEGACY_LOCALHOST_DESTINATION: 'true' },
    ],
    [
      'a certificate is taken from where the next one goes',
      { options: { identity: { kind: 'certificate' } } },
      { PROV_CERT: '/etc/certs', OUTPUT_CERTS: '/etc/certs' },
    ],
    [
      'a socket is named',
      { options: { identity: { kind: 'spire', socket: 'agent.sock' } } },
      { WORKLOAD_IDENTITY_SOCKET_FILE: 'agent.sock' },
    ],
    [
      'a group without a service account has the default one',
      { spec: { template: {} } },
      { SERVICE_ACCOUNT: 'default' },
    ],
  ])('%s', (_, given, expected) => {
    expect(written(given).variables).toMatchObject(expected);
  });

  test.each<[string, Given, string]>([
    ['who signs without a revision', {}, 'CA_ADDR'],
    [
      'probes for an address of the own network',
      { options: { address: { ip: '10.0.0.1', external: false } } },
      'REWRITE_PROBE_LEGACY_LOCALHOST_DESTINATION',
    ],
    [
      'what no shell takes for a variable',
      { mesh: { defaultConfig: { proxyMetadata: { 'a-b': 'x' } } } },
      'a-b',
    ],
    ['a value that holds NUL', { mesh: { defaultConfig: { proxyMetadata: { A: 'a\0b' } } } }, 'A'],
    [
      'a value that no program starts with',
      { mesh: { defaultConfig: { proxyMetadata: { A: 'a'.repeat(131_072) } } } },
      'A',
    ],
    ['certificates, with a token', { options: { identity: { kind: 'token' } } }, 'PROV_CERT'],
    ['sockets, with a token', {}, 'WORKLOAD_IDENTITY_SOCKET_FILE'],
  ])('nothing is said of %s', (_, given, name) => {
    expect(written(given).variables).not.toHaveProperty([name]);
  });

  test('a shell has every value as the proxy has it, whatever it is made of', () => {
    const value = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^X_[A-Z]{1,4}$/), value, { maxKeys: 4 }), (given) => {
        const { variables, metadata } = written({ mesh: { defaultConfig: { proxyMetadata: given } } });
        expect(variables).toMatchObject(given);
        expect(metadata).toMatchObject(given);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is said besides', () => {
  test.each<[string, Given, readonly string[]]>([
    ['nothing where all is well', {}, []],
    [
      'that hosts is empty',
      { facts: { gateway: { reason: 'there is none', hint: 'say it' } } },
      ['hosts-empty'],
    ],
    [
      'that labels take the place of others',
      { spec: { metadata: { labels: { app: 'a' } }, template: { labels: { app: 'b' } } } },
      ['labels-overridden'],
    ],
    [
      'nothing of labels that are the same twice',
      { spec: { metadata: { labels: { app: 'a' } }, template: { labels: { app: 'a', b: 'c' } } } },
      [],
    ],
    ['that the agent will look elsewhere', { facts: { istioNamespace: 'mesh' } }, ['istiod-assumed']],
    [
      'nothing of that when the address is written',
      { facts: { istioNamespace: 'mesh' }, options: { pinIstiod: true } },
      [],
    ],
    [
      'that a socket is not all it takes',
      { options: { identity: { kind: 'spire', socket: 'socket' } } },
      ['spire-connection'],
    ],
    [
      'which variables are left out',
      { mesh: { defaultConfig: { proxyMetadata: { 'a-b': 'x' } } } },
      ['variable-left-out'],
    ],
    ['a root that no agent starts with', { facts: { rootCertificate: 'junk' } }, ['root-malformed']],
    [
      'which values are left out',
      { mesh: { defaultConfig: { proxyMetadata: { A: 'a\0b' } } } },
      ['variable-left-out'],
    ],
  ])('%s', (_, given, expected) => {
    expect(written(given).notices).toEqual(expected);
  });

  test('hosts has one line for istiod', () => {
    expect(written({}).hosts).toBe('203.0.113.10 istiod.istio-system.svc\n');
    expect(written({ facts: { revision: 'r', gateway: { address: '2001:db8::7' } } }).hosts).toBe(
      '2001:db8::7 istiod-r.istio-system.svc\n',
    );
  });
});

test('the same input gives the same bytes', () => {
  const facts = sampleFacts({ meshConfig: { defaultConfig: { proxyMetadata: { B: '1', A: 'on' } } } });
  const [first, second] = [1, 2].map(() => renderVmBundle(sampleGroup(), facts).files);
  expect(first).toEqual(second);
  expect(first?.['mesh.yaml']).toContain('A: "on"\n');
});

test('a certificate that is given is among the files, and only then', () => {
  const certificate = { chain: 'a chain', key: 'a key' };
  const { files } = renderVmBundle(sampleGroup(), sampleFacts({ certificate }));
  expect(files).toMatchObject({ 'cert-chain.pem': 'a chain', 'key.pem': 'a key' });
  expect(Object.keys(renderVmBundle(sampleGroup(), sampleFacts()).files)).not.toContain('key.pem');
});
