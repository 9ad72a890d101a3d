import { createServer, type Socket } from 'node:net';
import { ServerCredentials, status } from '@grpc/grpc-js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readStatus } from '../../proxy/status/index.ts';
import { issue } from '../../kube/testing/certificate.ts';
import { fakeXds } from '../testing/fake-xds.ts';
import { askOverXds } from './ask-over-xds.ts';
import type { XdsTarget } from './xds-target.ts';

const clientConfig = 'type.googleapis.com/envoy.service.status.v3.ClientConfig';
const clusters = 'type.googleapis.com/envoy.config.cluster.v3.Cluster';
const listeners = 'type.googleapis.com/envoy.config.listener.v3.Listener';

/** As it is sent: a `Struct` has fields, and times have seconds. */
const answer = {
  versionInfo: '7',
  typeUrl: clientConfig,
  controlPlane: { identifier: '{"Component":"istiod","ID":"istiod-a","Info":{"version":"1.31.0"}}' },
  resources: [
    {
      '@type': clientConfig,
      node: {
        id: 'shelf-1.books',
        metadata: {
          fields: {
            CLUSTER_ID: { stringValue: 'east' },
            NAMESPACE: { stringValue: 'books' },
            ports: { listValue: { values: [{ numberValue: 80 }, { boolValue: false }, { nullValue: 0 }] } },
            inner: { structValue: { fields: { a: { stringValue: 'b' } } } },
          },
        },
      },
      genericXdsConfigs: [
        {
          typeUrl: clusters,
          configStatus: 'STALE',
          lastUpdated: { seconds: 1_900_000_000, nanos: 5_000_000 },
        },
        { typeUrl: listeners, configStatus: 'ERROR', errorState: { details: 'too long' } },
        { typeUrl: 'x' },
      ],
    },
    {
      '@type': clientConfig,
      node: { id: 'old-1.books' },
      xdsConfig: [{ status: 'SYNCED', clusterConfig: {} }],
    },
  ],
};

const ca = issue({ name: 'root', ca: true });
const own = issue({ name: 'istiod', addresses: ['istiod.istio-system.svc', 'istiod.mesh.svc'], issuer: ca });
const named = issue({ name: 'istiod', addresses: ['xds.example.com'], issuer: ca });
const roots = Buffer.from(ca.certificate);

const withTls = ({ certificate, key } = own, checkClient = false) =>
  ServerCredentials.createSsl(
    roots,
    [{ cert_chain: Buffer.from(certificate), private_key: Buffer.from(key) }],
    checkClient,
  );

const replying = (credentials?: ServerCredentials) =>
  fakeXds((call) => {
    call.write(answer);
  }, credentials);

const ask = (address: string, more: Partial<XdsTarget> = {}) =>
  askOverXds({ address, timeout: 20_000, ...more });

const plaintext = { plaintext: true };

describe('an answer', () => {
  test('is given in the form of JSON', async () => {
    const { address } = await replying();
    expect(await ask(address, plaintext)).toEqual({
      versionInfo: '7',
      typeUrl: clientConfig,
      controlPlane: answer.controlPlane,
      resources: [
        {
          '@type': clientConfig,
          node: {
            id: 'shelf-1.books',
            metadata: { CLUSTER_ID: 'east', NAMESPACE: 'books', ports: [80, false, null], inner: { a: 'b' } },
          },
          genericXdsConfigs: [
            { typeUrl: clusters, configStatus: 'STALE', lastUpdated: '2030-03-17T17:46:40.005Z' },
            { typeUrl: listeners, configStatus: 'ERROR', errorState: { details: 'too long' } },
            { typeUrl: 'x' },
          ],
        },
        {
          '@type': clientConfig,
          node: { id: 'old-1.books' },
          xdsConfig: [{ status: 'SYNCED', clusterConfig: {} }],
        },
      ],
    });
  });

  test('reads as the status of proxies', async () => {
    const { address } = await replying();
    const [read] = readStatus(JSON.stringify(await ask(address, plaintext)), address);
    expect(read?.proxies).toMatchObject([
      {
        name: 'shelf-1.books',
        istiod: 'istiod-a',
        types: [{ state: 'STALE' }, { state: 'ERROR', reason: 'too long' }, { state: 'IGNORED' }],
      },
      { name: 'old-1.books', types: [{ shortName: 'CDS', state: 'SYNCED' }] },
    ]);
  });

  test('without proxies is an answer', async () => {
    const { address } = await fakeXds((call) => {
      call.write({ typeUrl: clientConfig });
    });
    expect(await ask(address, plaintext)).toEqual({ typeUrl: clientConfig, resources: [] });
  });
});

describe('the question', () => {
  const claims = Buffer.from('{"sub":"system:serviceaccount:ops:reader"}').toString('base64url');

  test.each<[string, Partial<XdsTarget>, string, string | undefined]>([
    ['who is nobody lives with istiod', {}, 'istio-system', undefined],
    ['or where istiod is said to be', { istioNamespace: 'mesh' }, 'mesh', undefined],
    ['who has a token, where the token says', { token: `a.${claims}.b` }, 'ops', `Bearer a.${claims}.b`],
    ['a token that says nothing is passed on', { token: 'opaque' }, 'istio-system', 'Bearer opaque'],
  ])('%s', async (_, target, namespace, authorization) => {
    const { address, questions } = await replying(withTls());
    await ask(address, { roots, ...target });
    expect(questions).toMatchObject([
      {
        authorization,
        request: {
          typeUrl: 'istio.io/debug/syncz',
          node: {
            id: `sidecar~127.0.0.1~meshctl.${namespace}~${namespace}.svc.cluster.local`,
            metadata: { fields: { NAMESPACE: { stringValue: namespace } } },
          },
        },
      },
    ]);
  });

  test('is asked with a certificate', async () => {
    const { address, questions } = await replying(withTls(own, true));
    const { certificate, key } = issue({ name: 'me', issuer: ca, addresses: ['me'] });
    const client = { chain: Buffer.from(certificate), key: Buffer.from(key) };
    expect(await ask(address, { roots, client })).toMatchObject({ versionInfo: '7' });
    expect(questions).toHaveLength(1);
  });

  test('is for the name that is said', async () => {
    const { address } = await replying(withTls(named));
    const target = { roots, authority: 'xds.example.com' };
    expect(await ask(address, target)).toMatchObject({ versionInfo: '7' });
  });
});

describe('what fails is told at once:', () => {
  const ending = (code: status, details: string, credentials?: ServerCredentials) => () =>
    fakeXds((call) => {
      call.emit('error', { code, details });
    }, credentials);
  const silent = () =>
    fakeXds(() => {
      // Says nothing.
    });
  const free = async () => {
    const server = createServer();
    const address = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    return { address };
  };
  const other = issue({ name: 'other' });

  test.each<[string, () => Promise<{ readonly address: string }>, Partial<XdsTarget>, RegExp]>([
    ['nobody listens', free, plaintext, /cannot reach istiod at .*connection was refused/],
    [
      'the CA is another',
      () => replying(withTls()),
      { roots: Buffer.from(other.certificate) },
      /signed by a CA/,
    ],
    ['the name is another', () => replying(withTls(named)), { roots }, /for another name.*--authority/],
    [
      'no certificate is shown',
      () => replying(withTls(own, true)),
      { roots },
      /istiod refuses the certificate/,
    ],
    ['TLS to a port without', () => replying(), { roots }, /not speak TLS.*--plaintext/],
    ['no TLS to a port with it', () => replying(withTls()), plaintext, /cannot reach istiod.*15010/],
    [
      'a token is refused',
      ending(status.UNAUTHENTICATED, 'expired', withTls()),
      { roots, token: 'a' },
      /no credentials are accepted.*expired.*kubectl create token/,
    ],
    [
      'nobody asks',
      ending(status.UNAUTHENTICATED, 'who are you'),
      plaintext,
      /no credentials are accepted.*who are you.*--token-file/,
    ],
    ['it is not permitted', ending(status.PERMISSION_DENIED, 'not you'), plaintext, /may not ask.*not you/],
    ['it is no xDS server', ending(status.UNIMPLEMENTED, 'no'), plaintext, /no xDS is spoken at/],
    ['anything else', ending(status.INTERNAL, 'a bug'), plaintext, /nothing could be learnt.*a bug/],
    [
      'nothing is said without TLS',
      silent,
      { ...plaintext, timeout: 300 },
      /did not answer within 0.3 s.*ENABLE_DEBUG_ENDPOINT_AUTH/,
    ],
  ])('%s', async (_, start, target, message) => {
    const { address } = await start();
    expect(await failureOf(ask(address, target))).toMatch(message);
  });

  test('the call ends without an answer', async () => {
    const { address } = await fakeXds((call) => {
      call.end();
    });
    expect(await failureOf(ask(address, plaintext))).toMatch(/said nothing of proxies/);
  });

  test('the server goes on without answering over TLS', async () => {
    const { address } = await fakeXds(() => {
      // Says nothing.
    }, withTls());
    const failure = await failureOf(ask(address, { roots, timeout: 300 }));
    expect(failure).toMatch(/did not answer.*--timeout/);
    expect(failure).not.toContain('ENABLE_DEBUG_ENDPOINT_AUTH');
  });

  test('what answers is something else', async () => {
    const server = createServer((socket: Socket) => {
      socket.on('error', () => undefined).end('SSH-2.0-OpenSSH_9\r\n');
    });
    const address = await listening(server);
    onTestFinished(() => {
      server.close();
    });
    expect(await failureOf(ask(address, plaintext))).toMatch(/cannot reach istiod at/);
  });

  test('the certificates are none', async () => {
    const client = { chain: Buffer.from('a'), key: Buffer.from('b') };
    await expect(ask('127.0.0.1:1', { roots, client })).rejects.toMatchObject({ code: 'input' });
  });

  test('an interruption is passed on as it is', async () => {
    const controller = new AbortController();
    const { address } = await fakeXds(() => {
      controller.abort(new Error('Ctrl-C'));
    });
    await expect(ask(address, { ...plaintext, signal: controller.signal })).rejects.toThrow('Ctrl-C');
  });
});

async function listening(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `127.0.0.1:${address.port}`;
}

/** All that a failure says, in one line. */
async function failureOf(asked: Promise<unknown>): Promise<string> {
  const error = (await asked.then(
    () => new Error('it was answered'),
    (failure: unknown) => failure,
  )) as {
    readonly code?: string;
    readonly message: string;
    readonly reason?: string;
    readonly hint?: string;
  };
  expect(error.code).toBe('environment');
  return [error.message, error.reason, error.hint].join(' | ');
}
