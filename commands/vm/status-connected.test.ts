import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { canaryMesh } from './testing/canary-mesh.ts';

const group: JsonObject = {
  ...{ apiVersion: 'networking.istio.io/v1', kind: 'WorkloadGroup' },
  metadata: { name: 'web', namespace: 'shop' },
  spec: { metadata: { labels: { app: 'web' } }, template: { serviceAccount: 'web' } },
};
const entry = (address: string, annotations: JsonObject): JsonObject => ({
  ...{ apiVersion: 'networking.istio.io/v1', kind: 'WorkloadEntry' },
  metadata: {
    ...{ name: `web-${address}`, namespace: 'shop' },
    annotations: { 'istio.io/autoRegistrationGroup': 'web', ...annotations },
  },
  spec: { address, labels: { app: 'web' } },
});
const connectedAt = '2026-05-01T12:00:00Z';
const service: JsonObject = {
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop' } },
  spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80 }] },
};

test('istiods tell which VMs are connected to them, and how far these are', async () => {
  const vms = [
    entry('10.0.0.1', { 'istio.io/connectedAt': connectedAt }),
    entry('10.0.0.2', {
      'istio.io/connectedAt': connectedAt,
      'istio.io/disconnectedAt': '2026-05-01T13:00:00Z',
    }),
  ];
  const sandbox = await startSandbox({ seed: [...(await canaryMesh()), group, service, ...vms] });
  onTestFinished(sandbox.stop);
  const isReady = (): boolean =>
    sandbox.objects().some(({ metadata }) => (metadata as JsonObject).name === 'istio-ca-root-cert');
  await expect.poll(isReady, { timeout: 10_000 }).toBe(true);
  const cwd = await temporaryFolder({ config: sandbox.kubeconfig });
  const env = { KUBECONFIG: path.join(cwd, 'config'), PATH: process.env.PATH };
  const { code, out, err } = await run(['vm', 'status', '-o', 'json', '--no-config'], { cwd, env });
  expect([code, err]).toEqual([0, '']);
  const { groups, missing } = JSON.parse(out) as { groups: unknown; missing: unknown };
  expect([groups, missing]).toMatchObject([
    [
      {
        name: 'web',
        entries: [
          {
            ...{ name: 'web-10.0.0.1', connected: true, services: ['Service web'] },
            istiod: { revision: 'canary', version: '1.31.0' },
            proxy: { proxy: 'web-10-0-0-1.shop', version: '1.31.0', sync: 'synced' },
          },
          { name: 'web-10.0.0.2', connected: false },
        ],
      },
    ],
    [],
  ]);
  expect(out).not.toContain('web-10-0-0-2');
});
