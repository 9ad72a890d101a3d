import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { objectIn, plainText, type JsonObject } from '../src/json.ts';
import { connectWriter, type ClusterWriter } from '../src/kube/apply/index.ts';
import { rigSources, startRig, type Rig } from '../src/kube/testing/rig.ts';
import { loadOperatorSpec, renderManifests } from '../src/operator/index.ts';
import { run } from './testing/run.ts';

const sources = rigSources();

/** A control plane as installers label it. */
async function rendered(revision: string): Promise<readonly JsonObject[]> {
  const sets = ['profile=default', ...(revision === 'default' ? [] : [`revision=${revision}`])];
  const { objects } = await renderManifests(await loadOperatorSpec({ sets }));
  return objects.map(({ component, object }) => ({
    ...object,
    metadata: {
      ...object.metadata,
      labels: {
        ...objectIn(object.metadata, 'labels'),
        'operator.istio.io/component': component,
        'operator.istio.io/managed': 'Reconcile',
        'istio.io/rev': revision,
        'install.operator.istio.io/owning-resource-namespace': 'istio-system',
      },
    },
  }));
}

describe.skipIf(sources === undefined)('removing from a real API server', () => {
  let rig: Rig;
  let writer: ClusterWriter;

  const names = async (): Promise<ReadonlySet<string>> => {
    const objects = (await rig.admin('GET', '/objects')) as readonly JsonObject[];
    return new Set(objects.map(({ resource, name }) => `${plainText(resource)} ${plainText(name)}`));
  };
  const uninstall = (...args: readonly string[]) =>
    run(['uninstall', '-y', '--kubeconfig', rig.kubeconfig, ...args]);
  const install = async (revision: string): Promise<void> => {
    for (const object of await rendered(revision)) await writer.apply(object, { force: true });
  };

  beforeAll(async () => {
    rig = await startRig(sources ?? '', { workloads: true });
    writer = await connectWriter({ kubeconfig: rig.kubeconfig });
    await writer.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } });
  });

  afterAll(async () => {
    await rig.stop();
  });

  test('one of two revisions, and then all: what was there before is there again', async () => {
    const before = await names();
    await install('default');
    const one = await names();
    await install('canary');
    const { code, err } = await uninstall('--revision', 'canary');
    expect(err).toContain('removed');
    expect(code).toBe(0);
    // The cluster collects what the deleted objects owned a moment later.
    const left = await vi.waitFor(
      async () => {
        const there = await names();
        expect([...there].filter((name) => name.includes('canary'))).toEqual([]);
        return there;
      },
      { timeout: 20_000, interval: 500 },
    );
    expect(
      [...one].filter(
        (name) =>
          !left.has(name) &&
          !name.includes('ingressgateway') &&
          !/^(pods|endpointslices|replicasets|events) /.test(name),
      ),
    ).toEqual([]);

    expect((await uninstall('--purge')).code).toBe(0);
    const after = await vi.waitFor(
      async () => {
        const there = await names();
        expect([...there].filter((name) => !before.has(name) && !name.startsWith('events '))).toEqual([]);
        return there;
      },
      { timeout: 20_000, interval: 500 },
    );
    expect([...before].filter((name) => !after.has(name))).toEqual([]);
    expect(await uninstall('--purge')).toMatchObject({
      code: 0,
      out: 'note: nothing is there to be removed\n',
    });
  }, 300_000);
});
