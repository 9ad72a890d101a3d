import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConnectOptions } from '../connect-options.ts';
import type { Kubeconfig } from './kubeconfig.ts';

/** Where Kubernetes puts the token, CA and namespace of a pod's service account. */
const serviceAccountFolder = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The cluster that this process runs in, as the service account of its pod; undefined outside of a pod. */
export async function inClusterConfig(
  env: NonNullable<ConnectOptions['env']>,
  folder = serviceAccountFolder,
): Promise<Kubeconfig | undefined> {
  const { KUBERNETES_SERVICE_HOST: host = '', KUBERNETES_SERVICE_PORT: port = '' } = env;
  const tokenFile = join(folder, 'token');
  if (host === '' || port === '' || !(await exists(tokenFile))) return undefined;
  const name = 'in-cluster';
  const server = `https://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const namespace = await readFile(join(folder, 'namespace'), 'utf8').catch(() => '');
  const entry = { name, file: tokenFile };
  return {
    clusters: [{ ...entry, value: { server, 'certificate-authority': join(folder, 'ca.crt') } }],
    users: [{ ...entry, value: { tokenFile } }],
    contexts: [{ ...entry, value: { cluster: name, user: name, namespace: namespace.trim() } }],
    currentContext: name,
    files: [],
  };
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
