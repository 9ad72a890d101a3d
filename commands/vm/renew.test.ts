import { readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleFacts } from '../../src/vm/testing/sample-vm.ts';
import { vmSandbox, type VmSandbox } from './testing/vm-sandbox.ts';

/** A sandbox, and the folder `vm` with the files of a VM of the group `web`. */
async function withBundle(): Promise<VmSandbox & { readonly text: (name: string) => string }> {
  const stage = await vmSandbox();
  const written = ['bundle', '--name', 'web', '-n', 'shop', '--ingress-ip', '203.0.113.10', '-o', 'vm'];
  expect((await stage.ask(written)).code).toBe(0);
  return { ...stage, text: (name) => readFileSync(path.join(stage.cwd, 'vm', name), 'utf8') };
}
const secretIn = /eyJ/;

describe('vm renew', () => {
  test('keeps what is good, and says how long it is', async () => {
    const { ask, text } = await withBundle();
    const before = text('istio-token');
    const { code, out } = await ask(['renew', 'vm']);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^istio-token {3}kept: it is valid until .*, for another .*\nroot-cert\.pem kept: /,
      ),
    ]);
    expect(text('istio-token')).toBe(before);
  });

  test('makes a new token when it is asked for, and touches nothing else', async () => {
    const { ask, text, cwd } = await withBundle();
    const [token, env] = [text('istio-token'), text('cluster.env')];
    writeFileSync(path.join(cwd, 'vm/notes'), 'mine');
    const { code, out, err } = await ask(['renew', 'vm', '--token', '--duration', '7200']);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^istio-token {3}renewed: the old one is valid until/),
    ]);
    expect(out + err).not.toMatch(secretIn);
    expect(err).toContain('/var/run/secrets/tokens/istio-token, mode 0600');
    expect(text('istio-token')).not.toBe(token);
    expect([text('cluster.env'), text('notes')]).toEqual([env, 'mine']);
    expect(statSync(path.join(cwd, 'vm/istio-token')).mode & 0o777).toBe(0o600);
  });

  test('replaces a root that is not that of the mesh any more', async () => {
    const { ask, text, cwd } = await withBundle();
    writeFileSync(path.join(cwd, 'vm/root-cert.pem'), 'old');
    const { code, out } = await ask(['renew', 'vm', '--root']);
    expect([code, out]).toEqual([0, 'root-cert.pem renewed: the mesh hands out another one now\n']);
    expect(text('root-cert.pem')).toBe(sampleFacts().rootCertificate);
  });

  test('writes both files for a VM of a group, into a folder of their own', async () => {
    const { ask, text } = await withBundle();
    expect((await ask(['renew', 'web', '-n', 'shop', '-o', 'fresh'])).code).toBe(0);
    expect(text('../fresh/istio-token')).toMatch(secretIn);
    expect(text('../fresh/root-cert.pem')).toBe(sampleFacts().rootCertificate);
  });

  test('prints a token only when told to', async () => {
    const { ask } = await withBundle();
    const { code, out, err } = await ask(['renew', 'web', '-n', 'shop', '--token-stdout']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+\n$/)]);
    expect(err).not.toMatch(secretIn);
  });

  test('goes by the files alone when the group was never applied', async () => {
    const { ask } = await withBundle();
    await ask(['revoke', 'web', '-n', 'shop', '--delete-group', '-y']);
    const { code, err } = await ask(['renew', 'vm', '--token']);
    expect([code, err]).toEqual([0, expect.stringContaining('the files alone tell whose they are')]);
  });

  test.each<[string, readonly string[], number, RegExp]>([
    ['files of another group', ['db', '-n', 'shop', '-o', 'vm'], 2, /vm is of the group "web", not of "db"/],
    ['another cluster', ['vm', '--cluster-id', 'east'], 2, /of the cluster "west", not of "east"/],
    ['a group that is not there', ['ghost', '-n', 'shop', '-o', 'x'], 3, /no WorkloadGroup shop\/ghost/],
    ['a group without a folder', ['web', '-n', 'shop'], 2, /no folder to write to/],
    ['nothing to go by', [], 2, /which group it is, is not said/],
    ['two folders', ['vm', '-o', 'x'], 2, /each name a folder/],
    ['a folder that is not there', ['./gone'], 2, /no folder/],
  ])('writes nothing for %s', async (_, words, expected, message) => {
    const { ask, text } = await withBundle();
    const before = text('istio-token');
    const { code, err } = await ask(['renew', ...words, '--token']);
    expect([code, err]).toEqual([expected, expect.stringMatching(message)]);
    expect(text('istio-token')).toBe(before);
  });

  test('takes a folder by its path, though a group has that name', async () => {
    const { ask, cwd } = await withBundle();
    mkdirSync(path.join(cwd, 'web'));
    const { code, err } = await ask(['renew', './web']);
    expect([code, err]).toEqual([2, expect.stringContaining('none of the files of a VM')]);
  });
});
