import { existsSync } from 'node:fs';
import path from 'node:path';
import { Option } from 'commander';
import { MeshctlError } from '../src/errors.ts';
import type { Finding } from '../src/finding.ts';
import type { OperatorSpec, SpecFile, SpecInputs } from '../src/operator/index.ts';
import type { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { readDumpFile } from './dump-file.ts';
import { listOption } from './options.ts';
import { utf8Text } from './utf8-text.ts';

/** What the flags about a spec say. */
export interface SpecOptions {
  readonly filename: readonly string[];
  readonly set: readonly string[];
  readonly profile?: string;
  readonly revision?: string;
  readonly manifests?: string;
  readonly force: boolean;
  readonly strict: boolean;
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
      new Option(
        '-d, --manifests <folder>',
        'folder with profiles of your own, as profiles/<name>.yaml (--set installPackagePath=)',
      ),
    )
    .addOption(new Option('--force', 'go on though the spec has errors').default(false))
    .addOption(new Option('--strict', 'stop at warnings as well').default(false));
}

/**
 * Reads and checks the spec that the flags name. What is wrong is said on standard error.
 *
 * @throws {MeshctlError} `input` when it has errors, unless forced; when it has warnings and is to be strict.
 */
export async function readSpec(
  io: CommandIo,
  options: SpecOptions,
  detected: SpecInputs['detected'] = {},
): Promise<OperatorSpec> {
  const { loadOperatorSpec } = await import('../src/operator/index.ts');
  const files = await Promise.all(options.filename.map((name) => readSpecText(io, name)));
  const readProfile = (file: string): Promise<SpecFile | undefined> => readOwnProfile(io, file);
  const spec = await loadOperatorSpec({ files, sets: setsOf(options), readProfile, detected });
  await sayFindings(io, spec.findings);
  stopAt(spec.findings, options);
  if (options.manifests !== undefined)
    io.note(`charts in ${options.manifests} are not used: meshctl renders Istio by itself`);
  return spec;
}

/** Throws when findings are bad enough. */
export function stopAt(
  findings: readonly Finding[],
  { force, strict }: Pick<SpecOptions, 'force' | 'strict'>,
): void {
  const countOf = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
  const errors = countOf('error');
  if (errors > 0 && !force) {
    throw new MeshctlError('input', `the spec has ${errors === 1 ? 'an error' : `${errors} errors`}`, {
      hint: 'mend it, or go on with --force',
    });
  }
  const warnings = countOf('warning');
  if (warnings > 0 && strict) {
    throw new MeshctlError('input', `the spec has ${warnings === 1 ? 'a warning' : `${warnings} warnings`}`, {
      reason: '--strict takes warnings for errors',
      hint: 'mend the spec, or leave out --strict',
    });
  }
}

function setsOf({ set, profile, revision, manifests }: SpecOptions): string[] {
  return [
    ...(profile === undefined ? [] : [`profile=${profile}`]),
    ...set,
    ...(manifests === undefined ? [] : [`installPackagePath=${manifests}`]),
    ...(revision === undefined || revision === 'default' ? [] : [`revision=${revision}`]),
  ];
}

/** The text of a spec; `-` is standard input. */
export async function readSpecText(io: CommandIo, file: string): Promise<SpecFile> {
  const { bytes, name } = await readDumpFile(io, file);
  const text = utf8Text(bytes);
  if (text === undefined) throw new MeshctlError('input', `${name} is not UTF-8 text`);
  return { name, text };
}

async function readOwnProfile(io: CommandIo, file: string): Promise<SpecFile | undefined> {
  return existsSync(path.resolve(io.cwd, file)) ? readSpecText(io, file) : undefined;
}

/** One line for each finding, on standard error: place, path, message. */
export async function sayFindings(io: CommandIo, findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  const { findingLine } = await import('../src/output/index.ts');
  for (const { path: place, message, ...finding } of findings)
    io.note(
      findingLine({ ...finding, path: place, message: place === '' ? message : `${place}: ${message}` }),
    );
}
