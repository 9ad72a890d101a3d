// Serves a simulated cluster with a large mesh: node scripts/run.mjs bench/cluster/serve-mesh.ts FILE [--namespaces N] [--pods N]
// FILE is its kubeconfig, written when all Pods are there. It ends with its parent, or on SIGTERM.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { objectIn, plainText, withoutKey, type JsonObject } from '../../src/json.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { largeMesh } from './large-mesh.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    namespaces: { type: 'string', default: '2000' },
    pods: { type: 'string', default: '10' },
  },
});
const [file = '.cache/bench/kubeconfig'] = positionals;
const amount = { namespaces: Number(values.namespaces), pods: Number(values.pods) };

const mesh = await startSandbox({ seed: [...(await controlPlane()), ...largeMesh(amount)] });
await settled(mesh, amount.namespaces * amount.pods);
writeFileSync(`${file}.new`, mesh.kubeconfig, { mode: 0o600 });
renameSync(`${file}.new`, file);
process.on('disconnect', () => {
  void mesh.stop();
});

/** What an installation of an older version makes, with a tag and the default, for a cluster to begin with. */
async function controlPlane(): Promise<readonly JsonObject[]> {
  const sandbox = await startSandbox();
  const config = `${file}.empty`;
  writeFileSync(config, sandbox.kubeconfig, { mode: 0o600 });
  await meshctl(config, 'install', '-y', '--profile', 'minimal', '--revision', 'old', '--set', 'tag=1.30.3');
  for (const tag of ['prod', 'default'])
    await meshctl(config, 'tag', 'set', tag, '--revision', 'old', '-y', '--overwrite');
  const objects = sandbox.objects().filter(isLasting).map(fresh);
  await sandbox.stop();
  return objects;
}

async function meshctl(config: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['bin/meshctl.js', ...args, '-q', '--no-config'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, KUBECONFIG: config },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`meshctl ${args.join(' ')} left with ${String(code)}`);
}

/** What the cluster makes itself is made again. */
function isLasting({ kind, metadata }: JsonObject): boolean {
  const { name, namespace, ownerReferences } = objectIn(metadata);
  const own = new Set(['Node', 'EndpointSlice', 'Endpoints', 'Lease']);
  const isOfSystem = plainText(namespace).startsWith('kube-') || plainText(name).startsWith('kube-');
  return ownerReferences === undefined && !own.has(plainText(kind)) && !isOfSystem;
}

function fresh(object: JsonObject): JsonObject {
  const given = ['uid', 'creationTimestamp', 'generation'];
  return { ...object, metadata: given.reduce(withoutKey, objectIn(object, 'metadata')) };
}

async function settled({ objects }: Sandbox, pods: number): Promise<void> {
  const running = (): number =>
    objects().filter((object) => object.kind === 'Pod' && objectIn(object, 'status').phase === 'Running')
      .length;
  while (running() < pods) await pause(1000);
}
