import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import type { ClusterClient, PodName } from '../client.ts';
import { forwardPort, type ForwardPortOptions } from './forward-port.ts';

const pods = (...names: readonly string[]) => {
  const left = [...names];
  return (): Promise<PodName> => Promise.resolve({ namespace: 'shop', name: left.shift() ?? 'none' });
};

/** A tunnel whose other end answers each text with the name of its pod. */
function echo(pod: string): Duplex {
  const tunnel: Duplex = new Duplex({
    read: () => undefined,
    write: (piece: Buffer, _, done) => {
      tunnel.push(`${pod}: ${piece.toString()}`);
      done();
    },
  });
  return tunnel;
}

const forwarding = (forward: (pod: string, port: number) => Duplex): Pick<ClusterClient, 'forward'> => ({
  forward: async ({ name }, port) => Promise.resolve(forward(name, port)),
});

async function start(
  client: Pick<ClusterClient, 'forward'>,
  findPod: () => Promise<PodName>,
  options: Partial<ForwardPortOptions> = {},
) {
  const forwarded = await forwardPort(client, findPod, { remotePort: 0, ...options });
  onTestFinished(forwarded.close);
  return forwarded;
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

async function say(port: number, text: string): Promise<string> {
  const socket = await open(port);
  socket.write(text);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString();
}

test('each connection leads to the pod, which is looked for once', async () => {
  const { port } = await start(forwarding(echo), pods('web-1', 'web-2'));
  expect(await say(port, 'one')).toBe('web-1: one');
  expect(await say(port, 'two')).toBe('web-1: two');
});

test('a pod that is gone is looked for again', async () => {
  let gone = false;
  const { port } = await start(
    forwarding((pod) => {
      if (gone && pod === 'web-1') throw new Error('there is no pod web-1');
      return echo(pod);
    }),
    pods('web-1', 'web-2'),
  );
  expect(await say(port, 'one')).toBe('web-1: one');
  gone = true;
  expect(await say(port, 'two')).toBe('web-2: two');
});

test('a connection that cannot be made is closed and told of, and the next one may work', async () => {
  const failures: unknown[] = [];
  let broken = true;
  const client = forwarding((pod) => {
    if (broken) throw new Error('refused');
    return echo(pod);
  });
  const { port } = await start(client, pods('web-1', 'web-2'), {
    onFailure: (error) => failures.push(error),
  });
  await once(await open(port), 'close');
  expect(failures).toEqual([new Error('refused')]);
  broken = false;
  expect(await say(port, 'again')).toBe('web-2: again');
});

test('a tunnel that breaks ends its connection, and the pod is looked for anew', async () => {
  const failures: unknown[] = [];
  const tunnels: Duplex[] = [];
  const client = forwarding((pod) => {
    const tunnel = echo(pod);
    tunnels.push(tunnel);
    return tunnel;
  });
  const { port } = await start(client, pods('web-1', 'web-2'), {
    onFailure: (error) => failures.push(error),
  });
  const socket = await open(port);
  socket.write('x');
  await once(socket, 'data');
  tunnels[0]?.destroy(new Error('cut'));
  await once(socket, 'close');
  expect(failures).toEqual([new Error('cut')]);
  expect(await say(port, 'two')).toBe('web-2: two');
});

test('without a wish, the port is that of the pod where it is free', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port: taken } = holder.address() as { port: number };
  const first = await start(forwarding(echo), pods('a'), { remotePort: taken });
  expect(first.port).not.toBe(taken);
  await new Promise((resolve) => holder.close(resolve));
  const second = await start(forwarding(echo), pods('a'), { remotePort: taken });
  expect(second.port).toBe(taken);
});

test('a port that was asked for and is taken is an error', async () => {
  const { port } = await start(forwarding(echo), pods('a'));
  await expect(
    forwardPort(forwarding(echo), pods('a'), { remotePort: 1, localPort: port }),
  ).rejects.toMatchObject({ code: 'environment', reason: 'the port is taken' });
});

test('the signal ends what is open', async () => {
  const controller = new AbortController();
  const failures: unknown[] = [];
  const { port } = await start(forwarding(echo), pods('a'), {
    signal: controller.signal,
    onFailure: (error) => failures.push(error),
  });
  const socket = await open(port);
  socket.write('x');
  await once(socket, 'data');
  controller.abort();
  await once(socket, 'close');
  expect(failures).toEqual([]);
  await expect(open(port)).rejects.toThrow('ECONNREFUSED');
});
