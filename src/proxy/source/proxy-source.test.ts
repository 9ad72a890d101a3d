import { connect } from 'node:net';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { SectionKind } from '../dump/dump.ts';
import { fakeAdmin, fakeSocket, type FakeAdmin } from '../testing/fake-admin.ts';
import type { AdminTarget } from './admin-target.ts';
import { adminSource } from './proxy-source.ts';
import { saveDump } from './save-dump.ts';

const started: FakeAdmin[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((admin) => admin.close()));
});

const clusters = {
  '@type': 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump',
  static_clusters: [{ cluster: { name: 'agent' } }],
};
const dump = JSON.stringify({ configs: [clusters] });
const statuses = JSON.stringify({ cluster_statuses: [{ name: 'agent' }] });

async function answering(answer: (response: ServerResponse, url: string) => void): Promise<FakeAdmin> {
  const admin = await fakeAdmin((request, response) => {
    answer(response, request.url ?? '');
  });
  started.push(admin);
  return admin;
}

async function socketThat(...answer: Parameters<typeof fakeSocket>): Promise<FakeAdmin> {
  const admin = await fakeSocket(...answer);
  started.push(admin);
  return admin;
}

const sourceOf = ({ address }: Pick<FakeAdmin, 'address'>, more: Partial<AdminTarget> = {}) =>
  adminSource({ name: address, address, timeout: 20_000, ...more });

describe('a live proxy', () => {
  test.each<[SectionKind | undefined, string]>([
    [undefined, '/config_dump?include_eds=true'],
    ['bootstrap', '/config_dump?mask=bootstrap,last_updated'],
    ['clusters', '/config_dump?mask=dynamic_active_clusters,dynamic_warming_clusters,static_clusters'],
    ['endpoints', '/config_dump?include_eds=true&mask=dynamic_endpoint_configs,static_endpoint_configs'],
    ['secrets', '/config_dump?mask=dynamic_active_secrets,dynamic_warming_secrets,static_secrets'],
    ['clusterStatuses', '/clusters?format=json'],
  ])('is asked for %s by one GET', async (section, path) => {
    const admin = await answering((response) => response.end(dump));
    const { section: find } = await sourceOf(admin).read(section);
    expect(admin.asked).toEqual([`GET ${path}`]);
    expect([...(find('clusters')?.items() ?? [])].map(({ name }) => name)).toEqual(['agent']);
  });

  test('without a section of the kind gives a dump without it', async () => {
    const admin = await answering((response) => {
      response.statusCode = 400;
      response.end('FieldMask ecds_filters could not be successfully applied to any configs.');
    });
    expect((await sourceOf(admin).read('ecds')).sections).toEqual([]);
  });

  test('is read through a connection made elsewhere', async () => {
    const admin = await answering((response) => response.end(dump));
    const { port } = new URL(admin.address);
    const source = sourceOf(
      { address: 'http://pod.invalid:15000' },
      { connect: () => Promise.resolve(connect(Number(port), '127.0.0.1')) },
    );
    expect((await source.read('clusters')).section('clusters')).toBeDefined();
  });
});

describe('what is no good admin port fails the environment:', () => {
  const partOf = (text: string) => (response: ServerResponse) => {
    response.setHeader('content-length', text.length * 2);
    response.write(text, () => response.destroy());
  };
  const failures: [string, () => Promise<FakeAdmin>, RegExp, Partial<AdminTarget>?][] = [
    [
      'another status',
      () => answering((response) => response.writeHead(403).end('who\nare you')),
      /answered 403 Forbidden to GET .*: who are you/,
    ],
    ['a redirect', () => answering((response) => response.writeHead(302).end()), /answered 302 Found/],
    ['another 400', () => answering((response) => response.writeHead(400).end()), /answered 400 Bad Request/],
    ['a page', () => answering((response) => response.end('<html>')), /not answer with a dump.*JSON/],
    ['other JSON', () => answering((response) => response.end('{"a":1}')), /not answer with a dump/],
    ['nothing', () => answering((response) => response.end()), /not answer with a dump.*empty/],
    [
      'half of a dump',
      () => answering((response) => response.end(dump.slice(0, 60))),
      /not answer with a dump/,
    ],
    ['a proxy that goes away', () => answering(partOf(dump)), /broke off after [1-9]\d* bytes/],
    ['a proxy that is gone', () => socketThat((socket) => socket.destroy()), /closed before an answer came/],
    ['garbage', () => socketThat((socket) => socket.end('SSH-2.0-OpenSSH\r\n')), /does not speak HTTP/],
    [
      'garbage after the head',
      () =>
        socketThat((socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxx\r\nyy')),
      /broke off after 0 bytes/,
    ],
    ['silence', () => socketThat(() => undefined), /within 0.1 s/, { timeout: 100 }],
    [
      'a dump without end',
      () => answering((response) => void response.write('{"configs": [')),
      /within 0.1 s/,
      { timeout: 100 },
    ],
    [
      'an answer of no announced length without end',
      () => socketThat((socket) => void socket.write(`HTTP/1.0 200 OK\r\n\r\n${dump}`)),
      /within 0.1 s/,
      { timeout: 100 },
    ],
    ['too much', () => answering((response) => response.end(dump)), /more than 10 bytes/, { maxBytes: 10 }],
  ];

  test.each(failures)('%s', async (_, start, message, more = {}) => {
    const failure = await failureOf(sourceOf(await start(), more));
    expect(failure).toMatchObject({ code: 'environment' });
    expect(`${failure.message}: ${failure.reason ?? ''}`).toMatch(message);
  });

  test('nobody listens', async () => {
    const admin = await fakeSocket(() => undefined);
    await admin.close();
    expect(await failureOf(sourceOf(admin))).toMatchObject({
      code: 'environment',
      reason: expect.stringContaining('refused') as string,
    });
  });

  test('an interruption is passed on as it is', async () => {
    const controller = new AbortController();
    const admin = await socketThat(() => {
      controller.abort(new Error('Ctrl-C'));
    });
    expect(await failureOf(sourceOf(admin, { signal: controller.signal }))).toMatchObject({
      message: 'Ctrl-C',
    });
  });
});

interface Failure {
  readonly message: string;
  readonly reason?: string;
}

async function failureOf(source: ReturnType<typeof adminSource>): Promise<Failure> {
  try {
    await source.read();
  } catch (error) {
    return error as Failure;
  }
  throw new Error('it was read');
}

describe('a dump to keep', () => {
  const secret = {
    '@type': 'type.googleapis.com/envoy.admin.v3.SecretsConfigDump',
    static_secrets: [
      { name: 'a', secret: { tls_certificate: { private_key: { inline_bytes: 'c2VjcmV0' } } } },
    ],
  };
  const admin = () =>
    answering((response, url) =>
      response.end(url.startsWith('/clusters') ? statuses : JSON.stringify({ configs: [clusters, secret] })),
    );

  test('has what Envoy sees of endpoints as a section of its own', async () => {
    const { text } = await saveDump(sourceOf(await admin()));
    const { configs } = JSON.parse(text) as { configs: { '@type': string }[] };
    const types = configs.map((section) => section['@type'].replace(/.*\./, ''));
    expect(types).toEqual(['ClustersConfigDump', 'SecretsConfigDump', 'Clusters']);
  });

  test('has no secrets unless asked for', async () => {
    const { text, redacted } = await saveDump(sourceOf(await admin()));
    expect([text.includes('c2VjcmV0'), redacted]).toEqual([false, 1]);
    const whole = await saveDump(sourceOf(await admin()), { showSecrets: true });
    expect([whole.text.includes('c2VjcmV0'), whole.redacted]).toEqual([true, 0]);
  });
});
