import type { VerifyReport } from '../src/install/verify/index.ts';
import { connect, type ClusterClient } from '../src/kube/index.ts';
import { paint } from '../src/output/index.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { readDesiredInstall } from './desired-install.ts';
import { exitCodeOf } from './exit-codes.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from './kube-options.ts';
import { momentOption } from './moment-option.ts';
import { outputOption } from './options.ts';
import { printDocument } from './print-document.ts';
import { addSpecOptions, type SpecOptions } from './spec-options.ts';

interface VerifyOptions extends SpecOptions, KubeOptions {
  readonly output: 'table' | 'json' | 'yaml';
  readonly now?: Date;
}

/** `meshctl verify`. */
export function verifyCommand(io: CommandIo): CliCommand {
  return withOptions(described(), io).handler(async (options: VerifyOptions) => {
    const report = await reportOf(io, options, await connect(connectOptions(io, options)));
    if (options.output !== 'table') await printDocument(io, options.output, 'VerifyReport', { ...report });
    else await print(io, report);
    if (!report.ok) return 1;
    return report.complete ? 0 : exitCodeOf.environment;
  });
}

const described = (): CliCommand =>
  new CliCommand()
    .description(
      'Checks an installation: whether its workloads are ready, its webhooks can be called and trust the certificate of the mesh, its certificates are valid, and its versions go together. With a spec (-f, --set, --profile), its objects are compared with what the spec renders, too; what the API server, istiod and autoscalers set is no difference. Nothing is changed, and no private key is shown. Exits with 1 when a check fails.',
    )
    .example('meshctl verify', 'Check what is installed in the cluster')
    .example('meshctl verify -f spec.yaml', 'Compare it with a spec as well')
    .example('meshctl verify --revision canary', 'Check one control plane of several')
    .example('meshctl verify -o json', 'Hand the report to a script');

function withOptions(command: CliCommand, io: CommandIo): CliCommand {
  addSpecOptions(command)
    .optionsGroup('Judgement:')
    .addOption(momentOption('the moment at which certificates are to be valid, such as 2027-01-31T12:00:00Z'))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return addKubeOptions(command, io);
}

async function reportOf(io: CommandIo, options: VerifyOptions, client: ClusterClient): Promise<VerifyReport> {
  const { istioNamespace, revision, now = new Date() } = options;
  const asked = namesSpec(options) ? await readDesiredInstall(io, options, client) : undefined;
  const desired = asked?.desired;
  const { readVerifySnapshot, verifyInstall } = await import('../src/install/verify/index.ts');
  const only = desired === undefined ? revision : desired.owner.revision;
  const snapshot = await readVerifySnapshot(client, {
    namespace: desired?.owner.namespace ?? istioNamespace,
    ...(desired && { desired }),
    ...(only !== undefined && { revision: only }),
    signal: io.interrupt(),
  });
  return verifyInstall(snapshot, { now, ...(only !== undefined && { revision: only }) });
}

/** A revision alone says which installation is meant, not what it should be. */
const namesSpec = ({ filename, set, profile, manifests }: VerifyOptions): boolean =>
  filename.length > 0 || set.length > 0 || profile !== undefined || manifests !== undefined;

async function print(io: CommandIo, report: VerifyReport): Promise<void> {
  const { formatVerifyReport } = await import('../src/install/verify/index.ts');
  const styles = paint(io.colors.out);
  io.out(formatVerifyReport(report, styles));
  const checks = report.sections.flatMap((section) => section.checks);
  const count = (wanted: string): number => checks.filter(({ outcome }) => outcome === wanted).length;
  const said = [`${count('ok')} fine`, `${count('warning')} to look at`, `${count('failed')} failed`];
  io.note(
    `${report.ok ? styles.ok('The installation works') : styles.error('The installation does not work as it should')}: ${said.join(', ')}`,
  );
}
