import { Option } from 'commander';
import type { KubeObject, Manifests, PartRenderer } from '../../src/operator/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, type KubeOptions } from '../kube-options.ts';
import { listOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { UsageError } from '../usage-error.ts';
import type { ChartSource } from './render-charts.ts';
import { kubeMinorOf } from './kube-version.ts';
import { componentNames, partOf, type ComponentWord } from './component-names.ts';
import { addSpecOptions, readSpec, sayFindings, stopAt, type SpecOptions } from '../spec-options.ts';

interface GenerateOptions extends SpecOptions, KubeOptions {
  readonly component: readonly ComponentWord[];
  readonly clusterSpecific: boolean;
  readonly charts: readonly string[];
  readonly kubeVersion?: string;
  readonly output: 'yaml' | 'json' | 'dir';
  readonly outputDir?: string;
}

/** `meshctl manifest generate`. */
export function generateCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Prints the objects that a spec installs, each after those it needs, as a stream that `kubectl apply` takes. Nothing is asked of a cluster, unless --cluster-specific is given. The same spec gives the same bytes.',
    )
    .example('meshctl manifest generate > istio.yaml', 'Render the default profile')
    .example('meshctl manifest generate -f spec.yaml --set revision=1-31-1', 'Render a spec as a revision')
    .example('meshctl manifest generate --profile ambient -o json', 'Get the objects as one document')
    .example('meshctl manifest generate -f spec.yaml -o dir --output-dir istio/', 'Write a file per object');
  addSpecOptions(command)
    .addOption(listOption('--component <name>', 'only this part; may be repeated', componentNames))
    .addOption(listOption('--charts <path>', 'render the charts of this folder or .tgz; may be repeated'))
    .addOption(
      new Option('--kube-version <version>', 'version of Kubernetes to render for; 1.32 if not given'),
    );
  addKubeOptions(command, io, 'time to ask for the version with --cluster-specific; 0 for any')
    .addOption(
      new Option('--cluster-specific', 'render for the cluster: its version, and what GKE needs').default(
        false,
      ),
    )
    .optionsGroup('Output:')
    .addOption(
      new Option('-o, --output <format>', 'format of the result; dir is a file per object')
        .choices(['yaml', 'json', 'dir'])
        .default('yaml'),
    )
    .addOption(new Option('--output-dir <folder>', 'where to write the files; implies -o dir'));
  return command.handler((options: GenerateOptions) => generate(io, options));
}

async function generate(io: CommandIo, options: GenerateOptions): Promise<number> {
  const { outputDir } = options;
  if (options.output === 'dir' && outputDir === undefined)
    throw new UsageError('there is no folder to write to', { hint: 'name it with --output-dir' });
  const { objects: rendered, findings } = await render(io, options);
  await sayFindings(io, findings);
  stopAt(findings, options);
  const objects = rendered.map(({ object }) => object);
  await (outputDir === undefined ? print(io, options, objects) : writeFiles(io, outputDir, objects));
  return 0;
}

async function render(io: CommandIo, options: GenerateOptions): Promise<Manifests> {
  const { component, clusterSpecific, charts, kubeVersion } = options;
  const { renderManifests } = await import('../../src/operator/index.ts');
  const facts = clusterSpecific
    ? await (await import('./server-version.ts')).clusterFacts(io, options)
    : undefined;
  const spec = await readSpec(io, options, facts?.detected);
  const kubeMinor = kubeVersion === undefined ? (facts?.kubeMinor ?? 32) : kubeMinorOf(kubeVersion);
  return renderManifests(spec, {
    ...(component.length > 0 && { components: component.map(partOf) }),
    ...(await fromCharts(io, { paths: charts, kubeMinor })),
    kubeMinor,
  });
}

async function fromCharts(io: CommandIo, source: ChartSource): Promise<{ renderer?: PartRenderer }> {
  if (source.paths.length === 0) return {};
  const { chartRenderer } = await import('./render-charts.ts');
  return { renderer: chartRenderer(io, source) };
}

async function print(
  io: CommandIo,
  { output }: GenerateOptions,
  objects: readonly KubeObject[],
): Promise<void> {
  if (output === 'json') return printDocument(io, output, 'ManifestList', { objects });
  const { yamlText } = await import('../yaml-text.ts');
  for (const object of objects) io.out(`---\n${yamlText(object)}`);
}

async function writeFiles(io: CommandIo, folder: string, objects: readonly KubeObject[]): Promise<void> {
  const { objectFiles } = await import('./object-files.ts');
  const { writeFolder } = await import('./write-folder.ts');
  const others = writeFolder(io.cwd, folder, objectFiles(objects));
  io.note(`${objects.length} files written to ${folder}`);
  if (others.length > 0) io.note(`not of this spec, and left as they are: ${others.join(', ')}`);
}
