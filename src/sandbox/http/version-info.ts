import type { JsonObject } from '../../json.ts';

/** `/version`: the version that the cluster plays, marked as one that is simulated. */
export function versionInfo(kubernetesVersion: string): JsonObject {
  const [, major = '1', minor = ''] = /^v?(\d+)\.(\d+)/.exec(kubernetesVersion) ?? [];
  const suffix = kubernetesVersion.includes('+') ? '.meshctl-sandbox' : '+meshctl-sandbox';
  return {
    major,
    minor,
    gitVersion: kubernetesVersion + suffix,
    gitCommit: '',
    gitTreeState: 'clean',
    buildDate: '2026-01-01T00:00:00Z',
    goVersion: 'simulated',
    compiler: 'simulated',
    platform: 'linux/amd64',
  };
}
