import { InvalidArgumentError, Option } from 'commander';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { momentOption } from './moment-option.ts';
import { channelOption, listOption } from './options.ts';
import { failOnOption, maxWarningsOption, minSeverityOption, reportOption } from './report-options.ts';
import type { AnalyzeCommandOptions, ClusterPaths } from './analyze-options.ts';
import { addKubeOptions } from './kube-options.ts';
import { fromIstioctl, type IstioctlFlags } from './istioctl-flags.ts';

/** `meshctl analyze`: every resource by itself, and all of them together. */
export function analyzeCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Checks each resource as `validate` does, and all of them together: references, conflicts, and what is known to go wrong in a mesh. All namespaces are reported unless -n narrows.',
    )
    .argument('[paths...]', 'files, folders or patterns; - for standard input')
    .example('meshctl analyze mesh/', 'Check every YAML and JSON file below a folder')
    .example('helm template ./chart | meshctl analyze --assume complete -', 'Check a whole release')
    .example(
      'meshctl analyze --baseline known.json -o sarif=meshctl.sarif mesh/',
      'Fail on new findings only',
    )
    .example('meshctl analyze --live mesh/', 'Check what a cluster would hold if files were applied')
    .example('meshctl analyze --explain IST0101', 'Explain the rules behind a code');
  addSelection(command);
  addJudgement(command);
  addRepairs(command);
  addOutput(command);
  addKubeOptions(command, io);
  addIstioctlFlags(command);
  return command.handler(async (paths: readonly string[], options: AnalyzeCommandOptions & IstioctlFlags) =>
    (await import('./run-analyze.ts')).runAnalyze(io, paths, fromIstioctl(options)),
  );
}

function addSelection(command: CliCommand): void {
  command
    .optionsGroup('Selection:')
    .addOption(listOption('-f, --filename <file>', 'another file, folder or pattern; may be repeated'))
    .addOption(
      new Option('--live', 'read a cluster, too; files are taken as if they were applied to it')
        .implies({ assume: 'complete', unit: 'all' })
        .conflicts(['watch', 'since']),
    )
    .addOption(
      new Option('--cluster <name=path>', 'input of one cluster of the mesh; may be repeated')
        .default([])
        .argParser(addCluster),
    )
    .addOption(
      new Option(
        '-n, --namespace <name>',
        'report this namespace only; also that of resources that name none',
      ),
    )
    .addOption(new Option('-A, --all-namespaces', 'report all namespaces, whatever the settings say'))
    .addOption(new Option('--mesh-config <file>', 'the mesh config that counts'))
    .addOption(new Option('--mesh-networks <file>', 'the networks of the mesh'))
    .addOption(channelOption('Gateway API definitions the cluster has'))
    .addOption(new Option('--stdin-filename <name>', 'name of standard input in the report'));
}

function addJudgement(command: CliCommand): void {
  command
    .optionsGroup('Judgement:')
    .addOption(
      new Option('--assume <completeness>', 'whether what is absent may live in the cluster')
        .choices(['partial', 'complete'])
        .default('partial'),
    )
    .addOption(
      new Option('--unit <unit>', 'what is applied together, for conflicts')
        .choices(['auto', 'dir', 'file', 'all'])
        .default('auto'),
    )
    .addOption(
      new Option('--compat <tool>', 'judge exactly as another tool')
        .choices(['istioctl'])
        .implies({ assume: 'complete' }),
    )
    .addOption(listOption('--rule <rule>', 'run this rule only, by code or name; may be repeated'))
    .addOption(
      listOption(
        '-S, --suppress <rule[=resource]>',
        'leave out findings, as in "IST0101=VirtualService shop/*"',
      ),
    )
    .addOption(new Option('--baseline <file>', 'leave out the findings that this file holds'))
    .addOption(
      new Option('--write-baseline', 'write all findings to the baseline').implies({ failOn: 'never' }),
    )
    .addOption(new Option('--prune-baseline', 'take out of the baseline what is no longer found'))
    .addOption(
      new Option(
        '--since <commit>',
        'leave out what an analysis of the same files at this commit finds, too',
      ),
    )
    .addOption(new Option('--istio-version <version>', 'the version of Istio to judge by').argParser(release))
    .addOption(
      new Option('--kubernetes-version <version>', 'the version of Kubernetes to judge by').argParser(
        release,
      ),
    )
    .addOption(momentOption('the moment to judge certificates by, such as 2027-01-31'))
    .addOption(
      new Option('--strict', 'refuse resources of kinds or versions meshctl does not know').default(false),
    );
}

function addRepairs(command: CliCommand): void {
  command
    .optionsGroup('Repairs:')
    .addOption(new Option('--fix', 'write mechanical repairs into the files').conflicts('fixDryRun'))
    .addOption(new Option('--fix-dry-run', 'print what --fix would change as a patch; write nothing'));
}

function addOutput(command: CliCommand): void {
  command
    .optionsGroup('Output:')
    .addOption(reportOption())
    .addOption(failOnOption())
    .addOption(maxWarningsOption())
    .addOption(minSeverityOption())
    .addOption(new Option('--explain <rule>', 'explain a rule or a code, and stop'))
    .addOption(
      new Option('--watch', 'analyze again whenever a file changes, until Ctrl-C').conflicts([
        'fix',
        'fixDryRun',
      ]),
    )
    .addOption(new Option('--stats', 'tell how long each rule took'));
}

/** Flags of istioctl with another name here; docs/from-istioctl.md tells of them. */
function addIstioctlFlags(command: CliCommand): void {
  command
    .addOption(
      new Option('--failure-threshold <severity>', 'istioctl: --fail-on').argParser(severity).hideHelp(),
    )
    .addOption(
      new Option('--output-threshold <severity>', 'istioctl: --min-severity').argParser(severity).hideHelp(),
    )
    .addOption(new Option('--meshConfigFile <file>', 'istioctl: --mesh-config').hideHelp())
    .addOption(new Option('--use-kube [boolean]', 'istioctl: false is the default').hideHelp());
}

function addCluster(value: string, previous: readonly ClusterPaths[]): readonly ClusterPaths[] {
  const at = value.indexOf('=');
  if (at < 1 || at === value.length - 1)
    throw new InvalidArgumentError('write <name>=<path>, as in east=clusters/east');
  const [name, path] = [value.slice(0, at), value.slice(at + 1)];
  const known = previous.find((cluster) => cluster.name === name);
  if (known === undefined) return [...previous, { name, paths: [path] }];
  return previous.map((cluster) => (cluster === known ? { name, paths: [...cluster.paths, path] } : cluster));
}

const severities: readonly string[] = ['error', 'warning', 'info'];

function severity(text: string): string {
  const found = severities.find((name) => name === text.toLowerCase());
  if (found === undefined) throw new InvalidArgumentError(`use ${severities.join(', ')}`);
  return found;
}

function release(text: string): string {
  if (/^v?1\.\d+([.+-]|$)/.test(text)) return text;
  throw new InvalidArgumentError('write a version such as 1.31 or 1.31.1');
}
