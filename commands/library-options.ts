import {
  loadRules,
  policyOf,
  RuleNames,
  type AnalysisRule,
  type AnalyzeOptions,
  type Policy,
} from '../src/analyze/index.ts';
import { given } from '../src/given.ts';
import { readResources, type ReadResult } from '../src/resources/index.ts';
import { ruleCatalogue } from '../src/rule-catalogue.ts';
import type { AnalyzeCommandOptions } from './analyze-options.ts';
import type { CommandIo } from './command-io.ts';

/** What the command line and the settings say to the library. */
export async function libraryOptions(io: CommandIo, options: AnalyzeCommandOptions): Promise<AnalyzeOptions> {
  const { gatewayApiChannel: channel, strict, assume, unit, compat, rule, now } = options;
  const own = await loadRules(io.project?.rules ?? []);
  const { meshConfig, meshNetworks, istioVersion, kubernetesVersion } = options;
  const readFile = async (file: string | undefined): Promise<ReadResult | undefined> =>
    file === undefined ? undefined : readResources([file], { cwd: io.cwd });
  return {
    ...{ channel, strict, assume, unit, rules: own, cwd: io.cwd },
    policy: await policyFor(io, own, options),
    ...given({
      namespace: namespaceOf(options),
      only: rule.length > 0 ? rule : undefined,
      ...{ compat, now, istioVersion, kubernetesVersion },
      meshConfig: await readFile(meshConfig),
      meshNetworks: await readFile(meshNetworks),
    }),
  };
}

/** The names of all rules are loaded only where some are to be checked. */
async function policyFor(
  { project }: CommandIo,
  own: readonly AnalysisRule[],
  { suppress }: AnalyzeCommandOptions,
): Promise<Policy> {
  const names = new RuleNames(project === undefined && suppress.length === 0 ? [] : await ruleCatalogue(own));
  return policyOf(project?.policy, suppress, names);
}

/** The namespace of objects that name none; as istioctl has it, none at all when all are selected. */
function namespaceOf({ namespace, allNamespaces, compat }: AnalyzeCommandOptions): string | undefined {
  if (compat === undefined) return namespace;
  return allNamespaces === true ? '' : (namespace ?? 'default');
}
