import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, onTestFinished, test } from 'vitest';
import { objectsIn, type JsonObject } from '../../src/json.ts';
import { exampleObjects } from '../../src/sandbox/index.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const istiod = (version: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system }
spec:
  template:
    metadata: { labels: { app: istiod } }
    spec:
      containers:
        - name: discovery
          image: docker.io/istio/pilot:${version}
`;
const osv = JSON.stringify({
  id: 'GHSA-aaaa-bbbb-cccc',
  aliases: ['CVE-2027-1'],
  published: '2027-01-02T00:00:00Z',
  summary: 'Something new',
  affected: [
    {
      package: { purl: 'pkg:docker/istio/pilot' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '1.31.0' }, { fixed: '1.31.9' }] }],
    },
  ],
  database_specific: { severity: 'HIGH' },
});

async function scanned(words: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const cwd = await temporaryFolder({ 'old.yaml': istiod('1.27.0'), 'new.yaml': istiod('1.31.1'), ...files });
  return { cwd, ...(await run(['scan', '--no-config', '--now', '2026-11-22', ...words], { cwd })) };
}

describe('meshctl scan', () => {
  test.each<[string, readonly string[], number]>([
    ['ends with 1 for an old version', ['old.yaml'], 1],
    ['ends with 0 for the newest', ['new.yaml'], 0],
    ['ends with 0 when asked never to fail', ['old.yaml', '--fail-on', 'never'], 0],
    ['ends with 2 when it may not doubt', ['vague.yaml', '--strict'], 2],
    ['doubts otherwise', ['vague.yaml'], 0],
    ['ends with 2 for a file that cannot be read', ['broken.yaml'], 2],
    ['ends with 2 without anything to scan', [], 2],
    ['ends with 2 for an advisory that nobody knows', ['new.yaml', '--accept', 'CVE-0'], 2],
    ['judges a version alone', ['--istio-version', '1.27.0'], 1],
  ])('%s', async (_, words, expected) => {
    const files = { 'vague.yaml': istiod('latest'), 'broken.yaml': 'a: [' };
    expect((await scanned(words, files)).code).toBe(expected);
  });

  test('takes paths at once, or after its whole name', async () => {
    const { out, cwd } = await scanned(['old.yaml']);
    const again = await run(['scan', 'run', 'old.yaml', '--no-config', '--now', '2026-11-22'], { cwd });
    expect(again.out).toBe(out);
    const first = await run(['scan', 'old.yaml', '--no-config', '--now', '2026-11-22'], { cwd });
    expect(first.out).toBe(out);
  });

  test('says what runs, what is known against it, and what to do', async () => {
    const { out } = await scanned(['old.yaml', '--assume', 'complete']);
    expect(out).toMatch(/^istiod {5}1\.27\.0 {3}image/m);
    expect(out).toContain('ISTIO-UNB-2026-02-DEBUG15014');
    expect(out).toContain('begin with `meshctl upgrade plan --to 1.29.');
  });

  test('leaves out what was accepted, by any of its names', async () => {
    const { out } = await scanned(['old.yaml', '--accept', 'CVE-2026-31837']);
    expect(out).not.toContain('ISTIO-SECURITY-2026-001');
  });

  test('writes several reports at once', async () => {
    const { cwd, out } = await scanned([
      'old.yaml',
      '-o',
      'sarif=a.sarif',
      '-o',
      'html=a.html',
      '-o',
      'markdown',
    ]);
    expect(out).toMatch(/^# Scan/);
    expect(readFileSync(path.join(cwd, 'a.sarif'), 'utf8')).toContain(
      'advisory/istio-unb-2026-02-debug15014',
    );
    expect(readFileSync(path.join(cwd, 'a.sarif'), 'utf8')).toMatch(/"security-severity": "\d+\.\d"/);
    expect(readFileSync(path.join(cwd, 'a.html'), 'utf8')).toContain('ISTIO-UNB-2026-02-DEBUG15014');
  });

  test('prints a document of its schema', async () => {
    const { out } = await scanned(['old.yaml', '-o', 'json']);
    const schema = readFileSync(path.join(root, 'docs/schemas/scan-report.json'), 'utf8');
    const closed = schema.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
    const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(closed) as object);
    validate(JSON.parse(out));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('warns when what it knows is old', async () => {
    const { err } = await scanned(['new.yaml', '--now', '2027-06-01']);
    expect(err).toContain('192 days ago');
  });

  test.each([
    'testdata/bookshop',
    'testdata/clean',
    'testdata/meshes/harbour',
    'testdata/meshes/clinic',
    'testdata/meshes/market',
  ])('raises no alarm about %s with the newest version', async (folder) => {
    const words = [
      'scan',
      folder,
      '--istio-version',
      '1.31.1',
      '--no-config',
      '--now',
      '2026-11-22',
      '-o',
      'json',
    ];
    const { out } = await run(words, { cwd: root });
    const { summary } = JSON.parse(out) as { summary: JsonObject };
    expect(summary.affected).toEqual({ critical: 0, high: 0, medium: 0, low: 0, unscored: 0 });
    expect(summary.endOfLife).toBe(0);
  });

  test('raises no alarm about the application of the sandbox', async () => {
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: exampleObjects });
    const words = ['example.json', '--istio-version', '1.31.1', '--assume', 'complete', '-o', 'json'];
    const { out } = await scanned(words, { 'example.json': list });
    const { summary } = JSON.parse(out) as { summary: JsonObject };
    expect(summary.affected).toEqual({ critical: 0, high: 0, medium: 0, low: 0, unscored: 0 });
  });
});

describe('meshctl scan db', () => {
  const db = async (words: readonly string[], cwd: string) =>
    run(['scan', 'db', ...words, '--no-config'], { cwd });

  test('adds records of OSV to a database that a scan judges by', async () => {
    const cwd = await temporaryFolder({ 'osv.json': osv, 'new.yaml': istiod('1.31.1') });
    const update = await db(
      ['update', '--file', 'osv.json', '--into', 'db.json', '--as-of', '2027-01-03'],
      cwd,
    );
    expect(update).toMatchObject({ code: 0, out: '' });
    const scan = await run(['scan', 'new.yaml', '--db', 'db.json', '--no-config', '--now', '2027-01-03'], {
      cwd,
    });
    expect(scan.code).toBe(1);
    expect(scan.out).toContain('Something new');
    expect((await db(['check', 'db.json'], cwd)).out).toContain('known up to 2027-01-03');
  });

  test('fetches from an address only when it is given', async () => {
    const cwd = await temporaryFolder({});
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(osv);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/osv`;
    expect((await db(['update', '--update-from', address, '--into', 'db.json'], cwd)).code).toBe(0);
    expect(asked).toEqual(['/osv']);
  });

  test.each<[string, readonly string[], number]>([
    ['an address without TLS', ['update', '--update-from', 'http://example.com/a', '--into', 'x'], 2],
    ['nothing to add', ['update', '--into', 'x'], 2],
    ['a file that is no JSON', ['check', 'text'], 2],
    ['a record of somebody else', ['check', 'other.json'], 1],
  ])('refuses %s', async (_, words, expected) => {
    const other = osv.replace('istio/pilot', 'acme/pilot');
    const cwd = await temporaryFolder({ text: 'x', 'other.json': other });
    expect((await db(words, cwd)).code).toBe(expected);
  });

  test('shows what it knows, as a database, too', async () => {
    const cwd = await temporaryFolder({});
    const { out } = await db(['show', '-o', 'json'], cwd);
    const shown = JSON.parse(out) as JsonObject;
    expect(objectsIn(shown, 'advisories').length).toBeGreaterThan(70);
    expect((await db(['show'], cwd)).out).toContain('ISTIO-SECURITY-2026-001');
  });
});
