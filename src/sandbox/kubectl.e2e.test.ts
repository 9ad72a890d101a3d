import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../kube/testing/connect-to.ts';
import { exampleObjects, startSandbox } from './index.ts';

const found = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'kubectl')));

/** A sandbox with the example, and a function that runs kubectl on it. */
async function opened(): Promise<(line: string) => Promise<string>> {
  const sandbox = await startSandbox({ seed: exampleObjects });
  onTestFinished(sandbox.stop);
  const folder = await temporaryFolder({ config: sandbox.kubeconfig });
  await writeFile(join(folder, 'map.yaml'), map('1'));
  await writeFile(join(folder, 'changed.yaml'), map('2'));
  const env = { ...process.env, KUBECONFIG: join(folder, 'config'), HOME: folder };
  return async (line) => {
    const { stdout } = await promisify(execFile)('kubectl', line.split(' '), { cwd: folder, env });
    return stdout;
  };
}

const map = (value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\ndata: {x: "${value}"}\n`;

describe.skipIf(!found)('kubectl, where there is one', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['knows what it talks to', ['version'], /\+meshctl-sandbox/],
    [
      'lists in a table',
      ['rollout status deploy/cart -n shop', 'get pods -n shop'],
      /cart-\S+ +1\/1 +Running/,
    ],
    ['lists several kinds by their short names', ['get deploy,svc -n stock'], /deployment.apps\/warehouse/],
    ['applies with the checks of the server', ['apply -f map.yaml', 'apply -f changed.yaml'], /configured/],
    ['sees when nothing changes', ['apply -f map.yaml', 'apply -f map.yaml'], /unchanged/],
    ['applies on the server', ['apply --server-side -f map.yaml'], /serverside-applied/],
    ['creates a namespace', ['create namespace other'], /created/],
    [
      'creates what is given in flags',
      ['create configmap b -n shop --from-literal=x=y', 'get configmap b -n shop -o jsonpath={.data}'],
      /\{"x":"y"\}/,
    ],
    ['gets a token', ['create token default -n shop'], /^[\w-]+\.[\w-]+\.[\w-]+$/],
    ['may do everything', ['auth can-i delete nodes'], /yes/],
    ['is an administrator', ['auth whoami'], /sandbox-admin/],
    ['creates from a file', ['create -f map.yaml'], /created/],
    ['deletes, and waits', ['apply -f map.yaml', 'delete -f map.yaml --timeout=20s'], /deleted/],
    ['deletes a namespace, and waits', ['delete ns billing --timeout=20s', 'get ns'], /^(?!.*billing)/s],
    ['scales', ['scale deploy/cart -n shop --replicas=3'], /scaled/],
    [
      'rolls a change out',
      [
        'set image deploy/cart -n shop cart=example.com/cart:2',
        'rollout status deploy/cart -n shop --timeout=20s',
      ],
      /successfully rolled out/,
    ],
    ['patches', ['patch deploy/cart -n shop -p {"spec":{"replicas":2}}'], /patched/],
    ['drains a node', ['drain node-1 --ignore-daemonsets --force --timeout=20s'], /drained/],
    [
      'waits for a condition',
      ['wait deploy/cart -n shop --for=condition=Available --timeout=20s'],
      /condition met/,
    ],
  ])('%s', async (_, lines, expected) => {
    const kubectl = await opened();
    let out = '';
    for (const line of lines) out = await kubectl(line);
    expect(out).toMatch(expected);
  });
});
