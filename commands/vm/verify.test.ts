import { readFileSync } from 'node:fs';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fakeAdmin } from '../../src/proxy/testing/fake-admin.ts';
import { now } from '../../src/vm/testing/sample-vm.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { cluster, files, offline } from './testing/vm-cluster.ts';

describe('vm verify', () => {
  async function bundle(): Promise<string> {
    const cwd = await temporaryFolder(files);
    expect((await run(offline, { cwd })).code).toBe(0);
    return cwd;
  }
  const at = ['--now', now.toISOString()];

  test('finds nothing wrong with what was written', async () => {
    const cwd = await bundle();
    expect(await run(['vm', 'verify', 'vm', ...at], { cwd })).toMatchObject({
      code: 0,
      out: 'the files are fine\n',
    });
    const compared = ['vm', 'verify', 'vm', '-f', 'group.yaml', '--from', 'saved', ...at];
    expect(await run(compared, { cwd })).toMatchObject({ code: 0, out: 'the files are fine\n' });
  });

  test('tells what is wrong, what comes of it and what to do', async () => {
    const cwd = await bundle();
    await writeFile(path.join(cwd, 'vm/hosts'), '');
    const { code, out } = await run(['vm', 'verify', 'vm', ...at], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(
      /^error: the file hosts is empty \[hosts-empty\]\n {2}file: hosts\n {2}then: .*\n {2}cure: .*\n$/,
    );
  });

  test('sees the permissions of files, and says so in JSON', async () => {
    const cwd = await bundle();
    await chmod(path.join(cwd, 'vm/istio-token'), 0o644);
    const { code, out } = await run(['vm', 'verify', 'vm', ...at, '-o', 'json'], { cwd });
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { kind: 'VmBundleReport', ok: false, findings: [{ rule: 'token-readable', file: 'istio-token' }] },
    ]);
  });

  test.each([
    ['a folder', 'ring'],
    ['a file', 'vm'],
  ])('says of a link in a circle that it cannot be read: %s', async (_, folder) => {
    const cwd = await bundle();
    await symlink('ring', path.join(cwd, 'ring'));
    await rm(path.join(cwd, 'vm/hosts'));
    await symlink('hosts', path.join(cwd, 'vm/hosts'));
    const { code, err } = await run(['vm', 'verify', folder], { cwd });
    expect([code, err]).toEqual([2, expect.stringMatching(/cannot read [\s\S]*ELOOP[\s\S]*hint: /)]);
  });

  test('judges times by the clock', async () => {
    const { code, out } = await run(['vm', 'verify', 'vm', '--now', '2031-01-01'], { cwd: await bundle() });
    expect([code, out]).toEqual([1, expect.stringContaining('[token-expired]')]);
  });

  test('asks a live cluster for nothing but what may be read', async () => {
    const { api, cwd, ask } = await cluster();
    expect((await run(offline, { cwd })).code).toBe(0);
    expect((await ask(['vm', 'verify', 'vm', '-f', 'group.yaml', '--live', ...at])).code).toBe(0);
    expect(new Set(api.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test.each<[string, readonly string[], RegExp]>([
    ['a folder that is not there', ['gone'], /gone is no folder/],
    ['a folder with other things', ['saved'], /none of the files of a VM/],
    ['neither a folder nor a machine', [], /what to verify is not said/],
    ['a folder and a machine', ['vm', '--ssh', 'root@vm'], /exclude each other/],
    ['an address that is none', ['--admin', 'http://vm:15000/stats'], /no address of an Envoy or agent/],
    ['a machine that is none', ['--ssh', '-oProxyCommand=x'], /no machine that ssh can reach/],
    ['a port of ssh that is none', ['--ssh', 'vm', '--ssh-port', '0'], /from 1 to 65535/],
    ['a cluster without a group', ['vm', '--from', 'saved'], /give the WorkloadGroup with -f/],
    ['two clusters', ['vm', '--from', 'saved', '--live'], /exclude each other/],
  ])('refuses %s', async (_, argv, message) => {
    const { code, err } = await run(['vm', 'verify', ...argv], { cwd: await bundle() });
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  test('refuses a file that is a folder', async () => {
    const cwd = await temporaryFolder(files);
    await mkdir(path.join(cwd, 'vm/hosts'), { recursive: true });
    const { code, err } = await run(['vm', 'verify', 'vm'], { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining('no plain file')]);
  });
});

describe('vm verify, of what answers at an address', () => {
  const texts: Readonly<Record<string, string>> = {
    '/server_info': '{"state":"LIVE","version":"c0ffee/1.40.0/Clean/RELEASE/BoringSSL"}',
    '/stats?filter=control_plane':
      'control_plane.connected_state: 1\ncontrol_plane.identifier: "{&quot;ID&quot;:&quot;istiod-7f-abc&quot;}"\n',
    '/certs': JSON.stringify({
      certificates: [
        {
          cert_chain: [
            {
              subject_alt_names: [{ uri: 'spiffe://cluster.local/ns/shop/sa/web' }],
              expiration_time: '2030-05-02T00:00:00Z',
            },
          ],
        },
      ],
    }),
  };
  async function proxy(over: Readonly<Record<string, string>> = {}, status = 200): Promise<string> {
    const answers = { ...texts, ...over };
    const admin = await fakeAdmin(({ url = '' }, response) => {
      const text = answers[url];
      response.writeHead(text === undefined ? 404 : status).end(text);
    });
    onTestFinished(admin.close);
    return admin.address.replace('http://', '');
  }
  const verify = (address: string, ...more: readonly string[]) =>
    run(['vm', 'verify', '--admin', address, '--now', now.toISOString(), ...more]);

  test('a proxy that is connected is fine, and says to whom', async () => {
    const address = await proxy();
    expect(await verify(address)).toMatchObject({ code: 0, out: 'agent and Envoy are fine\n' });
    const { code, out } = await verify(address, '-o', 'json');
    const document: unknown = JSON.parse(out);
    expect([code, document]).toEqual([
      0,
      {
        apiVersion: 'meshctl.dev/v1',
        kind: 'VmMachineReport',
        machine: `http://${address}`,
        ok: true,
        agent: { envoyState: 'LIVE', envoyVersion: '1.40.0', connected: true, istiod: 'istiod-7f-abc' },
        findings: [],
      },
    ]);
    const text = readFileSync(new URL('../../docs/schemas/vm-machine-report.json', import.meta.url), 'utf8');
    const closed = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
    expect(new Ajv({ strict: false }).validate(JSON.parse(closed) as object, document)).toBe(true);
  });

  test('a proxy that has lost istiod is told', async () => {
    const address = await proxy({ '/stats?filter=control_plane': 'control_plane.connected_state: 0\n' });
    const { code, out } = await verify(address);
    expect([code, out]).toEqual([1, expect.stringContaining('[envoy-disconnected]')]);
  });

  test('an agent that is not ready is told, and what it says steers no terminal', async () => {
    const agent = { '/healthz/ready': 'no \u001b[31mconfig', '/server_info': 'none' };
    const { code, out } = await verify(await proxy(agent, 503));
    expect([code, out]).toEqual([1, expect.stringContaining('[agent-not-ready]')]);
    expect(out).not.toContain('\u001b');
  });

  test('what is neither of the two fails', async () => {
    const { code, err } = await verify(await proxy({ '/server_info': '<html>' }));
    expect([code, err]).toEqual([3, expect.stringContaining('neither an Envoy nor its agent answers')]);
  });
});
