import { Option } from 'commander';
import type { SpecChange } from '../../src/operator/convert/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { readSpecText, sayFindings } from '../spec-options.ts';
import { writeFileAtomically } from '../write-file.ts';

interface ConvertOptions {
  readonly write: boolean;
  readonly check: boolean;
}

/** `meshctl operator convert`. */
export function convertCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Rewrites an IstioOperator of an older release for this one: settings that moved go to their new place, settings that are gone are taken out. Comments stay. Each change is told on standard error with its line, and so is what is wrong with the result.',
    )
    .argument('<file>', 'the spec; - for standard input')
    .example('meshctl operator convert old.yaml > spec.yaml', 'Convert into a new file')
    .example('meshctl operator convert --write spec.yaml', 'Convert a file in place')
    .example('meshctl operator convert --check spec.yaml', 'Only tell what would change')
    .optionsGroup('Output:')
    .addOption(new Option('--write', 'change the file itself').default(false))
    .addOption(
      new Option('--check', 'write nothing; exits with 1 when something would change')
        .default(false)
        .conflicts('write'),
    )
    .handler((file: string, options: ConvertOptions) => convert(io, file, options));
}

async function convert(io: CommandIo, file: string, { write, check }: ConvertOptions): Promise<number> {
  const { convertSpec } = await import('../../src/operator/convert/index.ts');
  const { loadOperatorSpec } = await import('../../src/operator/index.ts');
  const { name, text: before } = await readSpecText(io, file);
  const { text, changes } = convertSpec(before, name);
  for (const change of changes) io.note(`${name}:${change.line}: ${describe(change)}`);
  if (write && file !== '-') writeFileAtomically(io.cwd, file, text);
  else if (!check) io.out(text);
  if (check) return changes.length === 0 ? 0 : 1;
  const { findings } = await loadOperatorSpec({ files: [{ name: `${name} (converted)`, text }] });
  await sayFindings(io, findings);
  return 0;
}

function describe({ what, path, to, note }: SpecChange): string {
  const said = to === undefined ? `${path} ${what}` : `${path} ${what} to ${to}`;
  return note === undefined ? said : `${said} (${note})`;
}
