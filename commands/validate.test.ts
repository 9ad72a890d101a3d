import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../src/finding.ts';
import { run, type Result } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const meshConfig = 'testdata/bookshop/mesh/mesh-config.yaml';

const validate = (...args: readonly string[]): Promise<Result> => run(['validate', ...args], { cwd: root });
const findingsOf = ({ out }: Result): readonly Finding[] =>
  (JSON.parse(out) as { readonly findings: readonly Finding[] }).findings;

const refusers = (rejectedBy: Finding['rejectedBy']): string =>
  rejectedBy.length === 2
    ? 'both'
    : (rejectedBy.map((who) => ({ istio: 'Istio', apiserver: 'the API server' })[who])[0] ?? 'nobody');

describe('the bookshop', () => {
  test('has the findings that were read and accepted, and no others', async () => {
    const result = await validate('-o', 'json', 'testdata/bookshop');
    expect(result.code).toBe(1);
    expect(result.out).toBe(await readFile(join(root, 'testdata/bookshop.findings.json'), 'utf8'));
  });

  test('has them where its README says the mistakes are, refused by those it names', async () => {
    const readme = await readFile(join(root, 'testdata/bookshop/README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([^`]+:\d+)` \|[^|]*\| ([^|:]+)[^|]*\|$/gm)];
    const told = rows.map(([, place = '', who = '']) => `${place} ${who.trim()}`);
    const found = [
      ...findingsOf(await validate('-o', 'json', 'testdata/bookshop')),
      ...findingsOf(await validate('-o', 'json', '--as', 'MeshConfig', meshConfig)),
    ].filter(({ rule }) => rule !== 'envoyfilter/internal-api');
    expect(told.sort()).toEqual(
      found
        .map(
          ({ file, range, rejectedBy }) =>
            `${file.replace(/^testdata\/bookshop\//, '')}:${range.start.line} ${refusers(rejectedBy)}`,
        )
        .sort(),
    );
  });

  test('shows people each mistake in its lines', async () => {
    const { code, out, err } = await validate('testdata/bookshop/storefront');
    expect({ code, err }).toEqual({
      code: 1,
      err: '2 errors in 2 files (3 resources checked, 1 skipped: 1 v1 ServiceAccount)\n',
    });
    expect(out).toContain(
      [
        '    18 |         authority: shop.example.com',
        '    19 |         redirectCode: 200',
        '       |                       ^~~',
        '    20 |     - name: books',
      ].join('\n'),
    );
  });
});

describe('a clean mesh', () => {
  test('has no findings', async () => {
    const result = await validate('-o', 'json', '--fail-on', 'info', 'testdata/clean');
    expect(findingsOf(result)).toEqual([]);
    expect(result.code).toBe(0);
  });

  test('has none when every document is checked by itself', async () => {
    const files = await readdir(join(root, 'testdata/clean'), { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.yaml'))) {
      const text = await readFile(join(root, 'testdata/clean', file), 'utf8');
      for (const stdin of text.split(/^---$/m)) {
        const { code, out } = await run(['validate', '--fail-on', 'info', '--strict', '-'], { stdin });
        expect({ code, out }).toEqual({ code: 0, out: '' });
      }
    }
  });
});

describe('exit codes', () => {
  const warning = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: a}
spec: {host: a, trafficPolicy: {loadBalancer: {simple: LEAST_CONN}}}
`;
  const error = warning.replace('LEAST_CONN', 'LEAST');
  const unknown = 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n';
  const broken = 'a: [b\n';

  test.each([
    ['0 for a warning', [], warning, 0],
    ['1 for a warning under --fail-on warning', ['--fail-on', 'warning'], warning, 1],
    ['1 for an error', [], error, 1],
    ['0 for an error under --fail-on never', ['--fail-on', 'never'], error, 0],
    ['1 for an error in every format', ['-o', 'sarif'], error, 1],
    ['0 for a kind that is none of our business', [], unknown, 0],
    ['1 for such a kind under --strict', ['--strict'], unknown, 1],
    ['2 for YAML that cannot be read', [], broken, 2],
    ['2 for such YAML under --fail-on never', ['--fail-on', 'never'], broken, 2],
    ['2 for a document that cannot be read among others', [], `${error}---\n${broken}`, 2],
    ['0 for nothing', [], '', 0],
  ])('%s', async (_, flags, stdin, expected) => {
    expect((await run(['validate', ...flags, '-'], { stdin })).code).toBe(expected);
  });
});

describe("a newcomer's mistakes are answered with what to do", () => {
  const template = 'kind: {{ .Values.kind }}\n';
  test.each([
    ['no path', [], 2, 'nothing to validate', 'meshctl validate mesh/'],
    ['a misspelt path', ['mehs'], 2, 'mehs does not exist', 'Did you mean mesh?'],
    ['a pattern that matches nothing', ['*.yml'], 2, 'no file matches *.yml', 'Check the pattern'],
    [
      'a misspelt flag',
      ['--fial-on', 'error', 'mesh'],
      2,
      'unknown flag --fial-on',
      'did you mean --fail-on?',
    ],
    ['a format that is none', ['-o', 'jsn', 'mesh'], 2, 'does not take "jsn"', 'did you mean json?'],
    [
      'a severity that is none',
      ['--fail-on', 'warn', 'mesh'],
      2,
      'does not take "warn"',
      'did you mean warning?',
    ],
    ['an empty folder', ['empty'], 0, 'empty holds no .yaml, .yml or .json file', ''],
    ['a template', ['chart'], 2, 'this is a template', 'helm template CHART | meshctl analyze -'],
  ])('%s', async (_, args, code, what, hint) => {
    const cwd = await temporaryFolder({
      'mesh/gateway.yaml': '',
      'chart/gateway.yaml': template,
      'empty/notes.txt': '',
    });
    const { code: left, out, err } = await run(['validate', ...args], { cwd });
    expect({ code: left, text: out + err }).toEqual({
      code,
      text: expect.stringMatching(new RegExp(`${quoted(what)}[^]*${quoted(hint)}`)) as string,
    });
  });

  const quoted = (text: string): string => text.replace(/[.*?{}()|[\]\\^$+]/g, '\\$&');
});

describe('input and output', () => {
  test('standard input carries the name it is given', async () => {
    const { out } = await run(['validate', '-o', 'json', '--stdin-filename', 'mesh/a.yaml', '-'], {
      stdin: 'a: [',
    });
    expect(JSON.parse(out)).toMatchObject({ findings: [{ file: 'mesh/a.yaml' }] });
  });

  test('-f and paths are read together, each file once', async () => {
    const { out } = await validate('-o', 'json', '-f', 'testdata/clean/mesh.yaml', 'testdata/clean');
    expect(JSON.parse(out)).toMatchObject({ summary: { files: 5 } });
  });

  test('several reports are written in one run', async () => {
    const cwd = await temporaryFolder({ 'a.yaml': 'a: [' });
    const { code, out } = await run(
      ['validate', '-o', 'sarif=out.sarif', '-o', 'junit=out.xml', '-o', 'log', '.'],
      {
        cwd,
      },
    );
    expect({ code, out }).toEqual({
      code: 2,
      out: expect.stringMatching(/^a\.yaml:\d+:\d+: error /) as string,
    });
    expect(JSON.parse(await readFile(join(cwd, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(await readFile(join(cwd, 'out.xml'), 'utf8')).toContain('<testsuites');
  });

  test('a run writes the same bytes as the one before', async () => {
    for (const format of ['json', 'sarif', 'table', 'markdown', 'html']) {
      const [first, second] = [
        await validate('-o', format, 'testdata/bookshop'),
        await validate('-o', format, 'testdata/bookshop'),
      ];
      expect(first).toEqual(second);
    }
  });
});

describe('suppressions', () => {
  const wrong = (comment: string): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop, namespace: edge }
spec:
  hosts: [shop.example.com]
  http:
    - redirect:
        uri: /new
        redirectCode: 200 ${comment}
`;

  test('in comments count, and those that serve nothing are told of', async () => {
    const cwd = await temporaryFolder({
      'a.yaml': wrong('# meshctl-ignore[redirect/code]: the old client wants it'),
      'b.yaml': wrong('# meshctl-ignore[redirect/scheme]: nothing here'),
    });
    const { code, out, err } = await run(['validate', '-o', 'json', '.'], { cwd });
    const { findings } = JSON.parse(out) as { readonly findings: readonly Finding[] };
    expect(code).toBe(1);
    expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'b.yaml redirect/code',
      'b.yaml suppression/unused',
    ]);
    expect(err).toContain('1 suppressed');
  });

  test('in the settings give severities', async () => {
    const cwd = await temporaryFolder({
      'a.yaml': wrong(''),
      'meshctl.yaml': 'severity: { redirect/code: warning }\n',
    });
    const { code, out } = await run(['validate', '-o', 'log', 'a.yaml'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('warning redirect code 200');
  });
});
