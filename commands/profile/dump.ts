import { Option } from 'commander';
import { MeshctlError } from '../../src/errors.ts';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printData } from '../print-data.ts';
import { addSpecOptions, readSpec, type SpecOptions } from '../spec-options.ts';

interface DumpOptions extends SpecOptions {
  readonly configPath?: string;
  readonly output: 'yaml' | 'json' | 'flags';
}

/** `meshctl profile dump`. */
export function dumpCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Prints a profile as an IstioOperator, with what files and flags say laid over it: a spec to start from. Without a name that is the default profile.',
    )
    .argument('[name]', 'a built-in profile; see `meshctl profile list`')
    .example('meshctl profile dump demo > spec.yaml', 'Start a spec from a profile')
    .example('meshctl profile dump --config-path components.pilot', 'See a part of the default profile')
    .example('meshctl profile dump ambient -o flags', 'Get the settings for --set');
  return addSpecOptions(command)
    .optionsGroup('Output:')
    .addOption(new Option('-p, --config-path <path>', 'only this part of the spec, such as values.global'))
    .addOption(
      new Option('-o, --output <format>', 'format of the result; flags is path=value, one a line')
        .choices(['yaml', 'json', 'flags'])
        .default('yaml'),
    )
    .handler((name: string | undefined, options: DumpOptions) => dump(io, name, options));
}

async function dump(io: CommandIo, name: string | undefined, options: DumpOptions): Promise<number> {
  const { merged } = await readSpec(io, name === undefined ? options : { ...options, profile: name });
  const { configPath, output } = options;
  const spec = isObject(merged.spec) ? merged.spec : {};
  if (output === 'flags') {
    const prefix = configPath === undefined ? [] : stepsOf(configPath);
    io.out(
      flagsOf(configPath === undefined ? spec : partAt(spec, configPath), prefix)
        .map((line) => `${line}\n`)
        .join(''),
    );
    return 0;
  }
  const shown = configPath === undefined ? whole(merged) : partAt(spec, configPath);
  if (typeof shown === 'object' && shown !== null) await printData(io, output, shown);
  else io.out(`${String(shown)}\n`);
  return 0;
}

const whole = ({ apiVersion, kind, metadata, spec }: JsonObject): JsonObject => ({
  ...{ apiVersion: apiVersion ?? '', kind: kind ?? '', metadata: metadata ?? {}, spec: spec ?? {} },
});

const stepsOf = (path: string): string[] =>
  path
    .replace(/^spec\./, '')
    .split(/\.|(?=\[)/)
    .filter((step) => step !== '');

function partAt(spec: JsonObject, path: string): Json {
  let found: Json | undefined = spec;
  for (const step of stepsOf(path)) {
    const index = /^\[(\d+)\]$/.exec(step)?.[1];
    if (Array.isArray(found) && index !== undefined) found = found[Number(index)];
    else found = isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  }
  if (found !== undefined) return found;
  throw new MeshctlError('usage', `the profile says nothing at ${path}`, {
    hint: 'print the whole profile, without --config-path',
  });
}

/** Each plain value as `--set` takes it. */
function flagsOf(value: Json, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => flagsOf(item, [...path, `[${index}]`]));
  if (isObject(value))
    return Object.entries(value).flatMap(([key, item]) =>
      flagsOf(item, [...path, key.replaceAll('.', '\\.')]),
    );
  return [`${path.join('.').replaceAll('.[', '[')}=${String(value)}`];
}
