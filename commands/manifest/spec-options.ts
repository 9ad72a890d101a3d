import { Option } from 'commander';
import { MeshctlError } from '../../src/errors.ts';
import type { Finding } from '../../src/finding.ts';
import type { OperatorSpec } from '../../src/operator/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { readDumpFile } from '../dump-file.ts';
import { listOption } from '../options.ts';
import { utf8Text } from '../utf8-text.ts';

/** What the flags about a spec say. */
export interface SpecOptions {
  readonly filename: readonly string[];
  readonly set: readonly string[];
  readonly profile?: string;
  readonly revision?: string;
  readonly manifests?: string;
  readonly force: boolean;
}

/** Adds the flags that say what to install, under a heading of their own. */
export function addSpecOptions(command: CliCommand): CliCommand {
  return command
    .optionsGroup('Spec:')
    .addOption(listOption('-f, --filename <file>', 'an IstioOperator; later files lie over earlier ones'))
    .addOption(listOption('-s, --set <path=value>', 'one setting, such as values.global.network=net1'))
    .addOption(new Option('--profile <name>', 'built-in settings to start from (--set profile=)'))
    .addOption(
      new Option('-r, --revision <name>', 'name of the control plane beside others (--set revision=)'),
    )
    .addOption(
      new Option('-d, --manifests <folder>', 'profiles and charts to use (--set installPackagePath=)'),
    )
    .addOption(new Option('--force', 'go on though the spec has errors').default(false));
}

/**
 * Reads and checks the spec that the flags name. What is wrong is said on standard error.
 *
 * @throws {MeshctlError} `input` when it has errors, unless forced.
 */
export async function readSpec(io: CommandIo, options: SpecOptions): Promise<OperatorSpec> {
  const { loadOperatorSpec } = await import('../../src/operator/index.ts');
  const files = await Promise.all(options.filename.map((name) => readSpecText(io, name)));
  const spec = await loadOperatorSpec({ files, sets: setsOf(options) });
  await sayFindings(io, spec.findings);
  const errors = spec.findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && !options.force) {
    throw new MeshctlError('input', `the spec has ${errors === 1 ? 'an error' : `${errors} errors`}`, {
      hint: 'mend it, or go on with --force',
    });
  }
  return spec;
}

function setsOf({ set, profile, revision, manifests }: SpecOptions): string[] {
  return [
    ...(profile === undefined ? [] : [`profile=${profile}`]),
    ...set,
    ...(manifests === undefined ? [] : [`installPackagePath=${manifests}`]),
    ...(revision === undefined || revision === 'default' ? [] : [`revision=${revision}`]),
  ];
}

async function readSpecText(io: CommandIo, file: string): Promise<{ name: string; text: string }> {
  const { bytes, name } = await readDumpFile(io, file);
  const text = utf8Text(bytes);
  if (text === undefined) throw new MeshctlError('input', `${name} is not UTF-8 text`);
  return { name, text };
}

/** One line for each finding, on standard error: place, path, message. */
export async function sayFindings(io: CommandIo, findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  const { findingLine } = await import('../../src/output/index.ts');
  for (const { path, message, ...finding } of findings)
    io.note(findingLine({ ...finding, path, message: path === '' ? message : `${path}: ${message}` }));
}
