import { Option } from 'commander';
import type { PrecheckOptions, PrecheckReport } from '../src/install/precheck/index.ts';
import { objectIn, plainText } from '../src/json.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from './kube-options.ts';
import { outputOption } from './options.ts';
import { precheckDocument, precheckText } from './precheck-text.ts';
import { printDocument } from './print-document.ts';
import { addSpecOptions, readSpec, type SpecOptions } from './spec-options.ts';

interface PrecheckCommandOptions extends SpecOptions, KubeOptions {
  readonly fromVersion?: string;
  readonly skipControlplane: boolean;
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl precheck`. */
export function precheckCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Looks at a cluster before an installation or an upgrade: its version, what you may write there, its platform and free room, the definitions and control planes that it has, and with --from-version what changes on the way. Each finding says what to do. Nothing is written; the exit code is 1 when something is a warning or worse.',
    )
    .example('meshctl precheck', 'See whether the default profile can be installed')
    .example('meshctl precheck -f spec.yaml', 'Check for what a spec installs')
    .example('meshctl precheck --from-version 1.29', 'See what an upgrade from 1.29 changes')
    .example('meshctl precheck -o json', 'Give the findings to a script');
  addSpecOptions(command)
    .optionsGroup('Checks:')
    .addOption(
      new Option('--from-version <version>', 'the version that runs now, to see what an upgrade changes'),
    )
    .addOption(new Option('--skip-controlplane', 'only check what --from-version asks for').default(false))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return addKubeOptions(command, io).handler((options: PrecheckCommandOptions) => run(io, options));
}

async function run(io: CommandIo, options: PrecheckCommandOptions): Promise<number> {
  const { precheck, failsPrecheck, parseFromVersion, readPrecheckFacts } =
    await import('../src/install/precheck/index.ts');
  const { fromVersion, skipControlplane, output } = options;
  const from = fromVersion === undefined ? undefined : parseFromVersion(fromVersion);
  const controlPlane = !skipControlplane;
  const asked = controlPlane ? await installed(io, options) : { istioNamespace: options.istioNamespace };
  const { connectWriter } = await import('../src/kube/apply/index.ts');
  const facts = await readPrecheckFacts(await connectWriter(connectOptions(io, options)), {
    istioNamespace: asked.istioNamespace,
    controlPlane,
    signal: io.interrupt(),
    ...(hasSpec(options) && { objects: asked.objects ?? [] }),
  });
  for (const problem of controlPlane ? facts.unread : []) io.err(`warning: ${problem}\n`);
  const report = precheck(facts, { ...asked, ...(from && { from }), controlPlane });
  await print(io, output, report);
  return failsPrecheck(report) ? 1 : 0;
}

type Asked = PrecheckOptions & { readonly istioNamespace: string };

/** What would be installed, rendered. */
async function installed(io: CommandIo, options: PrecheckCommandOptions): Promise<Asked> {
  const { renderManifests } = await import('../src/operator/index.ts');
  const spec = await readSpec(io, options);
  const { objects } = await renderManifests(spec);
  const { values, revision } = objectIn(spec.merged, 'spec');
  return {
    istioNamespace: hasSpec(options) ? spec.namespace : options.istioNamespace,
    objects: objects.map(({ object }) => object),
    revision: plainText(objectIn(values).revision) || plainText(revision) || 'default',
    named: hasSpec(options),
    platform: plainText(objectIn(values, 'global').platform),
  };
}

const hasSpec = ({ filename, set, revision, profile }: SpecOptions): boolean =>
  filename.length > 0 || set.length > 0 || revision !== undefined || profile !== undefined;

async function print(
  io: CommandIo,
  output: PrecheckCommandOptions['output'],
  report: PrecheckReport,
): Promise<void> {
  if (output === 'table') io.out(precheckText(report, io.colors.out));
  else await printDocument(io, output, 'PrecheckReport', precheckDocument(report));
}
