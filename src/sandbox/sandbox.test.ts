import { expect, test } from 'vitest';
import { waitReady } from '../kube/apply/index.ts';
import { connectedSandbox } from './testing/connect-sandbox.ts';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'example/web:1' }] },
    },
  },
};

test('a Deployment that is applied becomes ready', async () => {
  const { writer } = await connectedSandbox();
  const applied = await writer.apply(deployment);
  expect(applied).toMatchObject({ metadata: { generation: 1, managedFields: [{ manager: 'meshctl' }] } });
  const key = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'default', name: 'web' };
  expect(await waitReady(writer, [key], { timeout: 5000 })).toEqual([]);
});
