import { createServer } from 'node:http';
import { connect as connectSocket, createServer as createSocketServer } from 'node:net';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { beforeAll, describe, expect, test } from 'vitest';
import { issue, type Issued } from './testing/certificate.ts';
import { connectTo, temporaryFolder, type Login } from './testing/connect-to.ts';
import { fakeApi, listen } from './testing/fake-api.ts';

let ca: Issued;
let otherCa: Issued;
let good: Issued;

beforeAll(() => {
  ca = issue({ name: 'cluster CA', ca: true });
  otherCa = issue({ name: 'cluster CA', ca: true });
  good = issue({ name: 'api', issuer: ca });
});

const base64 = (text: string) => Buffer.from(text).toString('base64');

const trusting = ({ certificate }: Issued): Login => ({
  cluster: { 'certificate-authority-data': base64(certificate) },
});

function serve({ certificate: cert, key }: Issued) {
  return fakeApi({ tls: { cert, key } });
}

describe('a server is trusted', () => {
  test('when the CA of the kubeconfig has signed its certificate', async () => {
    const client = await connectTo(await serve(good), trusting(ca));
    expect(await client.get('/apis')).toHaveProperty('kind');
  });

  test('by a CA in a file; data in the kubeconfig comes first', async () => {
    const folder = await temporaryFolder({ ca: ca.certificate, other: otherCa.certificate });
    const fromFile = { 'certificate-authority': join(folder, 'ca') };
    const both = { ...trusting(ca).cluster, 'certificate-authority': join(folder, 'other') };
    for (const cluster of [fromFile, both]) {
      const client = await connectTo(await serve(good), { cluster });
      expect(await client.get('/apis')).toHaveProperty('kind');
    }
  });

  test('under another name with tls-server-name', async () => {
    const api = await serve(issue({ name: 'api', addresses: ['api.example'], issuer: ca }));
    const cluster = { ...trusting(ca).cluster, 'tls-server-name': 'api.example' };
    expect(await (await connectTo(api, { cluster })).get('/apis')).toHaveProperty('kind');
  });

  test('whoever it is with insecure-skip-tls-verify', async () => {
    const client = await connectTo(await serve(issue({ name: 'self' })), {
      cluster: { 'insecure-skip-tls-verify': true },
    });
    expect(await client.get('/apis')).toHaveProperty('kind');
  });
});

describe('a server is not trusted', () => {
  test.each<[string, () => { server: Issued; trusted: Issued }, string, string]>([
    [
      'when another CA of the same name has signed its certificate',
      () => ({ server: good, trusted: otherCa }),
      'TLS: the certificate of the server is not signed by a CA that is trusted here',
      'put the CA of the cluster into certificate-authority-data of the kubeconfig (was the cluster made anew?)',
    ],
    [
      'when it has signed its certificate itself',
      () => ({ server: issue({ name: 'self' }), trusted: ca }),
      'TLS: the certificate of the server is not signed by a CA that is trusted here',
      'put the CA of the cluster into certificate-authority-data of the kubeconfig (was the cluster made anew?)',
    ],
    [
      'when its certificate has expired',
      () => ({ server: issue({ name: 'api', issuer: ca, notAfter: new Date(0) }), trusted: ca }),
      'TLS: the certificate of the server has expired, or the clock of this machine is wrong',
      'renew the certificate of the API server',
    ],
    [
      'when its certificate is for another name',
      () => ({ server: issue({ name: 'api', addresses: ['api.example'], issuer: ca }), trusted: ca }),
      "TLS: the certificate of the server is not for 127.0.0.1 (IP: 127.0.0.1 is not in the cert's list: )",
      'correct the server in the kubeconfig, or set tls-server-name to a name of the certificate',
    ],
  ])('%s', async (_, make, reason, hint) => {
    const { server, trusted } = make();
    const client = await connectTo(await serve(server), trusting(trusted));
    await expect(client.get('/apis')).rejects.toMatchObject({ code: 'environment', reason, hint });
  });

  test('when it does not speak TLS', async () => {
    const { url } = await fakeApi();
    const client = await connectTo({ url: url.replace('http:', 'https:') }, trusting(ca));
    await expect(client.get('/apis')).rejects.toMatchObject({
      reason: 'what answers there does not speak TLS',
      hint: 'check the server in the kubeconfig: is it http:, or another port?',
    });
  });

  test('when it speaks something else altogether', async () => {
    const server = createSocketServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        resolve((server.address() as { port: number }).port);
      });
    });
    const client = await connectTo({ url: `http://127.0.0.1:${port}` });
    await expect(client.get('/apis')).rejects.toMatchObject({
      reason: 'what answers there does not speak HTTP',
    });
    server.close();
  });
});

describe('client certificates', () => {
  const user = ({ certificate, key }: Issued) => ({
    'client-certificate-data': base64(certificate),
    'client-key-data': base64(key),
  });

  /** A server that asks for certificates of a CA, and remembers the names in them. */
  async function asking() {
    const names: unknown[] = [];
    const api = await fakeApi({
      tls: {
        cert: good.certificate,
        key: good.key,
        ca: ca.certificate,
        requestCert: true,
        rejectUnauthorized: true,
      },
      fault: (_, response) => {
        names.push((response.socket as TLSSocket).getPeerCertificate().subject.CN);
        return false;
      },
    });
    return { api, names };
  }

  test('are sent', async () => {
    const { api, names } = await asking();
    const login = { ...trusting(ca), user: user(issue({ name: 'ann', issuer: ca })) };
    await (await connectTo(api, login)).get('/apis');
    expect(names).toEqual(['ann']);
  });

  test('come from login programs, too', async () => {
    const { api, names } = await asking();
    const { certificate, key } = issue({ name: 'bob', issuer: ca });
    const status = { clientCertificateData: certificate, clientKeyData: key };
    const folder = await temporaryFolder({ credential: JSON.stringify({ kind: 'ExecCredential', status }) });
    const exec = { command: 'cat', args: [join(folder, 'credential')] };
    await (await connectTo(api, { ...trusting(ca), user: { exec } })).get('/apis');
    expect(names).toEqual(['bob']);
  });

  test('that are missing are an error with a way out', async () => {
    const { api } = await asking();
    const client = await connectTo(api, trusting(ca));
    await expect(client.get('/apis')).rejects.toMatchObject({
      reason: 'TLS: the server refused the client certificate, or asks for one that is missing',
      hint: 'renew client-certificate-data and client-key-data in the kubeconfig',
    });
  });

  test('that are no certificates are an error that names the context', async () => {
    const login = { user: { 'client-certificate-data': base64('x'), 'client-key-data': base64('y') } };
    const client = await connectTo(await serve(good), login);
    await expect(client.get('/apis')).rejects.toMatchObject({ code: 'environment' });
  });
});

describe('a proxy', () => {
  /** Joins connections as a proxy does that is asked to CONNECT. */
  async function proxy() {
    const seen: (string | undefined)[] = [];
    const server = createServer();
    server.on('connect', (request, socket) => {
      seen.push(request.url);
      const [host = '', port] = request.url?.split(':') ?? [];
      const target = connectSocket(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      target.on('error', () => socket.destroy());
    });
    return { url: `http://127.0.0.1:${await listen(server)}`, seen };
  }

  test('of the kubeconfig is gone through', async () => {
    const [api, { url, seen }] = await Promise.all([serve(good), proxy()]);
    const cluster = { ...trusting(ca).cluster, 'proxy-url': url };
    expect(await (await connectTo(api, { cluster })).get('/apis')).toHaveProperty('kind');
    expect(seen).toEqual([new URL(api.url).host]);
  });

  test('that is not there is named', async () => {
    const cluster = { ...trusting(ca).cluster, 'proxy-url': 'http://ann:secret@127.0.0.1:1' };
    const api = await serve(good);
    const client = await connectTo(api, { cluster });
    await expect(client.get('/apis')).rejects.toMatchObject({
      message: `cannot reach ${api.url}, the cluster of the context "test", through the proxy 127.0.0.1:1`,
      reason: 'the connection was refused: nothing listens at that port',
    });
  });
});
