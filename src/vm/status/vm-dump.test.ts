import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { issue } from '../../kube/testing/certificate.ts';
import { readVmDump, strayDumps, vmStatus, type VmDump } from './index.ts';

const now = new Date('2030-05-01T12:00:00Z');
const after = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const identity = 'spiffe://cluster.local/ns/shop/sa/web';
const bytes = (text: string): JsonObject => ({ inline_bytes: Buffer.from(text).toString('base64') });
const certificate = (notAfter: Date): string =>
  issue({ name: 'vm', addresses: [identity], notAfter }).certificate;
const rootOf = (notAfter: Date): string => issue({ name: 'root', ca: true, notAfter }).certificate;
const years = after(20 * 8760);

interface Parts {
  readonly chain?: string;
  readonly root?: string;
  readonly id?: string;
}

/** The parts of a config dump that count. */
function dumpText({
  chain,
  root,
  id = 'sidecar~10.0.0.1~vm-1.shop~shop.svc.cluster.local',
}: Parts = {}): string {
  const metadata = {
    ...{ NAMESPACE: 'shop', ISTIO_VERSION: '1.31.1', INSTANCE_IPS: '10.0.0.1,192.168.0.1' },
    PROXY_CONFIG: { discoveryAddress: 'istiod.istio-system.svc:15012' },
  };
  const secret = (name: string, value: JsonObject): JsonObject => ({ name, secret: { name, ...value } });
  const active = [
    ...(chain === undefined
      ? []
      : [secret('default', { tls_certificate: { certificate_chain: bytes(chain) } })]),
    ...(root === undefined ? [] : [secret('ROOTCA', { validation_context: { trusted_ca: bytes(root) } })]),
  ];
  return JSON.stringify({
    configs: [
      { '@type': 'x/envoy.admin.v3.BootstrapConfigDump', bootstrap: { node: { id, metadata } } },
      { '@type': 'x/envoy.admin.v3.SecretsConfigDump', dynamic_active_secrets: active },
    ],
  });
}

const read = (parts?: Parts): VmDump => readVmDump(dumpText(parts), { name: 'dump.json', now });

const entry: JsonObject = {
  ...{ kind: 'WorkloadEntry', metadata: { name: 'web-1', namespace: 'shop' } },
  spec: { address: '192.168.0.1', labels: { app: 'web' } },
};
const service: JsonObject = {
  ...{ kind: 'Service', metadata: { name: 'web', namespace: 'shop' }, spec: { selector: { app: 'web' } } },
};
const objects = [entry, service];

test('a dump tells who the proxy is, where it is served, and by which certificate', () => {
  const notAfter = after(24);
  expect(read({ chain: certificate(notAfter), root: rootOf(years) })).toMatchObject({
    ...{ name: 'dump.json', proxy: 'vm-1.shop', namespace: 'shop', version: '1.31.1' },
    ...{ discovery: 'istiod.istio-system.svc:15012', addresses: ['10.0.0.1', '192.168.0.1'] },
    certificate: { identity, notAfter: notAfter.toISOString().replace('.000Z', 'Z') },
    root: { validity: 'valid' },
  });
});

describe('a dump of the VM of an entry', () => {
  const codes = (parts: Parts): readonly string[] =>
    vmStatus({ objects, dumps: [read(parts)] }).problems.map(({ code }) => code);
  const chain = certificate(years);
  const root = rootOf(years);
  test.each<[string, Parts, readonly string[]]>([
    ['is fine with a certificate that is valid for long', { chain, root }, []],
    ['is fine without a root of its own', { chain }, []],
    ['shows that there is no certificate', { root }, ['certificate-missing']],
    ['shows one that has ended', { chain: certificate(after(-1)), root }, ['certificate-expired']],
    ['shows one that was not renewed', { chain: certificate(after(1)), root }, ['certificate-expires-soon']],
    ['shows a root that has ended', { chain, root: rootOf(after(-1)) }, ['root-expired']],
  ])('%s', (_, parts, expected) => {
    expect(codes(parts)).toEqual(expected);
  });

  test('is told with it', () => {
    const [vm] = vmStatus({ objects, dumps: [read({ chain, root })] }).others;
    expect(vm?.dump).toMatchObject({ name: 'dump.json', certificate: { identity, validity: 'valid' } });
  });

  test('tells the version of the proxy where istiod does not', () => {
    const istiods = [{ name: 'istiod-a', revision: 'default', version: '1.20.0' }];
    const annotations = { 'istio.io/workloadController': 'istiod-a' };
    const known = { ...entry, metadata: { name: 'web-1', namespace: 'shop', annotations } };
    const status = vmStatus({ objects: [known, service], istiods, dumps: [read({ chain })] });
    expect(status.others[0]?.skew.verdict).toBe('skewed');
  });
});

describe('a dump is of no VM', () => {
  test.each<[string, JsonObject]>([
    ['at another address', { ...entry, spec: { address: '10.9.9.9' } }],
    ['of another namespace', { ...entry, metadata: { name: 'web-1', namespace: 'other' } }],
    ['of another kind', { ...entry, kind: 'Pod' }],
  ])('%s', (_, object) => {
    const snapshot = { objects: [object], dumps: [read()] };
    expect(strayDumps(snapshot)).toEqual([
      expect.stringMatching(/^dump\.json is of the proxy vm-1\.shop at 10/),
    ]);
    expect(vmStatus(snapshot).others.some(({ dump }) => dump !== undefined)).toBe(false);
  });

  test('and one that is, is not named', () => {
    expect(strayDumps({ objects, dumps: [read()] })).toEqual([]);
  });
});

test.each([
  ['without a bootstrap', JSON.stringify({ configs: [] })],
  ['that is something else', '{"hello": 1}'],
])('a dump %s is refused', (_, text) => {
  expect(() => readVmDump(text, { name: 'dump.json', now })).toThrow(/dump\.json/);
});
