import { Option } from 'commander';
import { closest } from '../src/closest.ts';
import {
  explainField,
  findDefinitions,
  kindNames,
  type Channel,
  type FieldInfo,
  type KindDefinition,
} from '../src/api/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { outputOption } from './options.ts';
import { printDocument } from './print-document.ts';
import { wrapped } from './wrapped.ts';

interface ExplainOptions {
  readonly apiVersion?: string;
  readonly recursive: boolean;
  readonly gatewayApiChannel: Channel;
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl explain`: what a field does, from the schema of its kind. */
export function explainCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .argument('<field>', 'a kind and perhaps a path below it: VirtualService.spec.http.retries')
    .example('meshctl explain VirtualService', 'See the fields of a kind')
    .example('meshctl explain vs.spec.http.retries', 'Read about one field')
    .example(
      'meshctl explain Gateway --api-version gateway.networking.k8s.io/v1 --recursive',
      'See every field below',
    )
    .optionsGroup('Selection:')
    .addOption(new Option('--api-version <version>', 'group and version, where several kinds share a name'))
    .addOption(
      new Option('--gateway-api-channel <channel>', 'which Gateway API definitions')
        .choices(['standard', 'experimental'])
        .default('standard'),
    )
    .optionsGroup('Output:')
    .addOption(new Option('--recursive', 'all fields below, names and types only').default(false))
    .addOption(outputOption(['table', 'json', 'yaml']))
    .completer('field', kindNames)
    .handler((field: string, options: ExplainOptions) => run(io, field, options));
}

async function run(io: CommandIo, field: string, options: ExplainOptions): Promise<number> {
  const [name = '', ...path] = field.split('.');
  const definition = await definitionOf(name, options.apiVersion);
  const version = versionOf(definition, options.apiVersion);
  const info = explainField(definition, version, path, options.gatewayApiChannel);
  const head = { group: definition.group, version, kind: definition.kind, path: path.join('.') };
  if (options.output === 'table')
    io.out(textOf(head, info, options.recursive, io.tty.stdout ? io.columns : undefined));
  else await printDocument(io, options.output, 'FieldExplanation', { ...head, field: info });
  return 0;
}

async function definitionOf(name: string, apiVersion: string | undefined): Promise<KindDefinition> {
  const group = apiVersion?.split('/')[0];
  const found = (await findDefinitions(name)).filter(
    (definition) => group === undefined || definition.group === group,
  );
  const [first, ...others] = found;
  if (first === undefined) {
    const meant = closest(name, kindNames());
    throw new MeshctlError('usage', `meshctl does not know the kind ${name}`, {
      hint: meant === undefined ? 'run `meshctl schema` for a list' : `did you mean ${meant}?`,
    });
  }
  if (others.length === 0) return first;
  const versions = found.map((definition) => `${definition.group}/${definition.versions[0]?.name ?? ''}`);
  throw new MeshctlError('usage', `several kinds are called ${first.kind}`, {
    hint: `add ${versions.map((version) => `--api-version ${version}`).join(' or ')}`,
  });
}

const versionOf = ({ versions }: KindDefinition, apiVersion: string | undefined): string =>
  apiVersion?.split('/')[1] ?? versions[0]?.name ?? '';

interface Head {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly path: string;
}

function textOf(head: Head, info: FieldInfo, recursive: boolean, columns: number | undefined): string {
  const lines = [`GROUP:      ${head.group}`, `KIND:       ${head.kind}`, `VERSION:    ${head.version}`, ''];
  if (head.path !== '')
    lines.push(`FIELD: ${head.path} ${info.type}${info.required ? ' -required-' : ''}`, '');
  if (info.values !== undefined) lines.push(`VALUES: ${info.values.join(', ')}`, '');
  if (info.deprecated !== undefined) lines.push(`DEPRECATED: ${info.deprecated}`, '');
  lines.push('DESCRIPTION:', ...wrapped(info.description, 4, columns));
  if (info.fields.length > 0) {
    lines.push(
      '',
      'FIELDS:',
      ...(recursive
        ? treeOf(info.fields, 2)
        : info.fields.flatMap((field) => [...blockOf(field, columns), ''])),
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

const titleOf = ({ name, type, required }: FieldInfo): string =>
  `${name}\t${type}${required ? ' -required-' : ''}`;

const treeOf = (fields: readonly FieldInfo[], indent: number): string[] =>
  fields.flatMap((field) => [`${' '.repeat(indent)}${titleOf(field)}`, ...treeOf(field.fields, indent + 2)]);

const blockOf = (field: FieldInfo, columns: number | undefined): string[] => [
  `  ${titleOf(field)}`,
  ...(field.values === undefined ? [] : [`    one of: ${field.values.join(', ')}`]),
  ...wrapped(field.description, 4, columns),
];
