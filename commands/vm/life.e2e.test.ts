import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainText, type JsonObject } from '../../src/json.ts';
import { rigSources } from '../../src/kube/testing/rig.ts';
import { root as otherRoot } from '../../src/vm/testing/damages.ts';
import { startVmRig, type VmDesk, type VmRig } from './testing/vm-rig.ts';

const sources = rigSources();
const address = '10.0.0.9';

describe.skipIf(sources === undefined)('the life of a VM at a real API server', () => {
  let mesh: VmRig;

  beforeAll(async () => {
    mesh = await startVmRig(sources ?? '');
  });
  afterAll(async () => {
    await mesh.rig.stop();
  });
  beforeEach(() => mesh.clear());

  async function onboarded(): Promise<VmDesk> {
    const desk = await mesh.desk();
    await mesh.register(address, 'True');
    const how = ['-f', 'group.yaml', '-r', 'canary', '-y', '-o', 'vm', '--internal-ip', address, '--wait'];
    const { code, err } = await desk.ask(['onboard', ...how]);
    expect([code, err]).toEqual([0, expect.stringContaining(`registered: WorkloadEntry web-${address}`)]);
    return desk;
  }

  const token = ({ file }: VmDesk): Promise<string> => readFile(file('vm/istio-token'), 'utf8');

  test('a token that is lost is renewed, and nothing else is written', async () => {
    const desk = await onboarded();
    const old = await token(desk);
    const others = async (): Promise<string[]> =>
      Promise.all(
        ['cluster.env', 'hosts', 'mesh.yaml', 'root-cert.pem'].map((name) =>
          readFile(desk.file(`vm/${name}`), 'utf8'),
        ),
      );
    const before = await others();
    await writeFile(desk.file('vm/istio-token'), '');
    const renewed = await desk.ask(['renew', 'vm']);
    expect([renewed.code, renewed.out]).toEqual([0, expect.stringMatching(/istio-token +renewed/)]);
    expect(await token(desk)).not.toBe('');
    expect(await others()).toEqual(before);
    const verified = await desk.ask(['verify', 'vm', '-f', 'group.yaml', '--live', '-r', 'canary']);
    expect([verified.code, verified.out]).toEqual([0, 'the files are fine\n']);
    for (const secret of [old, await token(desk)]) expect(renewed.out + renewed.err).not.toContain(secret);
  });

  test('a root that was rotated is told, renewed, and accepted again', async () => {
    const desk = await onboarded();
    const verify = () => desk.ask(['verify', 'vm', '-f', 'group.yaml', '--live', '-r', 'canary']);
    const root = await readFile(desk.file('vm/root-cert.pem'), 'utf8');
    await writeFile(desk.file('vm/root-cert.pem'), otherRoot({ name: 'of last year' }));
    const told = await verify();
    expect([told.code, told.out]).toEqual([1, expect.stringContaining('[root-other]')]);
    expect((await desk.ask(['renew', 'vm', '--root'])).code).toBe(0);
    expect(await readFile(desk.file('vm/root-cert.pem'), 'utf8')).toBe(root);
    expect((await verify()).code).toBe(0);
  });

  test('without the right to make tokens, renewal says so and writes nothing', async () => {
    const desk = await onboarded();
    const old = await token(desk);
    const match = { verbs: ['create'], resource: 'serviceaccounts', subresource: 'token' };
    await mesh.rig.admin('POST', '/denials', match);
    const { code, err } = await desk.ask(['renew', 'vm', '--token']);
    expect([code, err]).toEqual([3, expect.stringMatching(/error: .*\n[^]*hint: /)]);
    expect(await token(desk)).toBe(old);
  });

  test('status tells what the cluster knows, and what its istiod does not say', async () => {
    const { ask } = await onboarded();
    const { code, out, err } = await ask(['status', 'web', '-n', 'shop']);
    expect([code, out]).toEqual([
      3,
      expect.stringMatching(/shop +web +web-10\.0\.0\.9 +10\.0\.0\.9 +healthy/),
    ]);
    expect(err).toContain('it lists none at /debug/adsz');
  });

  test('a VM that is revoked is gone, with its group and account, and may come again', async () => {
    const { ask } = await onboarded();
    const gone = await ask(['revoke', 'web', '-n', 'shop', '--address', address, '-y']);
    expect([gone.code, gone.err]).toEqual([0, expect.stringContaining(`WorkloadEntry shop/web-${address}`)]);
    const all = ['revoke', 'web', '-n', 'shop', '--delete-group', '--delete-service-account', '-y'];
    expect((await ask(all)).code).toBe(0);
    // What others might own goes only after its owner was marked.
    const left = async (): Promise<unknown> =>
      ((await mesh.rig.admin('GET', '/objects')) as readonly JsonObject[])
        .filter(({ namespace, name }) => namespace === 'shop' && plainText(name).startsWith('web'))
        .map(({ resource }) => resource);
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
    // What was onboarded with once is made anew by the same command.
    const again = await ask(['onboard', '-f', 'group.yaml', '-r', 'canary', '-y', '-o', 'vm']);
    expect([again.code, again.err]).toEqual([0, expect.stringContaining('done: request a token')]);
  });
});
