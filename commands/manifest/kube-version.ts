import { UsageError } from '../usage-error.ts';

/** The minor version of Kubernetes 1 that `--kube-version` names: `1.32`, `v1.32.4`. */
export function kubeMinorOf(text: string): number {
  const minor = /^v?1\.(\d{1,4})(?:[.+-].*)?$/.exec(text)?.[1];
  if (minor !== undefined) return Number(minor);
  throw new UsageError(`--kube-version does not take "${text}"`, { hint: 'write it as 1.32' });
}
