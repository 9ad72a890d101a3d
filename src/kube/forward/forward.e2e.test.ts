import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { connectWith } from '../connect.ts';
import { findPods, parsePodTarget, type ClusterClient } from '../index.ts';
import { realClock } from '../session/retry.ts';
import { rigSources, startRig, type Rig } from '../testing/rig.ts';
import { objectWriter } from '../testing/write-object.ts';

const sources = rigSources();
const pod = { namespace: 'shop', name: 'web-1' };
const [answers, refuses, unheard] = [15_000, 15_001, 15_002];

describe.skipIf(sources === undefined).each([
  ['WebSocket', {}],
  ['SPDY', { spdyOnly: true }],
])('a connection to a pod through a real API server over %s', (protocol, how) => {
  let rig: Rig;
  let client: ClusterClient;
  let server: Server;
  let answer: (socket: Socket) => void;

  beforeAll(async () => {
    rig = await startRig(sources ?? '', { workloads: true });
    client = await connectWith(realClock, { kubeconfig: rig.kubeconfig }, how);
    const write = await objectWriter(rig.kubeconfig);
    await write('/api/v1/namespaces', { metadata: { name: 'shop' } });
    for (const name of ['web-1', 'web-2']) {
      const containers = [{ name: 'a', image: 'a' }];
      const metadata = { name, labels: { app: 'web' } };
      await write('/api/v1/namespaces/shop/pods', { metadata, spec: { containers } });
    }
    server = createServer((socket) => {
      answer(socket.on('error', () => undefined));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await untilRunning(client);
    const ports = {
      [answers]: `127.0.0.1:${(server.address() as AddressInfo).port}`,
      [refuses]: '127.0.0.1:1',
    };
    await rig.admin('POST', '/forwards', { namespace: 'shop', name: '*', ports });
  });
  afterAll(async () => {
    server.close();
    await rig.stop();
  });
  beforeEach(async () => {
    for (const what of ['/faults', '/denials', '/stats']) await rig.admin('DELETE', what);
    answer = (socket) => void socket.pipe(socket);
  });

  test('carries bytes to and fro', async () => {
    const stream = await client.forward(pod, answers);
    stream.write('hello');
    expect(String(await new Promise((resolve) => stream.once('data', resolve)))).toBe('hello');
    stream.destroy();
  });

  test('ends when the pod ends it, after the last byte', async () => {
    answer = (socket) => socket.end('x'.repeat(5_000_000));
    expect(await text(await client.forward(pod, answers))).toHaveLength(5_000_000);
  });

  test('carries much in both directions', async () => {
    const stream = await client.forward(pod, answers);
    const sent = Buffer.alloc(3_000_000, 'abcdefg');
    stream.write(sent);
    let left = sent.length;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      expect(piece.equals(sent.subarray(sent.length - left, sent.length - left + piece.length))).toBe(true);
      left -= piece.length;
      if (left === 0) break;
    }
  });

  test.runIf(protocol === 'SPDY')('tells the pod when this side has ended', async () => {
    answer = (socket) => {
      socket.on('data', () => undefined).on('end', () => socket.end('bye'));
    };
    const stream = await client.forward(pod, answers);
    stream.end('hello');
    expect(await text(stream)).toBe('bye');
  });

  test('writes nothing but the connection', async () => {
    const stream = await client.forward(pod, answers);
    stream.destroy();
    const log = (await rig.admin('GET', '/log')) as readonly Record<string, string>[];
    const ours = log.filter(({ userAgent }) => String(userAgent).startsWith('meshctl/'));
    expect(ours.map(({ path }) => path)).toEqual(['/api/v1/namespaces/shop/pods/web-1/portforward']);
  });

  test('takes no more than is read', async () => {
    let sender: Socket | undefined;
    answer = (socket) => (sender = socket).write(Buffer.alloc(100_000_000));
    const stream = await client.forward(pod, answers);
    await new Promise((resolve) => stream.once('readable', resolve));
    await sleep(500);
    expect(stream.readableLength).toBeLessThan(1_000_000);
    expect(sender?.writableLength).toBeGreaterThan(50_000_000);
    stream.destroy();
  });

  test.each([refuses, unheard])('tells that nothing listens at %i', async (port) => {
    const stream = await client.forward(pod, port);
    await expect(text(stream)).rejects.toMatchObject({
      code: 'environment',
      message: `nothing listens at port ${port} of the pod web-1 in the namespace shop`,
    });
  });

  test('is refused for a pod that does not exist', async () => {
    await expect(client.forward({ ...pod, name: 'gone' }, answers)).rejects.toMatchObject({
      status: 404,
      message: 'there is no pod gone in the namespace shop',
    });
  });

  test('is refused to who may not', async () => {
    await rig.admin('POST', '/denials', { resource: 'pods', subresource: 'portforward' });
    await expect(client.forward(pod, answers)).rejects.toMatchObject({
      status: 403,
      message: 'the context "apirig" may not connect to the pod web-1 in the namespace shop',
    });
  });

  test('ends when its signal does, with its reason', async () => {
    const controller = new AbortController();
    const stream = await client.forward(pod, answers, controller.signal);
    controller.abort(new Error('Ctrl-C'));
    await expect(text(stream)).rejects.toThrow('Ctrl-C');
    await expect(client.forward(pod, answers, controller.signal)).rejects.toThrow('Ctrl-C');
  });

  test('leads to pods that were found', async () => {
    expect((await findPods(client, { selector: 'app=web' }, pod)).map(({ name }) => name)).toEqual([
      'web-1',
      'web-2',
    ]);
    await expect(findPods(client, parsePodTarget('web.shop'))).rejects.toMatchObject({
      message: 'there is no pod web in the namespace shop',
      hint: 'did you mean web-1?',
    });
  });
});

async function untilRunning(client: ClusterClient): Promise<void> {
  for (;;) {
    const pods = await findPods(client, { selector: 'app=web' }, pod);
    if (pods.every(({ object }) => (object.status as JsonObject).phase === 'Running')) return;
    await sleep(100);
  }
}
