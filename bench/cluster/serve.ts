import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { MeshAmount } from './large-mesh.ts';

/** A simulated cluster of its own process, so that its memory is not counted. */
export interface ServedMesh {
  readonly kubeconfig: string;
  readonly stop: () => void;
}

/** Starts a simulated cluster, and waits until all of its Pods run: with 20,000 of them that takes minutes. */
export async function serveMesh(folder: string, { namespaces, pods }: MeshAmount): Promise<ServedMesh> {
  mkdirSync(folder, { recursive: true });
  const kubeconfig = path.resolve(folder, `kubeconfig-${namespaces}-${pods}`);
  rmSync(kubeconfig, { force: true });
  const amounts = ['--namespaces', String(namespaces), '--pods', String(pods)];
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'bench/cluster/serve-mesh.ts', kubeconfig, ...amounts],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  while (!existsSync(kubeconfig)) {
    if (isOver(child)) throw new Error('the cluster to measure with has ended');
    await pause(500);
  }
  return { kubeconfig, stop: () => child.kill() };
}

const isOver = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;
