import { Option } from 'commander';
import type { Json } from '../../src/json.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';
import { readSpecText, sayFindings } from '../spec-options.ts';

interface DiffOptions {
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl profile diff`. */
export function diffCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Compares the settings of two profiles, or of specs with their profiles below them. Exits with 0 when nothing is different, with 1 when something is. `meshctl manifest diff` compares what they install.',
    )
    .argument('<before>', 'a built-in profile, or a file with an IstioOperator; - for standard input')
    .argument('<after>', 'the same')
    .example('meshctl profile diff default demo', 'See what the demo profile changes')
    .example('meshctl profile diff default spec.yaml', 'See what a spec says besides the default')
    .example('meshctl profile diff minimal empty -o json', 'Get the differences for a program')
    .optionsGroup('Output:')
    .addOption(
      new Option('-o, --output <format>', 'format of the result')
        .choices(['table', 'json', 'yaml'])
        .default('table'),
    )
    .handler(async (before: string, after: string, { output }: DiffOptions) => {
      const { diffValues, formatChanges } = await import('../../src/operator/diff/index.ts');
      const changes = diffValues('IstioOperator', await specOf(io, before), await specOf(io, after));
      if (output === 'table')
        io.out(
          formatChanges(changes)
            .map((line) => `${line}\n`)
            .join(''),
        );
      else await printDocument(io, output, 'ProfileDiff', { changes });
      return changes.length === 0 ? 0 : 1;
    });
}

/** The merged spec of a profile by its name, or of a file. */
async function specOf(io: CommandIo, given: string): Promise<Json> {
  const { loadOperatorSpec, profileNamed } = await import('../../src/operator/index.ts');
  const builtIn = profileNamed(given);
  if (builtIn !== undefined) return builtIn.spec ?? {};
  const { merged, findings } = await loadOperatorSpec({ files: [await readSpecText(io, given)] });
  await sayFindings(io, findings);
  return merged.spec ?? {};
}
