import { createServer } from 'node:net';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { fakeApi, type FakeApi } from '../../src/kube/testing/fake-api.ts';
import { fakeAdmin } from '../../src/proxy/testing/fake-admin.ts';
import { main } from '../main.ts';
import { kubeconfigFor } from '../testing/kubeconfig.ts';
import { bareIo, run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const pod = (name: string, namespace = 'istio-system'): JsonObject => ({
  metadata: { name, namespace },
  status: { phase: 'Running' },
});

interface Running {
  readonly url: string;
  readonly api: FakeApi;
  readonly said: { out: string; err: string };
  /** Ends it as Ctrl-C does; gives the exit code. */
  readonly end: () => Promise<number>;
}

/** Runs a dashboard of a cluster with these pods, each of which answers with its name, until the test ends. */
async function open(
  argv: readonly string[],
  lists: Readonly<Record<string, readonly JsonObject[]>>,
  outside: { readonly terminal?: boolean; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Running> {
  const ports = new Map<string, number>();
  for (const { metadata } of Object.values(lists).flat()) {
    const { name } = metadata as { name: string };
    const admin = await fakeAdmin((request, response) => response.end(`${name} ${request.url ?? ''}`));
    onTestFinished(() => admin.close());
    ports.set(name, Number(new URL(admin.address).port));
  }
  const api = await fakeApi({
    lists,
    forwards: (name) => ports.get(name),
  });
  const controller = new AbortController();
  const said = { out: '', err: '' };
  const io = {
    ...bareIo,
    env: outside.env ?? {},
    tty: { stdin: false, stdout: outside.terminal ?? false, stderr: false },
    interrupt: () => controller.signal,
    out: (text: string) => (said.out += text),
    err: (text: string) => (said.err += text),
  };
  const code = main(['dashboard', ...argv, '--kubeconfig', await kubeconfigFor(api)], io);
  onTestFinished(() => {
    controller.abort();
  });
  for (let i = 0; i < 2000 && !said.out.includes('\n') && !said.err.includes('error:'); i++) await sleep(5);
  const end = (): Promise<number> => {
    controller.abort();
    return code;
  };
  return { url: said.out.trim(), api, said, end };
}

const kiali = { '/api/v1/namespaces/istio-system/pods': [pod('kiali-1')] };

test('leads a port of this machine to the pod until Ctrl-C', async () => {
  const { url, said, end, api } = await open(['kiali'], kiali);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/kiali$/);
  expect(said.err).toBe('Kiali is in the pod kiali-1 in the namespace istio-system; Ctrl-C ends\n');
  expect(await (await fetch(url)).text()).toBe('kiali-1 /kiali');
  expect(await (await fetch(url)).text()).toBe('kiali-1 /kiali');
  expect(api.requests.map(({ method }) => method)).not.toContain('POST');
  expect(await end()).toBe(130);
  await expect(fetch(url)).rejects.toThrow();
});

test.each([
  ['grafana', 'istio-system', '', 'app.kubernetes.io/name=grafana'],
  ['jaeger', 'istio-system', '', 'app=jaeger'],
  ['zipkin', 'istio-system', '', 'app=zipkin'],
  ['prometheus', 'istio-system', '', 'app.kubernetes.io/name=prometheus'],
  ['skywalking', 'istio-system', '', 'app=skywalking-ui'],
  ['controlz', 'istio-system', '', 'app=istiod'],
  ['istiod-debug', 'istio-system', '/debug', 'app=istiod'],
  ['istio-debug -l app=pilot', 'default', '/debug', 'app=pilot'],
  ['kiali -n monitoring', 'monitoring', '/kiali', 'app=kiali'],
  ['envoy -l app=web -n shop', 'shop', '', 'app=web'],
])('%s is found by its labels', async (line, namespace, path, labels) => {
  const lists = { [`/api/v1/namespaces/${namespace}/pods`]: [pod('one', namespace)] };
  const { url, api } = await open([...line.split(' '), '--port', '0'], lists);
  expect(await (await fetch(url)).text()).toBe(`one ${path === '' ? '/' : path}`);
  expect(api.requests[0]?.query.get('labelSelector')).toBe(labels);
});

test('the port that was asked for is taken, and no other one', async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void holder.close());
  const { port } = holder.address() as { port: number };
  const { said, end } = await open(['kiali', '-p', String(port)], kiali);
  expect(said.err).toContain(`cannot listen at 127.0.0.1:${port}`);
  expect(await end()).toBe(3);
});

describe('a browser', () => {
  const opened = async (terminal: boolean, ...argv: readonly string[]) => {
    const folder = await temporaryFolder({ 'xdg-open': '#!/bin/sh\necho "$1" > "$OPENED"\n' });
    await chmod(join(folder, 'xdg-open'), 0o755);
    const file = join(folder, 'opened');
    const env = { PATH: `${folder}:${process.env.PATH ?? ''}`, OPENED: file };
    const { url } = await open(['kiali', ...argv], kiali, { terminal, env });
    return { url, read: () => readFile(file, 'utf8').catch(() => '') };
  };

  test('is opened on a terminal', async () => {
    const { url, read } = await opened(true);
    let text = '';
    for (let i = 0; i < 1000 && text === ''; i++) {
      await sleep(5);
      text = await read();
    }
    expect(text).toBe(`${url}\n`);
  });

  test.each([
    ['without a terminal', false, []],
    ['when it shall not', true, ['--browser=false']],
  ])('is not opened %s', async (_, terminal, argv) => {
    const { url, read } = await opened(terminal, ...argv);
    await fetch(url);
    expect(await read()).toBe('');
  });

  test('that is not there does no harm', async () => {
    const { url, said } = await open(['kiali'], kiali, { terminal: true, env: { PATH: '/nowhere' } });
    for (let i = 0; i < 1000 && !said.err.includes('no browser'); i++) await sleep(5);
    expect(said.err).toContain('no browser was found');
    expect(await (await fetch(url)).text()).toBe('kiali-1 /kiali');
  });
});

test('an address that others reach is warned of', async () => {
  const { said } = await open(['kiali', '--address', '0.0.0.0'], kiali);
  expect(said.err).toContain('whoever reaches 0.0.0.0 can use it with your permissions');
});

test('a pod that cannot be reached is told of when it is asked for', async () => {
  const api = await fakeApi({ lists: kiali });
  const controller = new AbortController();
  const said = { out: '', err: '' };
  const running = main(['dash', 'kiali', '--kubeconfig', await kubeconfigFor(api)], {
    ...bareIo,
    interrupt: () => controller.signal,
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  for (let i = 0; i < 2000 && said.out === ''; i++) await sleep(5);
  await expect(fetch(said.out.trim())).rejects.toThrow();
  expect(said.err).toContain('warning: there is no pod kiali-1');
  controller.abort();
  expect(await running).toBe(130);
});

test.each([
  [['proxy'], 2, 'no pod is named'],
  [['proxy', 'web.shop', '-l', 'app=web'], 2, 'each say which pod is meant'],
  [['kiali', '--port', '70000'], 2, 'give a number from 0 to 65535'],
  [['kiali', '--ui-port', '0'], 2, 'give a number from 1 to 65535'],
])('refuses %j', async (argv, code, message) => {
  const result = await run(['dashboard', ...argv]);
  expect([result.code, result.err]).toEqual([code, expect.stringContaining(message)]);
});

test('an add-on that is not there is an error that says where add-ons are', async () => {
  const api = await fakeApi({ lists: { '/api/v1/namespaces/istio-system/pods': [] } });
  const { code, err } = await run(['d', 'kiali', '--kubeconfig', await kubeconfigFor(api)]);
  expect(code).toBe(3);
  expect(err).toMatch(/Kiali does not run in the namespace istio-system[^]*samples\/addons/);
});
