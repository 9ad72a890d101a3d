import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { vi } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { connectWriter, type ClusterWriter } from '../../../src/kube/apply/index.ts';
import { startRig, type Rig } from '../../../src/kube/testing/rig.ts';
import { apiSender, type Got } from '../../../src/sandbox/testing/api-sender.ts';
import { run, type Result } from '../../testing/run.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { canaryMesh, groupText } from './canary-mesh.ts';

/** A folder in which commands run against the API server, until the test ends. */
export interface VmDesk {
  readonly cwd: string;
  readonly file: (name: string) => string;
  /** Runs `meshctl vm ...`; more environment may be given. */
  readonly ask: (words: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Result>;
}

/** A real API server with a mesh whose istiod is simulated. */
export interface VmRig {
  readonly rig: Rig;
  readonly writer: ClusterWriter;
  readonly desk: () => Promise<VmDesk>;
  /** Writes the entry of a VM that has connected, as istiod does; again, to tell another health. */
  readonly register: (address: string, health?: 'True' | 'False') => Promise<void>;
  /** Merges something into an object. */
  readonly patch: (path: string, body: JsonObject) => Promise<Got>;
  /** Takes away what tests leave: group, account, entries, faults. */
  readonly clear: () => Promise<void>;
}

const objects = '/apis/networking.istio.io/v1/namespaces/shop';

export async function startVmRig(sources: string): Promise<VmRig> {
  const rig = await startRig(sources, { workloads: true, flags: ['--mesh'] });
  const { kubeconfig } = rig;
  const writer = await connectWriter({ kubeconfig, env: { PATH: process.env.PATH } });
  for (const object of await canaryMesh()) await writer.apply(object);
  const root = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'istio-ca-root-cert' };
  const isWritten = async (): Promise<boolean> => (await writer.get(root)) !== undefined;
  await vi.waitUntil(isWritten, { timeout: 20_000 });
  const send = apiSender(await readFile(kubeconfig, 'utf8'));
  const patch = (at: string, body: JsonObject): Promise<Got> =>
    send({ method: 'PATCH', path: at, body, type: 'application/merge-patch+json' });
  return {
    ...{ rig, writer, patch },
    desk: () => deskOf(kubeconfig),
    register: async (address, health) => {
      await writer.apply(entryOf(address));
      if (health === undefined) return;
      const conditions = [{ type: 'Healthy', status: health, message: 'connection refused' }];
      const { code, text } = await patch(`${objects}/workloadentries/web-${address}/status`, {
        status: { conditions },
      });
      if (code !== 200) throw new Error(text);
    },
    clear: async () => {
      for (const what of ['/faults', '/denials', '/stats']) await rig.admin('DELETE', what);
      const gone = [`${objects}/workloadentries`, `${objects}/workloadgroups`];
      for (const at of [...gone, '/api/v1/namespaces/shop/serviceaccounts/web'])
        await send({ method: 'DELETE', path: at });
    },
  };
}

async function deskOf(kubeconfig: string): Promise<VmDesk> {
  const cwd = await temporaryFolder({ 'group.yaml': groupText });
  const own = { KUBECONFIG: kubeconfig, PATH: process.env.PATH };
  return {
    cwd,
    file: (name) => path.join(cwd, name),
    ask: (words, env) => run(['vm', ...words, '--no-config'], { cwd, env: { ...own, ...env } }),
  };
}

function entryOf(address: string): JsonObject {
  const annotations = {
    'istio.io/autoRegistrationGroup': 'web',
    'istio.io/connectedAt': '2026-05-01T12:00:00Z',
    'proxy.istio.io/health-checks-enabled': 'true',
  };
  return {
    ...{ apiVersion: 'networking.istio.io/v1', kind: 'WorkloadEntry' },
    metadata: { name: `web-${address}`, namespace: 'shop', annotations },
    spec: { address, labels: { app: 'web' }, serviceAccount: 'web' },
  };
}
