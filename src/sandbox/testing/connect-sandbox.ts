import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { connectWriter, type ClusterWriter } from '../../kube/apply/index.ts';
import { temporaryFolder } from '../../kube/testing/connect-to.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../start-sandbox.ts';

/** A sandbox with a connection to it, until the test ends. */
export async function connectedSandbox(
  options: SandboxOptions = {},
): Promise<{ readonly sandbox: Sandbox; readonly writer: ClusterWriter }> {
  const sandbox = await startSandbox(options);
  onTestFinished(sandbox.stop);
  const folder = await temporaryFolder({ config: sandbox.kubeconfig });
  const kubeconfig = join(folder, 'config');
  return { sandbox, writer: await connectWriter({ kubeconfig, env: { PATH: process.env.PATH } }) };
}
