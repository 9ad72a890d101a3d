import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { rigSources } from '../../src/kube/testing/rig.ts';
import type { SavedBundle } from '../../src/vm/index.ts';
import { damages, edit, good, replace, root, rootFile, type Damage } from '../../src/vm/testing/damages.ts';
import { now } from '../../src/vm/testing/sample-vm.ts';
import { readBundle } from './read-bundle.ts';
import { layBundle } from './testing/lay-bundle.ts';
import { startVmRig, type VmDesk, type VmRig } from './testing/vm-rig.ts';

const sources = rigSources();

/** These put a token or root in place that is of the time of the sample. */
const isTimeless = (rule: string): boolean => !/^(?:token|root)-(?!missing|malformed)/.test(rule);

describe.skipIf(sources === undefined)('vm verify, of files that were onboarded with', () => {
  let mesh: VmRig;

  beforeAll(async () => {
    mesh = await startVmRig(sources ?? '');
  });
  afterAll(async () => {
    await mesh.rig.stop();
  });
  beforeEach(() => mesh.clear());

  /** The files as the command wrote them for the VM of the samples. */
  async function onboarded(): Promise<VmDesk & { readonly bundle: SavedBundle }> {
    const desk = await mesh.desk();
    const place = ['--address', '203.0.113.10', '--internal-ip', '10.0.0.9', '-o', 'vm'];
    const { code, err } = await desk.ask(['onboard', '-f', 'group.yaml', '-r', 'canary', '-y', ...place]);
    expect([code, err]).toEqual([0, expect.stringContaining('done: write the files')]);
    const runtime = { node: '', platform: 'linux', arch: '' } as const;
    return { ...desk, bundle: readBundle({ cwd: desk.cwd, runtime }, 'vm') };
  }

  async function rulesOf(
    { ask, file }: VmDesk,
    bundle: SavedBundle,
    ...flags: readonly string[]
  ): Promise<unknown> {
    await layBundle(file('vm'), bundle);
    const { code, out } = await ask(['verify', 'vm', '-o', 'json', ...flags]);
    const { findings, ok } = JSON.parse(out) as { findings: readonly JsonObject[]; ok: boolean };
    expect(code).toBe(ok ? 0 : 1);
    for (const { effect, cure } of findings) expect([effect, cure]).not.toContain('');
    return [...new Set(findings.map(({ rule }) => rule))];
  }

  test('each damage is named, and nothing else', async () => {
    const { bundle, ...desk } = await onboarded();
    expect(await rulesOf(desk, bundle)).toEqual([]);
    const timeless = damages.filter(([, , rule]) => isTimeless(rule));
    expect(timeless.length).toBeGreaterThan(40);
    for (const [what, damage, rule] of timeless)
      expect([what, await rulesOf(desk, damage(bundle))]).toEqual([what, [rule]]);
  });

  test('each damage of token and root, at the time of the samples', async () => {
    const desk = await mesh.desk();
    const at = ['--now', now.toISOString()];
    expect(await rulesOf(desk, good, ...at)).toEqual([]);
    for (const [what, damage, rule] of damages.filter((one) => !isTimeless(one[2])))
      expect([what, await rulesOf(desk, damage(good), ...at)]).toEqual([what, [rule]]);
  });

  test.each<[string, Damage, string]>([
    ['the root of another mesh', rootFile(root({ name: 'other' })), 'root-other'],
    ['another gateway', replace('hosts', '203.0.113.10', '198.51.100.1'), 'hosts-address'],
    [
      'another group',
      (bundle) =>
        edit('cluster.env', (text) => text.replaceAll("'web'", "'api'"))(
          edit('mesh.yaml', (text) => text.replaceAll('"web"', '"api"'))(bundle),
        ),
      'group-differs',
    ],
    [
      'another cluster',
      (bundle) =>
        edit('cluster.env', (text) => text.replaceAll("'west'", "'east'"))(
          edit('mesh.yaml', (text) => text.replaceAll('"west"', '"east"'))(bundle),
        ),
      'env-cluster-id',
    ],
  ])('beside its cluster, %s is named', async (_, damage, rule) => {
    const { bundle, ...desk } = await onboarded();
    const live = ['-f', 'group.yaml', '--live', '-r', 'canary'];
    expect(await rulesOf(desk, damage(bundle), ...live)).toContain(rule);
    expect(await rulesOf(desk, damage(bundle))).not.toContain(rule);
  });
});
