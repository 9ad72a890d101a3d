import { loadRules } from '../../src/analyze/index.ts';
import { ruleCatalogue, rulePageText } from '../../src/rule-catalogue.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { explainRules, rulesNamed } from '../explain-rules.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';

interface ShowOptions {
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl rules show`: what a rule means, what it reports and what not, and what to do. */
export function showCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Prints the page of a rule; of a code that several rules share, all of them. Needs no network.',
    )
    .argument('<rule>', 'a code or the name of a rule')
    .example('meshctl rules show IST0101', 'Explain a code')
    .example('meshctl rules show virtualservice/gateway-not-found', 'Explain one rule')
    .example('meshctl rules show -o json IST0109', 'Hand what is known of a rule to a script')
    .completer('rule', async () => (await ruleCatalogue()).flatMap(({ code, slug }) => [code, slug]))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']))
    .handler(async (rule: string, { output }: ShowOptions) => {
      if (output === 'table') return explainRules(io, rule);
      const named = rulesNamed(rule, await ruleCatalogue(await loadRules(io.project?.rules ?? [])));
      const rules = named.map((known) => ({ ...known, page: rulePageText(known.slug) }));
      await printDocument(io, output, 'RuleList', { rules });
      return 0;
    });
}
