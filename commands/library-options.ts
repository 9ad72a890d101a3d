import { loadRules, type AnalyzeOptions } from '../src/analyze/index.ts';
import { given } from '../src/given.ts';
import { readResources, type ReadResult } from '../src/resources/index.ts';
import type { AnalyzeCommandOptions } from './analyze-options.ts';
import type { CommandIo } from './command-io.ts';
import { policyFor } from './policy-for.ts';

/** What the command line and the settings say to the library. */
export async function libraryOptions(io: CommandIo, options: AnalyzeCommandOptions): Promise<AnalyzeOptions> {
  const { gatewayApiChannel: channel, strict, assume, unit, compat, rule, now } = options;
  const own = await loadRules(io.project?.rules ?? []);
  const { meshConfig, meshNetworks, istioVersion, kubernetesVersion } = options;
  const readFile = async (file: string | undefined): Promise<ReadResult | undefined> =>
    file === undefined ? undefined : readResources([file], { cwd: io.cwd });
  return {
    ...{ channel, strict, assume, unit, rules: own, cwd: io.cwd },
    policy: await policyFor(io, options.suppress, own),
    // Of a cluster, ConfigMaps are read in the namespace of the control plane only.
    ...(options.live === true && { unread: ['ConfigMap'] as const }),
    ...given({
      namespace: namespaceOf(options),
      only: rule.length > 0 ? rule : undefined,
      ...{ compat, now, istioVersion, kubernetesVersion },
      meshConfig: await readFile(meshConfig),
      meshNetworks: await readFile(meshNetworks),
    }),
  };
}

/** The namespace of objects that name none; as istioctl has it, none at all when all are selected. */
function namespaceOf({ namespace, allNamespaces, compat }: AnalyzeCommandOptions): string | undefined {
  if (compat === undefined) return namespace;
  return allNamespaces === true ? '' : (namespace ?? 'default');
}
