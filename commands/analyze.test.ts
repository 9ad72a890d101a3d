import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, type Result } from './testing/run.ts';

const gateway = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: front, namespace: edge }
spec:
  selector: { istio: front }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: ["*.example.com"]
`;

const virtualService = (name: string, gatewayName: string, namespace = 'edge'): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  hosts: [${name}.example.com]
  gateways: [${gatewayName}]
  http:
    - redirect: { uri: /new }
`;

let folder: string;
const cwd = (): string => folder;
const write = (file: string, ...documents: readonly string[]): void => {
  mkdirSync(join(cwd(), file, '..'), { recursive: true });
  writeFileSync(join(cwd(), file), documents.join('---\n'));
};
const only = ['--rule', 'virtualservice/gateway-not-found'];
const analyze = async (...args: readonly string[]): Promise<Result> =>
  run(['analyze', ...only, ...args], { cwd: cwd() });

interface Report {
  readonly summary: Readonly<Record<string, unknown>>;
  readonly findings: readonly {
    readonly code: string;
    readonly resource: { readonly name: string };
    readonly cluster?: string;
  }[];
}
const report = async (...args: readonly string[]): Promise<Report> =>
  JSON.parse((await analyze('-o', 'json', ...args)).out) as Report;
const names = ({ findings }: Report): readonly string[] => findings.map(({ resource }) => resource.name);

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'meshctl-')));
  write('mesh/all.yaml', gateway, virtualService('right', 'front'), virtualService('wrong', 'rear'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('meshctl analyze', () => {
  it('exits with 1 and shows the place, what to do and the page', async () => {
    const { code, out, err } = await analyze('mesh');
    expect(code).toBe(1);
    expect(out).toContain('error IST0101 (virtualservice/gateway-not-found) mesh/all.yaml:');
    expect(out).toContain('there is no Gateway rear');
    expect(out).toContain('https://meshctl.dev/rules/virtualservice/gateway-not-found');
    expect(err).toContain('1 error in 1 file (3 resources checked by 1 rule)');
  });

  it('exits with 0 when all is well', async () => {
    write('mesh/all.yaml', gateway, virtualService('right', 'front'));
    expect((await analyze('mesh')).code).toBe(0);
  });

  it.each([
    ['no path', [], 'nothing to analyze'],
    ['paths and clusters', ['mesh', '--cluster', 'east=mesh'], 'do not go together'],
    ['a cluster without a path', ['--cluster', 'east'], 'write <name>=<path>'],
    ['an unknown rule', ['mesh', '--rule', 'virtualservice/gateway-notfound'], 'did you mean'],
    ['an unknown rule to suppress', ['mesh', '--suppress', 'IST9999'], 'no rule is called'],
    ['a moment that is none', ['mesh', '--now', 'soon'], 'give a date or time'],
    ['a version that is none', ['mesh', '--istio-version', 'latest'], 'write a version'],
    [
      'a baseline in place of an input',
      ['mesh', '--baseline', 'mesh/all.yaml', '--write-baseline'],
      'would replace mesh/all.yaml',
    ],
    ['a baseline that is not there', ['mesh', '--baseline', 'gone.json'], '--write-baseline'],
    ['a baseline to write without a name', ['mesh', '--write-baseline'], 'which file is the baseline?'],
    ['standard input with a past', ['-', '--since', 'HEAD'], 'standard input'],
    [
      'a suppression without a resource as istioctl',
      ['mesh', '--compat', 'istioctl', '-S', 'IST0101'],
      'write <code>',
    ],
  ])('refuses %s with exit code 2', async (_, args, message) => {
    const { code, out, err } = await analyze(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('exits with 2 for a document that cannot be read, and judges the others', async () => {
    write('mesh/broken.yaml', 'a: [');
    const { code, out } = await analyze('mesh');
    expect(code).toBe(2);
    expect(out).toContain('there is no Gateway rear');
  });

  it.each([
    ['an empty folder', 'empty', 2],
    ['files without a document', 'mesh/none.yaml', 2],
    ['files without a resource', 'mesh/values.yaml', 0],
  ])('exits so that a pipeline notices %s', async (_, path, expected) => {
    mkdirSync(join(cwd(), 'empty'));
    write('mesh/none.yaml', '# later\n');
    write('mesh/values.yaml', 'replicas: 2\n');
    const { code, err } = await analyze(path);
    expect(code).toBe(expected);
    expect(err).toContain('warning: nothing was analyzed');
  });

  it('reports one namespace with -n, and all with -A', async () => {
    write('mesh/other.yaml', gateway.replace('edge', 'rim'), virtualService('distant', 'rear', 'rim'));
    expect(names(await report('mesh'))).toEqual(['wrong', 'distant']);
    expect(names(await report('mesh', '-n', 'rim'))).toEqual(['distant']);
    expect(names(await report('mesh', '-n', 'rim', '-A'))).toEqual(['wrong', 'distant']);
  });

  it.each([
    ['that nothing belongs to', 'rimm', 1],
    ['that an object belongs to', 'rim', 0],
    ['that the input has and that holds nothing', 'bare', 0],
    ['that nothing belongs to, when all are reported', 'rimm -A', 0],
  ])('notes a namespace %s', async (_, words, expected) => {
    write('mesh/other.yaml', gateway.replace('edge', 'rim'));
    write('mesh/bare.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: { name: bare }\n');
    const { err } = await analyze('mesh', '-n', ...words.split(' '));
    expect(err.split('note: nothing in the input belongs to the namespace rimm')).toHaveLength(expected + 1);
  });

  it('takes information for errors when the input is complete', async () => {
    write('mesh/all.yaml', virtualService('wrong', 'rear'));
    expect((await analyze('mesh')).code).toBe(0);
    expect((await analyze('mesh', '--assume', 'complete')).code).toBe(1);
  });

  it('leaves out what is suppressed, and counts it', async () => {
    const { summary, findings } = await report('mesh', '--suppress', 'IST0101=VirtualService edge/wr*');
    expect(findings).toEqual([]);
    expect(summary.suppressed).toBe(1);
    expect((await analyze('mesh', '--suppress', 'IST0101=Gateway *')).err).toContain('suppressed nothing');
  });

  it('writes a baseline, and fails only on what is new', async () => {
    const written = await analyze('mesh', '--baseline', 'known.json', '--write-baseline');
    expect(written.code).toBe(0);
    expect((await analyze('mesh', '--baseline', 'known.json')).code).toBe(0);
    write('mesh/more.yaml', virtualService('newer', 'rear'));
    const { summary, findings } = await report('mesh', '--baseline', 'known.json');
    expect(findings.map(({ resource }) => resource.name)).toEqual(['newer']);
    expect(summary.baselined).toBe(1);
  });

  it('takes out of the baseline what is no longer found, when it is asked to', async () => {
    await analyze('mesh', '--baseline', 'known.json', '--write-baseline');
    write('mesh/all.yaml', gateway, virtualService('right', 'front'));
    expect((await analyze('mesh', '--baseline', 'known.json')).err).toContain('no longer found');
    await analyze('mesh', '--baseline', 'known.json', '--prune-baseline');
    expect(JSON.parse(readFileSync(join(cwd(), 'known.json'), 'utf8'))).toMatchObject({ findings: [] });
  });

  it('reports only what a commit did not have', async () => {
    const git = (...args: readonly string[]): Buffer =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: cwd() });
    git('init', '--quiet');
    write('mesh/a\nb.yaml', virtualService('strange', 'rear'));
    git('add', '.');
    git('commit', '--quiet', '-m', 'First');
    expect(names(await report('mesh', '--since', 'HEAD'))).toEqual([]);
    write(
      'mesh/all.yaml',
      '# moved\n',
      gateway,
      virtualService('wrong', 'rear'),
      virtualService('newer', 'rear'),
    );
    for (const path of ['mesh', '.', 'mesh/*.yaml', join(cwd(), 'me[r-t]h')])
      expect(names(await report(path, '--since', 'HEAD'))).toEqual(['newer']);
    const { code, err } = await analyze('mesh', '--since', 'nowhere');
    expect(code).toBe(2);
    expect(err).toContain('there is no commit nowhere');
  });

  it('tells findings of several clusters apart, also those of single objects', async () => {
    write(
      'west/all.yaml',
      virtualService('odd', 'mesh').replace('uri: /new', 'uri: /new, redirectCode: 200'),
    );
    const single = await run(['analyze', '--rule', 'redirect/code', '-o', 'json', '--cluster', 'west=west'], {
      cwd: cwd(),
    });
    expect((JSON.parse(single.out) as Report).findings.map(({ cluster }) => cluster)).toEqual(['west']);
    write('east/all.yaml', gateway, virtualService('wrong', 'rear'));
    const { findings } = await report('--cluster', 'east=east', '--cluster', 'west=mesh');
    expect(findings.map(({ cluster }) => cluster)).toEqual(['east', 'west']);
  });

  it('takes any name for a cluster', async () => {
    const { findings } = await report('--cluster', '__proto__=mesh');
    expect(findings.map(({ cluster }) => cluster)).toEqual(['__proto__']);
  });

  it('reads the mesh config it is given', async () => {
    write('config.yaml', 'rootNamespace: 7\n');
    const { code, out } = await run(['analyze', 'mesh', '--mesh-config', 'config.yaml', '-o', 'log'], {
      cwd: cwd(),
    });
    expect(code).toBe(1);
    expect(out).toContain('config.yaml:1:');
  });

  it('runs rules of the project', async () => {
    write(
      'rules/team.mjs',
      `export default {
  slug: 'team/owner', code: 'TEAM1', severity: 'error', summary: 'Every VirtualService has an owner.', kinds: ['VirtualService'],
  message: ({ name }) => name + ' has no owner',
  check(mesh, report) {
    for (const object of mesh.of('VirtualService'))
      if (object.labels.owner === undefined) report(object, ['metadata', 'name'], { name: object.name });
  },
};
`,
    );
    write('meshctl.yaml', 'rules: [rules/team.mjs]\n');
    const { code, out } = await run(['analyze', '--rule', 'team/owner', '-o', 'log', 'mesh'], { cwd: cwd() });
    expect(code).toBe(1);
    expect(out).toContain('right has no owner [TEAM1 team/owner]');
  });

  it('says where a module with rules is named that does not exist', async () => {
    write('meshctl.yaml', 'rules: [rules/gone.mjs]\n');
    const { code, err } = await analyze('mesh');
    expect(code).toBe(2);
    expect(err).toMatch(/meshctl\.yaml:1:9: there is no file .*gone\.mjs/);
  });

  it('names a module of rules that exports something else', async () => {
    write('rules/team.mjs', 'export default { slug: "team/owner" };\n');
    write('meshctl.yaml', 'rules: [rules/team.mjs]\n');
    const { code, err } = await analyze('mesh');
    expect(code).toBe(2);
    expect(err).toContain('`code` is no text');
  });

  it('reports only what is asked for by --rule, also of single objects', async () => {
    write(
      'mesh/all.yaml',
      gateway,
      virtualService('wrong', 'rear').replace('uri: /new', 'redirectCode: 200'),
    );
    expect(names(await report('mesh', '--rule', 'redirect/code'))).toEqual(['wrong', 'wrong']);
    const { findings } = JSON.parse(
      (await run(['analyze', '--rule', 'redirect/code', '-o', 'json', 'mesh'], { cwd: cwd() })).out,
    ) as Report;
    expect(findings.map(({ code }) => code)).toEqual(['IST0106']);
  });

  it.each([
    ['standard input', ['-']],
    ['clusters', ['--cluster', 'east=mesh']],
    ['JSON', ['mesh', '-o', 'json']],
    ['a baseline to write', ['mesh', '--baseline', 'known.json', '--write-baseline']],
  ])('does not watch %s', async (_, args) => {
    const { code, err } = await analyze('--watch', ...args);
    expect(code).toBe(2);
    expect(err).toContain('--watch');
  });

  it('tells how long rules took', async () => {
    expect((await analyze('mesh', '--stats')).err).toMatch(/ms {2}virtualservice\/gateway-not-found/);
  });

  it('explains a code instead of analyzing', async () => {
    const { code, out } = await analyze('--explain', 'ist0101');
    expect(code).toBe(0);
    expect(out).toContain('# virtualservice/gateway-not-found');
  });
});
