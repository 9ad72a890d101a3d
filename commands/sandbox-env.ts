import type { Io } from './io.ts';

/** The environment of a program that is to talk to a simulated cluster, whatever settings of the user say of others. */
export const sandboxEnv = (env: Io['env'], kubeconfig: string): Io['env'] => ({
  ...env,
  KUBECONFIG: kubeconfig,
  MESHCTL_KUBECONFIG: kubeconfig,
  MESHCTL_CONTEXT: 'meshctl-sandbox',
  MESHCTL_SANDBOX: '1',
});
