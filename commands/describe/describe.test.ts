import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../testing/run.ts';

const cwd = fileURLToPath(new URL('../..', import.meta.url));
const mesh = 'testdata/describe';
const pod = 'kettle-v1-6d4c9f-x2x7k';

test.each(['describe pod', 'describe po', 'x describe pod', 'experimental describe pod'])(
  '%s shows a pod of files',
  async (words) => {
    const { code, out, err } = await run([...words.split(' '), `${pod}.tea`, mesh], { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`Pod tea/${pod}\n  proxy: sidecar, revision spring, version 1.31.0\n`);
  },
);

test.each(['describe service', 'describe svc', 'x describe svc'])('%s shows a service', async (words) => {
  const { code, out } = await run([...words.split(' '), 'kettle', '-n', 'tea', '-f', mesh], { cwd });
  expect(code).toBe(0);
  expect(out).toContain('exposed as tea.example.com, port 443 HTTPS, TLS SIMPLE at 203.0.113.7\n');
});

test.each([
  ['pod', `${pod}.tea`, 'PodDescription'],
  ['service', 'kettle.tea', 'ServiceDescription'],
])('describe %s as JSON is a document of meshctl', async (what, name, kind) => {
  const { out } = await run(['describe', what, name, mesh, '-o', 'json'], { cwd });
  expect(JSON.parse(out)).toMatchObject({ apiVersion: 'meshctl.dev/v1', kind });
});

test('a dump is compared', async () => {
  const argv = ['describe', 'pod', `${pod}.tea`, mesh, '--dump', 'testdata/proxy/config-dump.json'];
  const { code, out } = await run(argv, { cwd });
  expect(code).toBe(0);
  expect(out).toContain('in the proxy books/reader-0');
});

test.each([
  ['a pod that is not there', ['pod', 'cup.tea', mesh], 'there is no Pod cup in the namespace tea'],
  ['a service that is misspelt', ['service', 'ketle.tea', mesh], 'did you mean kettle?'],
  ['a name that is none', ['pod', 'a b', mesh], 'does not name a pod'],
])('%s is an error', async (_, argv, message) => {
  const { code, out, err } = await run(['describe', ...argv], { cwd });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
