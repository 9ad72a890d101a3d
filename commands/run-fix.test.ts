import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const peer = (mode: string, name = 'default'): string =>
  `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  mtls: {mode: ${mode}} # as agreed\n`;

const twice =
  'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: two, namespace: inn}\nspec:\n  mtlss: {mode: STRICT}\n  mtlss2: {mode: STRICT}\n';

describe('--fix', () => {
  test('writes what it can mend, reports the rest, and then changes nothing more', async () => {
    const cwd = await temporaryFolder({
      'a.yaml': peer('strict'),
      'b/two.yaml': twice,
      'c.yaml': peer('DISABLE', 'c'),
    });
    const untouched = statSync(join(cwd, 'c.yaml')).mtimeMs;
    const result = await run(['analyze', '--fix', '-o', 'log', '.'], { cwd });
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(peer('STRICT'));
    expect(readFileSync(join(cwd, 'b/two.yaml'), 'utf8')).toBe(twice.replace('mtlss:', 'mtls:'));
    expect(statSync(join(cwd, 'c.yaml')).mtimeMs).toBe(untouched);
    expect(result.err).toContain('fixed 2 findings in 2 files\n');
    expect(result.out).toContain('mtlss2');
    expect(result.out).not.toContain('strict');
    expect(result.code).toBe(1);
    const again = await run(['analyze', '--fix', '-o', 'log', '.'], { cwd });
    expect(again.out).toBe(result.out);
    expect(again.err).toContain('nothing to fix\n');
  });

  test('answers "no findings" when it has mended them all', async () => {
    const cwd = await temporaryFolder({ 'a.yaml': peer('strict') });
    expect(await run(['analyze', '--fix', 'a.yaml'], { cwd })).toMatchObject({ code: 0 });
  });

  test('prints the fixed text of standard input, and its report to standard error', async () => {
    const result = await run(['analyze', '--fix', '-'], { stdin: `${twice}---\n${peer('strict')}` });
    expect(result.out).toBe(`${twice.replace('mtlss:', 'mtls:')}---\n${peer('STRICT')}`);
    expect(result.err).toContain('mtlss2');
    expect(result.code).toBe(1);
  });

  test('prints standard input as it is when there is nothing to fix', async () => {
    const { out, code } = await run(['analyze', '--fix', '--stdin-filename', 'x.yaml', '-'], {
      stdin: peer('STRICT'),
    });
    expect({ out, code }).toEqual({ out: peer('STRICT'), code: 0 });
  });

  test('mends files of several clusters', async () => {
    const cwd = await temporaryFolder({ 'east/a.yaml': peer('strict'), 'west/a.yaml': peer('Strict') });
    await run(['analyze', '--fix', '--cluster', 'east=east', '--cluster', 'west=west'], { cwd });
    for (const name of ['east', 'west'])
      expect(readFileSync(join(cwd, name, 'a.yaml'), 'utf8')).toBe(peer('STRICT'));
  });

  test('keeps the mode of a file, and a link a link', async () => {
    const cwd = await temporaryFolder({ 'real/a.yaml': peer('strict') });
    chmodSync(join(cwd, 'real/a.yaml'), 0o666);
    symlinkSync(join(cwd, 'real/a.yaml'), join(cwd, 'link.yaml'));
    await run(['analyze', '--fix', 'link.yaml'], { cwd });
    expect(readFileSync(join(cwd, 'real/a.yaml'), 'utf8')).toBe(peer('STRICT'));
    expect(statSync(join(cwd, 'real/a.yaml')).mode & 0o777).toBe(0o666);
    expect(lstatSync(join(cwd, 'link.yaml')).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(cwd, 'real'))).toEqual(['a.yaml']);
  });

  test('leaves alone what is suppressed, what is not UTF-8 and what lies elsewhere', async () => {
    const cwd = await temporaryFolder({
      'a.yaml': peer('strict'),
      'mesh.yaml': 'rootNamespce: istio-system\n',
    });
    const latin = Buffer.from(peer('strict').replace('agreed', 'agr\u00e9\u00e9d'), 'latin1');
    writeFileSync(join(cwd, 'latin.yaml'), latin);
    await run(
      ['analyze', '--fix', '-S', 'schema/enum', '--mesh-config', 'mesh.yaml', 'a.yaml', 'latin.yaml'],
      { cwd },
    );
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(peer('strict'));
    expect(readFileSync(join(cwd, 'mesh.yaml'), 'utf8')).toContain('rootNamespce');
    expect(readFileSync(join(cwd, 'latin.yaml')).equals(latin)).toBe(true);
  });
});

describe('--fix-dry-run', () => {
  test('prints a patch that git takes, and writes nothing', async () => {
    const cwd = await temporaryFolder({ 'a.yaml': peer('strict'), 'b/two.yaml': twice });
    const result = await run(['analyze', '--fix-dry-run', '.'], { cwd });
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(peer('strict'));
    expect(result.err).toContain('would fix 2 findings in 2 files\n');
    expect(result.code).toBe(1);
    execFileSync('git', ['apply', '-'], { cwd, input: result.out });
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(peer('STRICT'));
    expect(readFileSync(join(cwd, 'b/two.yaml'), 'utf8')).toBe(twice.replace('mtlss:', 'mtls:'));
  });

  test('names files from the working folder on, however they were given', async () => {
    const cwd = await temporaryFolder({ 'a.yaml': peer('strict') });
    const { out } = await run(['analyze', '--fix-dry-run', join(cwd, 'a.yaml')], { cwd });
    expect(out).toMatch(/^--- a\/a\.yaml\n\+\+\+ b\/a\.yaml\n/);
  });

  test('reports what there is now into a file', async () => {
    const cwd = await temporaryFolder({ 'a.yaml': peer('strict') });
    await run(['analyze', '--fix-dry-run', '-o', 'log=now.log', 'a.yaml'], { cwd });
    expect(readFileSync(join(cwd, 'now.log'), 'utf8')).toContain('strict');
  });
});

test.each([
  ['both flags', ['--fix', '--fix-dry-run', 'a.yaml']],
  ['a report beside a patch', ['--fix-dry-run', '-o', 'json', 'a.yaml']],
  ['a report beside a fixed text', ['--fix', '-o', 'json', '-']],
])('%s: refused', async (_name, args) => {
  const cwd = await temporaryFolder({ 'a.yaml': peer('strict') });
  const { code, out } = await run(['analyze', ...args], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(peer('strict'));
});
