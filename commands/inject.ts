import { Option } from 'commander';
import type { Injection, InjectionSettings } from '../src/inject/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { isObject, type JsonObject } from '../src/json.ts';
import type { SourceDocument } from '../src/resources/index.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { injectedText } from './injected-text.ts';
import { readInjectSettings, type InjectSourceOptions } from './inject-source.ts';
import { addKubeOptions } from './kube-options.ts';
import { listOption, outputOption } from './options.ts';
import { readSpecText } from './spec-options.ts';
import { UsageError } from './usage-error.ts';
import { writeFileAtomically } from './write-file.ts';

interface InjectOptions extends InjectSourceOptions {
  readonly filename: readonly string[];
  readonly nativeSidecars: boolean;
  readonly output: 'yaml' | 'json';
  readonly outputFile?: string;
}

interface IstioctlNames {
  readonly injectConfigMapName?: string;
  readonly meshConfigMapName?: string;
  readonly operatorFileName?: string;
}

/** `meshctl inject`. */
export function injectCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Adds to workloads in files what the injection webhook would add to their pods. How is said by the control plane in the cluster, by three files of it, or by a spec (--spec, --set, --profile), for which no cluster is needed. Documents without a pod, and pods that object, keep their text; in documents that change, comments are lost.',
    )
    .example(
      'meshctl inject -f app.yaml | kubectl apply -f -',
      'Inject as the control plane in the cluster does',
    )
    .example(
      'meshctl inject -f app.yaml --profile default',
      'Inject as a new installation would, without a cluster',
    )
    .example('meshctl inject -f - --spec spec.yaml -O app.yaml < app.in.yaml', 'Inject as a spec would');
  command
    .optionsGroup('Input:')
    .addOption(listOption('-f, --filename <file>', 'workloads to inject; - for stdin; may be repeated'))
    .optionsGroup('Settings:')
    .addOption(listOption('--spec <file>', 'an IstioOperator; later files lie over earlier ones'))
    .addOption(listOption('-s, --set <path=value>', 'one setting of a spec'))
    .addOption(new Option('--profile <name>', 'built-in settings to start from'))
    .addOption(new Option('-r, --revision <name>', 'revision of the control plane'))
    .addOption(new Option('--inject-config-file <file>', 'key `config` of an injector ConfigMap'))
    .addOption(new Option('--mesh-config-file <file>', 'the MeshConfig'))
    .addOption(new Option('--values-file <file>', 'key `values` of an injector ConfigMap'))
    .addOption(new Option('--inject-config-map <name>', 'ConfigMap in the cluster with templates and values'))
    .addOption(new Option('--mesh-config-map <name>', 'ConfigMap in the cluster with the MeshConfig'))
    .addOption(new Option('--no-native-sidecars', 'for nodes older than Kubernetes 1.33'));
  for (const [flags, meaning] of istioctlFlags) command.addOption(new Option(flags, meaning).hideHelp());
  command
    .optionsGroup('Output:')
    .addOption(outputOption(['yaml', 'json']))
    .addOption(new Option('-O, --output-file <file>', 'write there instead of to standard output'));
  return addKubeOptions(command, io).handler(async (options: InjectOptions) => {
    await inject(io, fromIstioctl(options));
    return 0;
  });
}

/** Flags of `istioctl kube-inject` that have another name here. */
const istioctlFlags: readonly (readonly [string, string])[] = [
  ['--injectConfigFile <file>', 'istioctl: --inject-config-file'],
  ['--meshConfigFile <file>', 'istioctl: --mesh-config-file'],
  ['--valuesFile <file>', 'istioctl: --values-file'],
  ['--injectConfigMapName <name>', 'istioctl: --inject-config-map'],
  ['--meshConfigMapName <name>', 'istioctl: --mesh-config-map'],
  ['--operatorFileName <file>', 'istioctl: --spec'],
];

function fromIstioctl(options: InjectOptions & IstioctlNames): InjectOptions {
  const { injectConfigMapName, meshConfigMapName, operatorFileName } = options;
  return {
    ...options,
    ...(injectConfigMapName !== undefined && { injectConfigMap: injectConfigMapName }),
    ...(meshConfigMapName !== undefined && { meshConfigMap: meshConfigMapName }),
    ...(operatorFileName !== undefined && { spec: [...options.spec, operatorFileName] }),
  };
}

async function inject(io: CommandIo, options: InjectOptions): Promise<void> {
  if (options.filename.length === 0)
    throw new UsageError('nothing to inject', { hint: 'name files with -f, or - for standard input' });
  const files = await Promise.all(options.filename.map((name) => readDocuments(io, name)));
  const found = await readInjectSettings(io, options);
  const settings = {
    ...found,
    ...(!options.nativeSidecars && { nativeSidecars: false }),
    namespaces: namespacesIn(files),
  };
  const injected = await injectFiles(io, files, settings);
  const text = options.output === 'json' ? await jsonOf(injected) : await yamlOf(injected);
  if (options.outputFile === undefined) io.out(text);
  else writeFileAtomically(io.cwd, options.outputFile, text);
}

interface InputFile {
  readonly text: string;
  readonly documents: readonly SourceDocument[];
}

async function readDocuments(io: CommandIo, file: string): Promise<InputFile> {
  const { readText } = await import('../src/resources/index.ts');
  const { name, text } = await readSpecText(io, file);
  const { documents } = readText(text, name);
  for (const { problems } of documents) {
    const [problem] = problems;
    if (problem === undefined) continue;
    const { line, column } = problem.range.start;
    throw new MeshctlError('input', `${name}:${line}:${column}: ${problem.message}`);
  }
  return { text, documents };
}

/** Namespaces that stand beside the workloads: on OpenShift they say which users pods may have. */
function namespacesIn(files: readonly InputFile[]): ReadonlyMap<string, JsonObject> {
  const namespaces = new Map<string, JsonObject>();
  for (const { value } of files.flatMap(({ documents }) => documents)) {
    if (!isObject(value) || value.kind !== 'Namespace' || !isObject(value.metadata)) continue;
    if (typeof value.metadata.name === 'string') namespaces.set(value.metadata.name, value);
  }
  return namespaces;
}

interface InjectedFile extends InputFile {
  readonly objects: readonly { readonly document: SourceDocument; readonly object: JsonObject }[];
}

async function injectFiles(
  io: CommandIo,
  files: readonly InputFile[],
  settings: InjectionSettings,
): Promise<readonly InjectedFile[]> {
  const { injectResources } = await import('../src/inject/index.ts');
  return files.map(({ text, documents }) => {
    const objects = documents.flatMap((document) => {
      if (!isObject(document.value)) return [];
      const result = injectResources([document.value], settings);
      sayLeftAlone(io, result);
      return result.objects.map((object) => ({ document, object }));
    });
    return { text, documents, objects };
  });
}

function sayLeftAlone(io: CommandIo, { notInjected }: Injection): void {
  for (const { kind, namespace, name, reason } of notInjected)
    io.note(`warning: ${kind} ${namespace === '' ? '' : `${namespace}/`}${name} is not injected: ${reason}`);
}

async function jsonOf(files: readonly InjectedFile[]): Promise<string> {
  const { jsonText } = await import('../src/output/index.ts');
  const items = files.flatMap(({ objects }) => objects.map(({ object }) => object));
  return jsonText(items.length === 1 ? (items[0] ?? {}) : { apiVersion: 'v1', kind: 'List', items });
}

async function yamlOf(files: readonly InjectedFile[]): Promise<string> {
  const texts = await Promise.all(files.map(({ text, objects }) => injectedText(text, objects)));
  return texts
    .map((text, index) => {
      const whole = text === '' || text.endsWith('\n') || index === texts.length - 1 ? text : `${text}\n`;
      return index === 0 || whole.startsWith('---') ? whole : `---\n${whole}`;
    })
    .join('');
}
