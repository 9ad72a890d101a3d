import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ServerCredentials } from '@grpc/grpc-js';
import { fakeXds } from '../src/istiod/testing/fake-xds.ts';
import { issue } from '../src/kube/testing/certificate.ts';
import { run } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const cwd = `${process.cwd()}/testdata/proxy-status`;
const now = ['--now', '2030-05-01T12:00:00Z'];

const lines = async (...argv: readonly string[]) =>
  (await run(['proxy-status', ...argv, ...now], { cwd })).out.split('\n').map((line) => line.trimEnd());

test('lists the types of each proxy', async () => {
  expect(await lines('--from', 'xds.json')).toEqual([
    'NAME               CLUSTER  ISTIOD             VERSION  SUBSCRIBED TYPES',
    'scrolls-1.archive  east     istiod-6d5f-abcde  1.31.0   2 (CDS,LDS)',
    'shelf-1.books      east     istiod-6d5f-abcde  1.30.2   4 (CDS,LDS,RDS,PCDS)',
    '',
  ]);
});

describe('a column for each type', () => {
  const wanted = [
    'NAME               CLUSTER  CDS         LDS         PCDS     RDS       ISTIOD             VERSION',
    'scrolls-1.archive  east     SYNCED      SYNCED      IGNORED  IGNORED   istiod-6d5f-abcde  1.31.0',
    'shelf-1.books      east     STALE (2m)  ERROR (3h)  IGNORED  NOT SENT  istiod-6d5f-abcde  1.30.2',
    '',
  ];
  test.each([['-v'], ['-v 1'], ['--verbosity 1'], ['--verbosity=1']])('%s', async (flags) => {
    expect(await lines('--from', 'xds.json', ...flags.split(' '))).toEqual(wanted);
  });

  test('-v 0 is the short table', async () => {
    expect((await lines('--from', 'xds.json', '-v', '0'))[0]).toContain('SUBSCRIBED TYPES');
  });
});

test('wide says what keeps a proxy out of sync', async () => {
  expect((await lines('--from', 'syncz.json', 'gate-1', '-o', 'wide'))[1]).toMatch(
    /5 \(CDS,LDS,EDS,RDS,SDS\) {2}CDS ERROR: outbound\|80\|\|shelf.books: timeout is too short; LDS STALE: v2\/c was sent/,
  );
  expect((await lines('--from', 'xds.json', 'scrolls-1', '-o', 'wide'))[1]).toMatch(/ {2}-$/);
});

test('a second column is no proxy without -v', async () => {
  expect(await run(['ps', '--from', 'xds.json', '1'], { cwd })).toMatchObject({ code: 2, out: '' });
});

test('sources add up', async () => {
  const names = (await lines('--from', 'syncz.json', '--from', 'xds.json', '-n', 'books')).map(
    (line) => line.split(' ')[0],
  );
  expect(names).toEqual(['NAME', 'desk-1.books', 'gate-1.books', 'shelf-1.books', '']);
});

test('json and yaml are the answer with the proxies that were asked for', async () => {
  const json = await lines('--from', 'xds.json', '-n', 'archive', '-o', 'json');
  const yaml = await lines('--from', 'xds.json', '-n', 'archive', '-o', 'yaml');
  const data = JSON.parse(json.join('\n')) as { readonly resources: readonly object[] };
  expect(parse(yaml.join('\n'))).toEqual(data);
  expect(data).toMatchObject({ versionInfo: '7', resources: [{ node: { id: 'scrolls-1.archive' } }] });
});

test.each([
  ['an address with saved answers', ['--from', 'xds.json', '--xds-address', 'a:1'], 'give one of them'],
  ['an address without a port', ['--xds-address', 'istiod'], 'use host:port'],
  ['a token for nobody', ['--token-file', 'xds.json'], 'add `--xds-address <host:port>`'],
  ['a token in the clear', ['--xds-address', 'a:1', '--plaintext', '--token-file', 'b'], '--plaintext'],
  ['a token that is missing', ['--xds-address', 'a:1', '--token-file', 'b'], 'cannot read b'],
  ['a token that is none', ['--xds-address', 'a:1', '--token-file', 'xds.json'], 'xds.json holds no token'],
  ['no root certificate', ['--xds-address', 'a:1', '--cert-dir', '.'], 'cannot read root-cert.pem'],
  ['several proxies to compare', ['a', 'b'], 'compared one at a time'],
  ['a time that is none', ['--timeout', 'soon'], 'use a time such as 30s'],
  ['a file of another kind', ['--from', '../ztunnel/maps.json'], 'does not say how far proxies are'],
  ['an unknown proxy', ['--from', 'xds.json', 'shelf-9'], 'no proxy is called shelf-9'],
])('%s is an error', async (_, argv, message) => {
  const { code, err } = await run(['ps', ...argv], { cwd });
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('without a source, the cluster is asked', async () => {
  const { code, err } = await run(['ps', '--kubeconfig', 'none'], { cwd });
  expect([code, err]).toEqual([3, expect.stringContaining('kubeconfig')]);
});

describe('an istiod at an address', () => {
  const ca = issue({ name: 'root', ca: true });
  const own = issue({ name: 'istiod', addresses: ['istiod.istio-system.svc'], issuer: ca });
  const tls = ServerCredentials.createSsl(null, [
    { cert_chain: Buffer.from(own.certificate), private_key: Buffer.from(own.key) },
  ]);
  const answer = {
    controlPlane: { identifier: 'istiod-9' },
    resources: ['a-1.shop', 'b-1.books'].map((id) => ({
      '@type': 'type.googleapis.com/envoy.service.status.v3.ClientConfig',
      node: { id, metadata: { fields: { NAMESPACE: { stringValue: id.slice(4) } } } },
    })),
  };

  test('is asked over xDS, with a token', async () => {
    const folder = await temporaryFolder({ 'root-cert.pem': ca.certificate, token: 'abc\n' });
    const { address, questions } = await fakeXds((call) => call.write(answer), tls);
    const argv = ['ps', '--xds-address', address, '--cert-dir', '.', '--token-file', 'token'];
    expect(await run([...argv, '-n', 'shop', '-o', 'short'], { cwd: folder })).toMatchObject({
      code: 0,
      err: '',
      out: 'NAME      CLUSTER  ISTIOD    VERSION  SUBSCRIBED TYPES\na-1.shop           istiod-9           0\n',
    });
    expect(questions).toMatchObject([{ authorization: 'Bearer abc' }]);
    const { out } = await run([...argv, 'b-1', '-o', 'json'], { cwd: folder });
    expect(JSON.parse(out)).toMatchObject({ resources: [{ node: { id: 'b-1.books' } }] });
  });

  test('lacks the half of a certificate', async () => {
    const folder = await temporaryFolder({ 'root-cert.pem': ca.certificate, 'key.pem': own.key });
    const { code, err } = await run(['ps', '--xds-address', 'a:1', '--cert-dir', '.'], { cwd: folder });
    expect([code, err]).toEqual([2, expect.stringContaining('. has no cert-chain.pem')]);
  });

  test('that does not answer fails the environment', async () => {
    const { address } = await fakeXds(() => undefined);
    const argv = ['ps', '--xds-address', address, '--plaintext', '--timeout', '200ms'];
    const { code, err } = await run(argv, { cwd });
    expect([code, err]).toEqual([3, expect.stringContaining('did not answer within 0.2 s')]);
  });
});

describe('a comparison', () => {
  const dump = (timeout: string) =>
    JSON.stringify({
      configs: [
        {
          '@type': 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump',
          dynamic_active_clusters: [{ cluster: { name: 'a', connect_timeout: timeout } }],
        },
      ],
    });
  const files = { 'istiod.json': dump('1s'), 'proxy.json': dump('2s') };
  const argv = ['ps', 'shelf-1.books', '--file', 'proxy.json', '--control-plane', 'istiod.json'];

  test('tells what differs', async () => {
    const { code, out } = await run(argv, { cwd: await temporaryFolder(files) });
    expect([code, out]).toEqual([
      0,
      "Clusters don't match\n  ~ cluster a: connect_timeout 1s -> 2s\nListeners match\nRoutes match\n",
    ]);
  });

  test('is a document of meshctl as json', async () => {
    const { out } = await run([...argv, '-o', 'json'], { cwd: await temporaryFolder(files) });
    expect(JSON.parse(out)).toMatchObject({
      kind: 'ProxySync',
      inSync: false,
      sections: [
        { kind: 'clusters', inSync: false, missing: [], extra: [], changed: [{ name: 'a' }] },
        { kind: 'listeners', inSync: true },
        { kind: 'routes', inSync: true },
      ],
    });
  });

  test.each([
    ['needs both sides', ['--file', 'proxy.json'], '--file and --control-plane belong together'],
    ['is no list of proxies', ['--file', 'proxy.json', '--from', 'a'], '--from'],
  ])('%s', async (_, flags, message) => {
    const { code, err } = await run(['ps', ...flags], { cwd: await temporaryFolder(files) });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
