import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectWriter } from '../../kube/apply/index.ts';
import { temporaryFolder } from '../../kube/testing/connect-to.ts';
import { namespace } from '../../revision/testing.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { gatherUpgradeFacts } from './index.ts';

const pod = (index: number) => ({
  ...{ apiVersion: 'v1', kind: 'Pod', metadata: { namespace: `team-${index % 3}`, name: `pod-${index}` } },
  spec: { containers: [{ name: 'app', image: 'registry.example/app:1' }] },
});

test('a cluster is read with one list of each kind and page, and nothing is written', async () => {
  const asked: string[] = [];
  const seed = [0, 1, 2].map((index) => namespace(`team-${index}`));
  const sandbox = await startSandbox({
    seed: [...seed, ...Array.from({ length: 1201 }, (_, index) => pod(index))],
    loop: false,
    faults: ({ method, path, query }) => {
      asked.push(`${method} ${path} ${query.get('labelSelector') ?? ''} ${query.get('continue') ?? ''}`);
      return undefined;
    },
  });
  onTestFinished(sandbox.stop);
  const folder = await temporaryFolder({ config: sandbox.kubeconfig });
  const writer = await connectWriter({ kubeconfig: join(folder, 'config') });
  const facts = await gatherUpgradeFacts(writer.client, { proxies: false });
  expect(facts.objects.filter(({ kind }) => kind === 'Pod')).toHaveLength(1201);
  expect(asked.filter((request) => request.startsWith('GET /api/v1/pods'))).toHaveLength(3);
  expect(asked.filter((request) => request.startsWith('GET /api/v1/namespaces '))).toHaveLength(1);
  expect(asked.filter((request, index) => asked.indexOf(request) !== index)).toEqual([]);
  expect(asked.filter((request) => !request.startsWith('GET '))).toEqual([]);
});
