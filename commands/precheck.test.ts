import { join } from 'node:path';
import { expect, test } from 'vitest';
import { objectIn } from '../src/json.ts';
import { kubeconfigText } from '../src/kube/testing/connect-to.ts';
import { fakeApi } from '../src/kube/testing/fake-api.ts';
import { run } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** Runs `precheck` on an empty cluster in which one kind may not be created. */
async function precheck(args: readonly string[], denied = '') {
  const asked: unknown[] = [];
  const api = await fakeApi({
    store: ({ method, path, body }, response) => {
      const give = (answer: object): true => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
        return true;
      };
      if (path === '/version') return give({ gitVersion: 'v1.33.1' });
      if (method !== 'POST') return false;
      const { resource } = objectIn(body, 'spec', 'resourceAttributes');
      asked.push(resource);
      return give({ ...body, status: { allowed: resource !== denied } });
    },
  });
  const cwd = await temporaryFolder({ kubeconfig: kubeconfigText(api.url) });
  const result = await run(['precheck', ...args, '--kubeconfig', join(cwd, 'kubeconfig')], { cwd });
  return { ...result, asked };
}

test('tells what is fine, and what could not be read', async () => {
  const { out, err, asked } = await precheck([]);
  expect(out).toContain('√ you may create what is installed');
  expect(err).toContain('warning: ');
  expect(asked).toHaveLength(11);
});

test('something that may not be done', async () => {
  const { code, out } = await precheck(['-o', 'json'], 'clusterroles');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    kind: 'PrecheckReport',
    outcome: 'failed',
    checks: expect.arrayContaining([
      expect.objectContaining({
        name: 'kubernetes/permissions',
        findings: [expect.objectContaining({ code: 'IST0141', severity: 'error' })],
      }),
    ]) as unknown,
  });
});

test('with a spec, whether its own kinds may be written', async () => {
  const { asked } = await precheck(['--profile', 'ambient']);
  expect(asked).toContain('daemonsets');
});

test('without the control plane nothing is asked about permissions', async () => {
  const { code, out, asked } = await precheck(['--skip-controlplane', '-o', 'json']);
  expect(JSON.parse(out)).toMatchObject({ outcome: 'passed', checks: [] });
  expect({ code, asked }).toEqual({ code: 0, asked: [] });
});

test('a version that nothing is upgraded from', async () => {
  const { code, err } = await precheck(['--from-version', '2.1']);
  expect(err).toContain('there is no upgrade from "2.1"');
  expect(code).toBe(2);
});
