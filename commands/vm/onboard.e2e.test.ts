import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { rigSources } from '../../src/kube/testing/rig.ts';
import { startVmRig, type VmRig } from './testing/vm-rig.ts';

const sources = rigSources();
const to = ['-f', 'group.yaml', '-r', 'canary', '-y'];
const written = [...to, '-o', 'vm'];
const names = ['cluster.env', 'hosts', 'install.sh', 'istio-token', 'mesh.yaml', 'root-cert.pem'];

describe.skipIf(sources === undefined)('vm onboard at a real API server', () => {
  let mesh: VmRig;

  beforeAll(async () => {
    mesh = await startVmRig(sources ?? '');
  });
  afterAll(async () => {
    await mesh.rig.stop();
  });
  beforeEach(() => mesh.clear());

  test('writes a bundle that verification accepts, and the second time nothing', async () => {
    const { ask, file } = await mesh.desk();
    const first = await ask(['onboard', ...written]);
    expect([first.code, first.out]).toEqual([0, '']);
    expect((await readdir(file('vm'))).sort()).toEqual(names);
    const modeOf = async (name: string): Promise<number> => (await stat(file(name))).mode & 0o777;
    expect([await modeOf('vm'), await modeOf('vm/istio-token')]).toEqual([0o700, 0o600]);
    expect(await readFile(file('vm/hosts'), 'utf8')).toMatch(
      /^203\.0\.113\.\d+ istiod-canary\.istio-system\.svc\n$/,
    );

    const verified = await ask(['verify', 'vm', '-f', 'group.yaml', '--live', '-r', 'canary']);
    expect([verified.code, verified.out]).toEqual([0, 'the files are fine\n']);

    const token = await readFile(file('vm/istio-token'), 'utf8');
    await mesh.rig.admin('DELETE', '/stats');
    const second = await ask(['onboard', ...written]);
    expect([second.code, second.err.match(/^unchanged: /gm)?.length]).toEqual([0, 4]);
    expect(await readFile(file('vm/istio-token'), 'utf8')).toBe(token);
    expect(JSON.stringify(await mesh.rig.admin('GET', '/stats'))).not.toMatch(
      /apply|"patch|serviceaccounts\/token/,
    );
    for (const { out, err } of [first, verified, second]) expect(out + err).not.toContain(token);
  });

  test('waits until the VM is registered and healthy, though the API server ends meanwhile', async () => {
    const { ask } = await mesh.desk();
    const wait = ['--wait', '--internal-ip', '10.0.0.9', '--timeout', '50s', '--format', 'json'];
    const onboarded = ask(['onboard', ...written, ...wait]);
    await vi.waitUntil(() => isWatched(mesh), { timeout: 20_000 });
    await mesh.register('10.0.0.9', 'False');
    await mesh.rig.restart();
    await mesh.register('10.0.0.9', 'True');
    const { code, out, err } = await onboarded;
    expect([code, err]).toEqual([0, expect.stringContaining('waiting: WorkloadEntry web-10.0.0.9')]);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'VmOnboardingResult',
      entry: { name: 'web-10.0.0.9', connected: true, health: 'healthy' },
    });
  });

  test('goes on waiting when the API server does not serve the kind for a moment', async () => {
    const { ask } = await mesh.desk();
    const match = { verbs: ['watch'], resource: 'workloadentries' };
    await mesh.rig.admin('POST', '/faults', { match, action: 'status', code: 404, count: 2 });
    await mesh.register('10.0.0.9', 'False');
    const wait = ['--wait', '--internal-ip', '10.0.0.9', '--timeout', '30s'];
    const onboarded = ask(['onboard', ...written, ...wait]);
    await vi.waitUntil(() => isWatched(mesh, 3), { timeout: 20_000 });
    await mesh.register('10.0.0.9', 'True');
    const { code, err } = await onboarded;
    expect([code, err]).toEqual([0, expect.stringContaining('registered: WorkloadEntry web-10.0.0.9')]);
  });

  test('tells of a VM whose probe fails what it is', async () => {
    const { ask } = await mesh.desk();
    await mesh.register('10.0.0.9', 'False');
    const wait = ['--wait', '--internal-ip', '10.0.0.9', '--timeout', '2s'];
    const { code, err } = await ask(['onboard', ...written, ...wait]);
    expect([code, err]).toEqual([3, expect.stringContaining('its httpGet probe fails')]);
    expect(err).toContain('connection refused');
    expect(err).toContain('hint: start the application');
  });

  describe('leaves no files', () => {
    const token = { verbs: ['create'], resource: 'serviceaccounts', subresource: 'token' };

    test.each<[string, string, object, readonly string[], RegExp, RegExp]>([
      [
        'when no token may be requested',
        '/denials',
        { ...token },
        [],
        /you may not request a token of the service account in the namespace shop/,
        /hint: an administrator can permit it: `kubectl create role/,
      ],
      [
        'when the group may not be made',
        '/denials',
        { verbs: ['create', 'patch'], resource: 'workloadgroups' },
        [],
        /you may not create workloadgroups\.networking\.istio\.io/,
        /hint: an administrator can permit it/,
      ],
      [
        'when the mesh config may not be read',
        '/denials',
        { verbs: ['get'], resource: 'configmaps', namespace: 'istio-system' },
        [],
        /cannot get resource "configmaps"/,
        /hint: /,
      ],
      [
        'when the request for a token is refused at last',
        '/faults',
        { match: token, action: 'status', code: 403, reason: 'Forbidden', message: 'no such luck' },
        [],
        /no such luck/,
        /hint: /,
      ],
      [
        'when the request for a token breaks, again and again',
        '/faults',
        { match: token, action: 'reset' },
        [],
        /error: .*\n {2}cause: /,
        /hint: /,
      ],
      [
        'when the request for a token gets no answer',
        '/faults',
        { match: token, action: 'hang' },
        ['--request-timeout', '2s'],
        /error: .*2 s/,
        /hint: /,
      ],
      [
        'when the API server answers nothing but errors',
        '/faults',
        { match: { verbs: ['get'], resource: 'services' }, action: 'status', code: 500 },
        [],
        /error: /,
        /hint: /,
      ],
    ])('%s', async (_, what, body, more, message, hint) => {
      const { ask, file } = await mesh.desk();
      await mesh.rig.admin('POST', what, body);
      const { code, out, err } = await ask(['onboard', ...written, ...more]);
      expect([code, out, err]).toEqual([3, '', expect.stringMatching(message)]);
      expect(err).toMatch(hint);
      expect(existsSync(file('vm'))).toBe(false);
    });

    test('but a token that comes at the second try is as good', async () => {
      const { ask, file } = await mesh.desk();
      await mesh.rig.admin('POST', '/faults', { match: token, action: 'status', code: 503, count: 1 });
      const { code, err } = await ask(['onboard', ...written]);
      expect([code, err]).toEqual([0, expect.not.stringContaining('error')]);
      expect((await readdir(file('vm'))).sort()).toEqual(names);
    });
  });
});

describe.skipIf(sources === undefined)('vm onboard at an API server that goes away', () => {
  const gone = async (mesh: VmRig, isThere: () => Promise<boolean>, more: readonly string[]) => {
    const { ask, file } = await mesh.desk();
    const onboarded = ask(['onboard', ...written, ...more]);
    await vi.waitUntil(isThere, { timeout: 20_000 });
    await mesh.rig.stop();
    return { ...(await onboarded), file };
  };

  test('while the token is requested: leaves no files', async () => {
    const mesh = await startVmRig(sources ?? '');
    const match = { verbs: ['create'], resource: 'serviceaccounts', subresource: 'token' };
    await mesh.rig.admin('POST', '/faults', { match, action: 'delay', delayMs: 60_000 });
    const isAsked = async (): Promise<boolean> =>
      JSON.stringify(await mesh.rig.admin('GET', '/faults')).includes('"applied":1');
    const { code, err, file } = await gone(mesh, isAsked, ['--request-timeout', '5s']);
    expect([code, err]).toEqual([3, expect.stringMatching(/error: https.* did not answer .*\n {2}hint: /)]);
    expect(existsSync(file('vm'))).toBe(false);
  });

  test('while the VM is waited for: says so, and that the same command goes on', async () => {
    const mesh = await startVmRig(sources ?? '');
    const { code, err, file } = await gone(mesh, () => isWatched(mesh), ['--wait', '--timeout', '6s']);
    expect([code, err]).toEqual([3, expect.stringContaining('the same command goes on from here')]);
    expect(err).toMatch(
      /error: .*not in the mesh.*\n {2}cause: the API server does not answer.*\n {2}hint: /,
    );
    expect(err).not.toContain('nothing of the VM has reached istiod');
    expect((await readdir(file('vm'))).sort()).toEqual(names);
  });
});

async function isWatched({ rig }: VmRig, times = 1): Promise<boolean> {
  const requests = (await rig.admin('GET', '/log')) as readonly JsonObject[];
  const watches = requests.filter(
    (one) => one.verb === 'watch' && JSON.stringify(one).includes('workloadentries'),
  );
  return watches.length >= times;
}
