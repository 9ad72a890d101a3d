import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { fakeApi, refuse, type FakeApiOptions } from '../../src/kube/testing/fake-api.ts';
import { kubeconfigFor } from '../testing/kubeconfig.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { bytesOf, sinceOf } from './bug-report-flags.ts';

const core = { group: '', version: 'v1', namespaced: true };
const pods = [
  {
    metadata: { name: 'istiod-1', namespace: 'istio-system', labels: { app: 'istiod' } },
    spec: { containers: [{ name: 'discovery' }] },
    status: { phase: 'Pending' },
  },
];
const kinds = [
  { ...core, kind: 'Pod', resource: 'pods' },
  {
    group: 'networking.istio.io',
    version: 'v1',
    kind: 'VirtualService',
    resource: 'virtualservices',
    namespaced: true,
  },
];
const service = {
  metadata: { name: 'a', namespace: 'shop' },
  spec: {
    hosts: ['nowhere'],
    http: [{ route: [{ destination: { host: 'nowhere.shop.svc.cluster.local' } }] }],
  },
};
const lists: Readonly<Record<string, readonly JsonObject[]>> = {
  '/api/v1/pods': pods,
  '/api/v1/namespaces/istio-system/pods': pods,
  '/api/v1/namespaces/istio-system/secrets': [],
  '/apis/networking.istio.io/v1/virtualservices': [service],
};

async function reported(argv: readonly string[], fault: FakeApiOptions['fault'] = () => false) {
  const api = await fakeApi({
    kinds,
    lists,
    fault: (request, response, nth) => {
      if (fault(request, response, nth)) return true;
      if (request.path === '/version') response.end('{"gitVersion": "v1.36.1"}');
      else if (request.path.endsWith('/log')) response.end('token=swordfish\n');
      else return false;
      return true;
    },
  });
  const cwd = await temporaryFolder();
  const result = await run(['bug-report', '--kubeconfig', await kubeconfigFor(api), ...argv], { cwd });
  return { ...result, cwd, api };
}

const fileIn = (archive: string, path: string): string =>
  execFileSync('tar', ['-xzOf', archive, `bug-report/${path}`], { encoding: 'utf8' });

test('writes an archive for its owner alone, and prints its path', async () => {
  const { code, out, err, cwd, api } = await reported([]);
  const archive = join(cwd, 'bug-report.tar.gz');
  expect([code, out]).toEqual([0, `${archive}\n`]);
  expect(statSync(archive).mode & 0o777).toBe(0o600);
  expect(readdirSync(cwd)).toEqual(['bug-report.tar.gz']);
  expect(err).toMatch(
    /gathering \d+ parts\n\d+ files, \d+ KiB packed, 1 secrets redacted; 0 parts could not be/,
  );
  expect(fileIn(archive, 'logs/istio-system/istiod-1/discovery.log')).toBe('token=[redacted]\n');
  expect(JSON.parse(fileIn(archive, 'analyze.json'))).toMatchObject({
    kind: 'FindingList',
    findings: [{ resource: { name: 'a' } }],
  });
  expect(new Set(api.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
});

test('what it holds is described by a manifest, as its schema says', async () => {
  const { cwd } = await reported(['--skip-analysis', '--dir', 'out', '-o', 'r.tgz']);
  const manifest = JSON.parse(fileIn(join(cwd, 'out', 'r.tgz'), 'manifest.json')) as JsonObject;
  const text = readFileSync(new URL('../../docs/schemas/bug-report.json', import.meta.url), 'utf8');
  const strict = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(strict) as object);
  validate(manifest);
  expect(validate.errors).toBeNull();
  expect(validate({ ...manifest, extra: 1 })).toBe(false);
  expect(JSON.stringify(manifest)).not.toContain('analyze.json');
});

test('what could not be gathered is told, and the exit code is 3', async () => {
  const { code, err, cwd } = await reported([], ({ path }, response) =>
    path.endsWith('/log') ? refuse(response, 403, 'no') : false,
  );
  expect(code).toBe(3);
  expect(err).toMatch(/warning: logs\/istio-system\/istiod-1\/discovery\.log is missing: .* may not/);
  expect(err).toContain('manifest.json in the archive says what is missing');
  expect(JSON.parse(fileIn(join(cwd, 'bug-report.tar.gz'), 'manifest.json'))).toMatchObject({
    failed: [{ path: 'logs/istio-system/istiod-1/discovery.log' }],
  });
});

test('what is too much is left out', async () => {
  const { code, err } = await reported(['--max-size', '10', '-v']);
  expect(code).toBe(3);
  expect(err).toContain('versions.json is left out: the report would have become too large');
});

test('a dry run lists what would be gathered, and writes nothing', async () => {
  const { code, out, err, cwd } = await reported(['--dry-run', '--since', '1h']);
  expect(code).toBe(0);
  expect(out).toMatch(/^PATH +WHAT\nversions\.json +versions of meshctl and Kubernetes\n/);
  expect(out).toContain('logs/istio-system/istiod-1/discovery.log');
  expect(err).toContain('nothing was written');
  expect(readdirSync(cwd)).toEqual([]);
});

test('logs are those of the time that is asked for', async () => {
  const { api } = await reported(['--duration', '1h', '--skip-analysis']);
  const asked = api.requests.find(({ path }) => path.endsWith('/log'));
  const since = Date.parse(asked?.query.get('sinceTime') ?? '');
  expect(Math.abs(Date.now() - 3_600_000 - since)).toBeLessThan(60_000);
});

test('a failed or interrupted report leaves nothing behind', async () => {
  const { code, cwd } = await reported([], (_, response) => refuse(response, 401, 'no'));
  expect([code, readdirSync(cwd)]).toEqual([3, []]);
});

test('a place that cannot be written to is an error', async () => {
  const { code, err } = await reported(['--dir', '/proc/none']);
  expect(code).toBe(2);
  expect(err).toMatch(/cannot write \/proc\/none\/bug-report\.tar\.gz[^]*--dir/);
});

test.each([
  [['--max-size', 'much'], 'give a size such as 50Mi'],
  [['--since', 'yesterday'], 'give a date or time'],
  [['--include', '///app'], '"app" is no label or annotation'],
])('refuses %j', async (argv, message) => {
  const { code, err } = await reported(argv);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});

test.each([
  ['10', 10],
  ['2Ki', 2048],
  ['3Mi', 3_145_728],
  ['1Gi', 1_073_741_824],
  ['5M', 5_000_000],
  ['5 M', undefined],
  ['-1', undefined],
  ['', undefined],
])('the size %j has %s bytes', (text, bytes) => {
  expect(bytesOf(text)).toBe(bytes);
});

test.each([
  ['90m', '2030-01-01T10:30:00.000Z'],
  ['2029-12-31', '2029-12-31T00:00:00.000Z'],
  ['2029-12-31T10:00:00Z', '2029-12-31T10:00:00.000Z'],
])('since %s is %s', (text, moment) => {
  expect(sinceOf(text, new Date('2030-01-01T12:00:00Z')).toISOString()).toBe(moment);
});
