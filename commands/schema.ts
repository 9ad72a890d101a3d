import { Option } from 'commander';
import {
  crdOf,
  editorSchema,
  editorSchemaOfAll,
  kindNames,
  kinds,
  type Channel,
  type KindDefinition,
} from '../src/api/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { jsonText, table, type Column } from '../src/output/index.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { namedKinds } from './named-kinds.ts';
import { channelOption } from './options.ts';
import { printDocument } from './print-document.ts';
import { writeFileAtomically } from './write-file.ts';

interface SchemaOptions {
  readonly all: boolean;
  readonly output?: 'table' | 'wide' | 'json' | 'yaml' | 'name' | 'crd';
  readonly gatewayApiChannel: Channel;
  readonly outputDir?: string;
}

/** `meshctl schema`: the kinds meshctl knows, their editor schemas and their CRDs. */
export function schemaCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Lists the kinds meshctl knows, or prints the JSON Schema (for editors) or the CRD of some of them.',
    )
    .argument('[kinds...]', 'kinds, such as VirtualService, vs or gateways.networking.istio.io')
    .example('meshctl schema', 'List the kinds')
    .example('meshctl schema VirtualService -o json > virtual-service.json', 'Get a schema for an editor')
    .example('meshctl schema --all -o crd | kubectl apply -f -', 'Install all definitions')
    .optionsGroup('Selection:')
    .addOption(new Option('--all', 'all kinds').default(false))
    .addOption(channelOption('which Gateway API definitions'))
    .optionsGroup('Output:')
    .addOption(
      new Option(
        '-o, --output <format>',
        'json: JSON Schema; crd: CustomResourceDefinitions as YAML; otherwise a list of the kinds (default: table, json for named kinds)',
      ).choices(['table', 'wide', 'json', 'yaml', 'name', 'crd']),
    )
    .addOption(new Option('--output-dir <folder>', 'write one file per kind into a folder'))
    .completer('kinds', kindNames)
    .handler((names: readonly string[], options: SchemaOptions) => run(io, names, options));
}

async function run(io: CommandIo, names: readonly string[], options: SchemaOptions): Promise<number> {
  const { all, gatewayApiChannel: channel, outputDir } = options;
  const asked = names.length > 0 || all || outputDir !== undefined;
  const output = options.output ?? (asked ? 'json' : 'table');
  const chosen = await definitionsOf(names, channel);
  if (outputDir !== undefined) return writeAll(io, chosen, output, channel, outputDir);
  if (output === 'crd') io.out(await crdStream(chosen, channel));
  else if (output === 'json' && asked) io.out(jsonText(schemaFor(chosen, channel)));
  else await list(io, chosen, output);
  return 0;
}

function schemaFor(definitions: readonly KindDefinition[], channel: Channel): object {
  const [only, ...others] = definitions;
  return only !== undefined && others.length === 0
    ? editorSchema(only, channel)
    : editorSchemaOfAll(definitions, channel);
}

async function definitionsOf(names: readonly string[], channel: Channel): Promise<KindDefinition[]> {
  const found =
    names.length === 0
      ? await Promise.all(kinds.map((entry) => entry.load()))
      : new Set((await Promise.all(names.map(namedKinds))).flat());
  return [...found].filter(({ channels }) => names.length > 0 || channels.includes(channel));
}

async function crdStream(definitions: readonly KindDefinition[], channel: Channel): Promise<string> {
  const { yamlText } = await import('./yaml-text.ts');
  return definitions.map((definition) => `---\n${yamlText(crdOf(definition, channel))}`).join('');
}

async function writeAll(
  io: CommandIo,
  definitions: readonly KindDefinition[],
  output: string,
  channel: Channel,
  folder: string,
): Promise<number> {
  if (folder === '') throw new MeshctlError('usage', '--output-dir needs the name of a folder');
  if (output !== 'json' && output !== 'crd') {
    throw new MeshctlError('usage', '--output-dir writes schemas', { hint: 'add `-o json` or `-o crd`' });
  }
  const { yamlText } = await import('./yaml-text.ts');
  for (const definition of definitions) {
    const name = `${folder}/${definition.plural}.${definition.group}`;
    if (output === 'crd') writeFileAtomically(io.cwd, `${name}.yaml`, yamlText(crdOf(definition, channel)));
    else writeFileAtomically(io.cwd, `${name}.json`, jsonText(editorSchema(definition, channel)));
  }
  if (output === 'json') {
    writeFileAtomically(io.cwd, `${folder}/all.json`, jsonText(editorSchemaOfAll(definitions, channel)));
  }
  const { length } = definitions;
  io.note(`wrote ${length === 1 ? 'the schema of 1 kind' : `the schemas of ${length} kinds`} to ${folder}`);
  return 0;
}

interface KindRow {
  readonly kind: string;
  readonly group: string;
  readonly versions: readonly string[];
  readonly shortNames: readonly string[];
  readonly plural: string;
  readonly namespaced: boolean;
}

const columns: readonly Column<KindRow>[] = [
  { header: 'kind', cell: ({ kind }) => kind },
  { header: 'group', cell: ({ group }) => group },
  { header: 'versions', cell: ({ versions }) => versions.join(',') },
  { header: 'short names', cell: ({ shortNames }) => shortNames.join(',') },
];

const wideColumns: readonly Column<KindRow>[] = [
  ...columns,
  { header: 'plural', cell: ({ plural }) => plural },
  { header: 'namespaced', cell: ({ namespaced }) => (namespaced ? 'yes' : 'no') },
];

async function list(io: CommandIo, definitions: readonly KindDefinition[], output: string): Promise<void> {
  const rows = definitions.map(kindRow);
  if (output === 'json' || output === 'yaml') {
    await printDocument(io, output, 'KindList', { kinds: rows });
  } else if (output === 'name') {
    io.out(rows.map(({ plural, group }) => `${plural}.${group}\n`).join(''));
  } else {
    io.out(table(output === 'wide' ? wideColumns : columns, rows));
  }
}

function kindRow({ kind, group, versions, shortNames, plural, scope }: KindDefinition): KindRow {
  const served = versions.filter((version) => version.served).map(({ name }) => name);
  return { kind, group, versions: served, shortNames, plural, namespaced: scope === 'Namespaced' };
}
