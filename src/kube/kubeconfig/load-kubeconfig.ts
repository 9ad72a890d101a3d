import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { MeshctlError } from '../../errors.ts';
import type { ConnectOptions } from '../connect-options.ts';
import { inClusterConfig } from './in-cluster-config.ts';
import { mergeKubeconfigs, type Kubeconfig } from './kubeconfig.ts';
import { parseKubeconfig } from './parse-kubeconfig.ts';

/** The kubeconfig that kubectl would use: the file that is asked for, those of KUBECONFIG, or the one of the user. */
export async function loadKubeconfig(options: ConnectOptions): Promise<Kubeconfig> {
  const { kubeconfig, cwd = '.', env = process.env } = options;
  if (kubeconfig !== undefined && kubeconfig !== '') return readAsked(kubeconfig, resolve(cwd, kubeconfig));
  const files = defaultFiles(env, cwd);
  const configs = (await Promise.all(files.map(readIfThere))).filter((config) => config !== undefined);
  const merged = mergeKubeconfigs(configs);
  if (merged.contexts.length > 0) return merged;
  const own = await inClusterConfig(env);
  if (own !== undefined) return own;
  if (configs.length > 0) return merged;
  throw new MeshctlError('environment', 'there is no kubeconfig, so no cluster to ask', {
    reason: `looked for ${files.join(', ')}, and this is no pod of a cluster`,
    hint: 'name a file with --kubeconfig, or in the environment variable KUBECONFIG',
  });
}

async function readAsked(name: string, file: string): Promise<Kubeconfig> {
  const config = await readIfThere(file);
  if (config !== undefined) return config;
  throw new MeshctlError('environment', `the kubeconfig ${name} does not exist`, {
    hint: 'name another file with --kubeconfig, or none to use the one of kubectl',
  });
}

/** Those of the list, once each; without a list the one below the home folder. */
function defaultFiles(env: NonNullable<ConnectOptions['env']>, cwd: string): readonly string[] {
  const listed = (env.KUBECONFIG ?? '').split(delimiter).filter((file) => file !== '');
  if (listed.length > 0) return [...new Set(listed.map((file) => resolve(cwd, file)))];
  return [join(env.HOME ?? env.USERPROFILE ?? homedir(), '.kube', 'config')];
}

async function readIfThere(file: string): Promise<Kubeconfig | undefined> {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw new MeshctlError('environment', `cannot read the kubeconfig ${file}`, {
      reason: error.message,
      cause: error,
    });
  }
  return parseKubeconfig(text, file);
}
