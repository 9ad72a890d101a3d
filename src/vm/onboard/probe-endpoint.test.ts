import { createServer as createPlain, type Server } from 'node:net';
import { createServer } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { issue, type Issued } from '../../kube/testing/certificate.ts';
import { probeEndpoint, type ProbeOutcome } from './probe-endpoint.ts';

const root = issue({ name: 'root', ca: true });
const serverName = 'istiod.istio-system.svc';

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const istiod = ({ certificate: cert, key }: Issued): Promise<number> =>
  portOf(createServer({ cert, key, ALPNProtocols: ['h2'] }).on('tlsClientError', () => undefined));

const probe = (port: number, rootCertificate = root.certificate): Promise<ProbeOutcome> =>
  probeEndpoint({ address: '127.0.0.1', port, serverName, rootCertificate, timeout: 5000 });

describe('what answers', () => {
  test('is trusted when its certificate is from the root, and for istiod', async () => {
    const server = issue({ name: 'istiod', addresses: [serverName], issuer: root });
    expect(await probe(await istiod(server))).toEqual({ outcome: 'trusted' });
  });

  test('is trusted when only one of several roots fits', async () => {
    const server = issue({ name: 'istiod', addresses: [serverName], issuer: root });
    const roots = issue({ name: 'old', ca: true }).certificate + root.certificate;
    expect(await probe(await istiod(server), roots)).toEqual({ outcome: 'trusted' });
  });

  test('is untrusted when its certificate is from another root', async () => {
    const server = issue({ name: 'istiod', addresses: [serverName], issuer: issue({ name: 'x', ca: true }) });
    expect(await probe(await istiod(server))).toMatchObject({ outcome: 'untrusted' });
  });

  test('is untrusted when its certificate has expired', async () => {
    const notAfter = new Date('2020-01-01T00:00:00Z');
    const server = issue({ name: 'istiod', addresses: [serverName], issuer: root, notAfter });
    expect(await probe(await istiod(server))).toEqual({ outcome: 'untrusted', reason: 'CERT_HAS_EXPIRED' });
  });

  test('is misnamed when its certificate is for somebody else', async () => {
    const server = issue({ name: 'gateway', addresses: ['gateway.example'], issuer: root });
    expect(await probe(await istiod(server))).toEqual({
      outcome: 'misnamed',
      reason: 'its certificate is for DNS:gateway.example',
    });
  });

  test('is unreachable when it speaks no TLS', async () => {
    const plain = createPlain((socket) => socket.end('no TLS here\n').on('error', () => undefined));
    expect(await probe(await portOf(plain))).toMatchObject({ outcome: 'unreachable' });
  });

  test('is unreachable when nothing listens', async () => {
    const server = createPlain();
    const port = await portOf(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await probe(port)).toMatchObject({
      outcome: 'unreachable',
      reason: expect.stringContaining('ECONNREFUSED') as string,
    });
  });

  test('is untrusted without a root to check it with', async () => {
    expect(await probe(1, 'no certificate')).toMatchObject({ outcome: 'untrusted' });
  });
});
