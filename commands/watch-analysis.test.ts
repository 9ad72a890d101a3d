import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { main } from './main.ts';
import { bareIo, run } from './testing/run.ts';

const virtualService = (gateway: string): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: edge }
spec:
  hosts: [shop.example.com]
  gateways: [${gateway}]
  http:
    - redirect: { uri: /new }
`;

it('analyzes again after a change, goes on after a file that cannot be read, and ends when it is interrupted', async () => {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'meshctl-')));
  onTestFinished(() => {
    rmSync(cwd, { recursive: true, force: true });
  });
  const write = (text: string): void => {
    writeFileSync(join(cwd, 'mesh.yaml'), text);
  };
  write(virtualService('rear'));
  const interruption = new AbortController();
  let [out, err] = ['', ''];
  const ended = main(
    ['analyze', '--rule', 'virtualservice/gateway-not-found', '--watch', '-o', 'log', 'mesh.yaml'],
    {
      ...bareIo,
      cwd,
      interrupt: () => interruption.signal,
      out: (text) => (out += text),
      err: (text) => (err += text),
    },
  );
  const waits = (): number => err.split('waiting for changes').length - 1;
  const until = async (condition: () => boolean): Promise<void> => {
    await vi.waitFor(() => {
      expect(condition()).toBe(true);
    }, 10_000);
  };
  await until(() => out.includes('no Gateway rear') && waits() === 1);
  write(virtualService('other'));
  await until(() => out.includes('no Gateway other'));
  write('a: [');
  await until(() => out.includes('yaml/'));
  write(virtualService('third'));
  await until(() => out.includes('no Gateway third'));
  interruption.abort();
  expect(await ended).toBe(130);
});

it('goes on with a folder that was gone for a while', async () => {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'meshctl-')));
  onTestFinished(() => {
    rmSync(cwd, { recursive: true, force: true });
  });
  const folder = join(cwd, 'mesh');
  const make = (gateway: string): void => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.yaml'), virtualService(gateway));
  };
  make('first');
  const interruption = new AbortController();
  let [out, err] = ['', ''];
  const ended = main(
    ['analyze', '--rule', 'virtualservice/gateway-not-found', '--watch', '-o', 'log', 'mesh'],
    {
      ...bareIo,
      cwd,
      interrupt: () => interruption.signal,
      out: (text) => (out += text),
      err: (text) => (err += text),
    },
  );
  const until = async (condition: () => boolean): Promise<void> => {
    await vi.waitFor(() => {
      expect(condition()).toBe(true);
    }, 10_000);
  };
  await until(() => out.includes('no Gateway first') && err.includes('waiting'));
  rmSync(folder, { recursive: true });
  await until(() => err.includes('mesh does not exist'));
  make('second');
  await until(() => out.includes('no Gateway second'));
  interruption.abort();
  expect(await ended).toBe(130);
}, 30_000);

it('refuses to watch what lies in no folder', async () => {
  const { code, err } = await run(['analyze', '--watch', 'gone/mesh.yaml'], { cwd: tmpdir() });
  expect(code).toBe(2);
  expect(err).toContain('gone is no folder that can be watched');
});
