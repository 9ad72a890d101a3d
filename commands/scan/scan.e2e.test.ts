import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objectIn, objectsIn, type JsonObject } from '../../src/json.ts';
import { rigSources, startRig, type Rig } from '../../src/kube/testing/rig.ts';
import { run, type Result } from '../testing/run.ts';

const sources = rigSources();

describe.skipIf(sources === undefined)('a scan of a cluster with an old installation', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig(sources ?? '', { workloads: true, flags: ['--mesh', '--ready-delay', '20ms'] });
    const { code, err } = await meshctl('install', '--set', 'tag=1.29.2', '-y');
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  });
  afterAll(() => rig.stop());

  const meshctl = (...argv: readonly string[]): Promise<Result> =>
    run([...argv, '--kubeconfig', rig.kubeconfig, '--no-config']);
  const scan = (...argv: readonly string[]): Promise<Result> =>
    meshctl('scan', '--live', '--now', '2026-11-22', ...argv);

  test('knows what runs, and what is known against it', async () => {
    await rig.admin('DELETE', '/stats');
    const { code, out } = await scan('-o', 'json');
    expect(code).toBe(1);
    const report = JSON.parse(out) as JsonObject;
    expect(objectsIn(report, 'builds').map(({ id }) => id)).toEqual(['istiod 1.29.2', 'gateway 1.29.2']);
    const affected = objectsIn(report, 'advisories').filter(({ state }) => state === 'affected');
    expect(affected.map(({ id }) => id)).toContain('ISTIO-SECURITY-2026-004');
    expect(objectsIn(report, 'upgrades')[0]).toMatchObject({ from: '1.29.2' });
    expect(objectIn(report, 'summary').endOfLife).toBe(2);
  });

  test('asks for nothing but objects, and writes nothing', async () => {
    await rig.admin('DELETE', '/stats');
    await scan();
    const { byVerb } = (await rig.admin('GET', '/stats')) as { byVerb: JsonObject };
    expect(Number(byVerb.list)).toBeGreaterThan(10);
    expect(Object.keys(byVerb).filter((verb) => !['get', 'list'].includes(verb))).toEqual([]);
  });

  test('says with 3 what it may not read, and tells the rest', async () => {
    await rig.admin('POST', '/denials', { resource: 'envoyfilters' });
    await sleep(100);
    const { code, err, out } = await scan();
    await rig.admin('DELETE', '/denials');
    expect(code).toBe(3);
    expect(err).toContain('EnvoyFilter');
    expect(out).toContain('istiod');
  });
});
