import { Option } from 'commander';
import {
  explainField,
  kindNames,
  splitApiVersion,
  type Channel,
  type FieldInfo,
  type KindDefinition,
} from '../src/api/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { wrap } from './help-layout.ts';
import { namedKinds } from './named-kinds.ts';
import { channelOption, outputOption } from './options.ts';
import { printDocument } from './print-document.ts';

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
    .addOption(channelOption('which Gateway API definitions'))
    .optionsGroup('Output:')
    .addOption(new Option('--recursive', 'all fields below, names and types only').default(false))
    .addOption(outputOption(['table', 'json', 'yaml']))
    .completer('field', kindNames)
    .handler((field: string, options: ExplainOptions) => run(io, field, options));
}

async function run(io: CommandIo, field: string, options: ExplainOptions): Promise<number> {
  const [name = '', ...path] = field.replace(/\[\d*\]/g, '').split('.');
  const definition = await definitionOf(name, options.apiVersion);
  const version = versionOf(definition, options.apiVersion);
  const info = explainField(definition, version, path, options.gatewayApiChannel);
  const { group, kind } = definition;
  const head = { group, version, kind, path: path.join('.') };
  if (options.output === 'table') io.out(textOf(head, info, options.recursive, io.columns ?? 80));
  else await printDocument(io, options.output, 'FieldExplanation', { of: head, field: info });
  return 0;
}

/** `apiVersion` is `group/version`, or a version alone where one group has the kind. */
async function definitionOf(name: string, apiVersion: string | undefined): Promise<KindDefinition> {
  const named = await namedKinds(name);
  const { group } = splitApiVersion(apiVersion ?? '');
  const [found, ...others] = named.filter((definition) => group === '' || definition.group === group);
  if (found !== undefined && others.length === 0) return found;
  const { kind } = named[0];
  const problem =
    found === undefined ? `the API group ${group} has no kind ${kind}` : `several kinds are called ${kind}`;
  const choices = named.map(
    (definition) => `--api-version ${definition.group}/${versionOf(definition, undefined)}`,
  );
  throw new MeshctlError('usage', problem, { hint: `use ${choices.join(' or ')}` });
}

/** The version that is asked for, else the newest; whether the kind has it is seen later. */
function versionOf({ versions }: KindDefinition, apiVersion: string | undefined): string {
  const { version } = splitApiVersion(apiVersion ?? '');
  return version === '' ? (versions[0]?.name ?? '') : version;
}

interface Head {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly path: string;
}

function textOf(head: Head, info: FieldInfo, recursive: boolean, columns: number): string {
  const lines = [`GROUP:      ${head.group}`, `KIND:       ${head.kind}`, `VERSION:    ${head.version}`, ''];
  if (head.path !== '')
    lines.push(`FIELD: ${head.path} ${info.type}${info.required ? ' -required-' : ''}`, '');
  if (info.values !== undefined) lines.push(`VALUES: ${info.values.join(', ')}`, '');
  if (info.deprecated !== undefined) lines.push(`DEPRECATED: ${info.deprecated}`, '');
  lines.push('DESCRIPTION:', ...wrapped(info.description, columns));
  if (info.fields.length > 0) lines.push('', 'FIELDS:');
  if (recursive) lines.push(...treeOf(info.fields, 2));
  else lines.push(...info.fields.flatMap((field) => [...blockOf(field, columns), '']));
  return `${lines.join('\n').trimEnd()}\n`;
}

const titleOf = ({ name, type, required }: FieldInfo): string =>
  `${name}\t${type}${required ? ' -required-' : ''}`;

const treeOf = (fields: readonly FieldInfo[], indent: number): string[] =>
  fields.flatMap((field) => [`${' '.repeat(indent)}${titleOf(field)}`, ...treeOf(field.fields, indent + 2)]);

const blockOf = (field: FieldInfo, columns: number): string[] => [
  `  ${titleOf(field)}`,
  ...(field.values === undefined ? [] : [`    one of: ${field.values.join(', ')}`]),
  ...wrapped(field.description, columns),
];

const wrapped = (text: string, columns: number): string[] =>
  wrap(text, columns - 4).map((line) => `    ${line}`);
