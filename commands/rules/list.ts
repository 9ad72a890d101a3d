import { Option } from 'commander';
import { loadRules } from '../../src/analyze/index.ts';
import type { Severity } from '../../src/finding.ts';
import { table } from '../../src/output/index.ts';
import { ruleCatalogue, type CataloguedRule } from '../../src/rule-catalogue.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';

interface ListOptions {
  readonly output: 'table' | 'json' | 'yaml';
  readonly command?: 'validate' | 'analyze';
  readonly severity?: Severity;
}

/** `meshctl rules list`: every rule there is, those of the project too. */
export function listCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .argument('[words...]', 'only rules whose code, name or summary holds all these words')
    .example('meshctl rules list', 'See every rule')
    .example('meshctl rules list gateway', 'See the rules about gateways')
    .example('meshctl rules list --command analyze -o json', 'Hand the rules about whole meshes to a script')
    .optionsGroup('Selection:')
    .addOption(
      new Option('--command <command>', 'only the rules that this command adds').choices([
        'validate',
        'analyze',
      ]),
    )
    .addOption(
      new Option('--severity <severity>', 'only rules of this severity').choices([
        'error',
        'warning',
        'info',
      ]),
    )
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']))
    .handler(async (words: readonly string[], { output, command, severity }: ListOptions) => {
      const all = await ruleCatalogue(await loadRules(io.project?.rules ?? []));
      const rules = all.filter(
        (rule) =>
          (command === undefined || rule.command === command) &&
          (severity === undefined || rule.severity === severity) &&
          words.every((word) => textOf(rule).includes(word.toLowerCase())),
      );
      if (output === 'table') io.out(rulesTable(rules));
      else await printDocument(io, output, 'RuleList', { rules });
      return 0;
    });
}

const textOf = ({ code, slug, summary }: CataloguedRule): string =>
  `${code} ${slug} ${summary}`.toLowerCase();

const rulesTable = (rules: readonly CataloguedRule[]): string =>
  table(
    [
      { header: 'code', cell: ({ code }) => code },
      { header: 'severity', cell: ({ severity }) => severity },
      { header: 'rule', cell: ({ slug, optIn }) => `${slug}${optIn ? ' (off)' : ''}` },
      { header: 'what holds', cell: ({ summary }) => summary },
    ],
    rules,
  );
