import { ruleCatalogue, type CataloguedRule } from '../src/rule-catalogue.ts';

const site = 'https://meshctl.dev/rules/';

/**
 * One page for each topic of rules without pages of their own, with a section for each of them, and an index of all.
 * Pages of single rules, `<topic>/<name>.md`, are written by hand.
 */
export async function rulePages(): Promise<Map<string, string>> {
  const rules = await ruleCatalogue();
  const byTopic = groupByTopic(rules.filter(isSection));
  const pages = [...byTopic].map(([topic, held]): [string, string] => [
    `${topic}.md`,
    topicPage(topic, held),
  ]);
  return new Map([...pages, ['README.md', index(rules)]]);
}

const isSection = ({ docs }: CataloguedRule): boolean => docs.includes('#');

function topicPage(topic: string, rules: readonly CataloguedRule[]): string {
  return `# Rules: ${topic}\n\n${rules.map(section).join('\n')}`;
}

function section({ slug, code, severity, summary, hint }: CataloguedRule): string {
  const name = slug.split('/')[1] ?? '';
  const lines = [`## ${name}`, '', summary, '', `\`${slug}\`, code ${code}, ${severity}.`];
  return `${[...lines, ...(hint === undefined ? [] : ['', `What to do: ${hint}`])].join('\n')}\n`;
}

const index = (rules: readonly CataloguedRule[]): string => `# Rules

A rule is known by its name, such as \`redirect/code\`; that is what suppressions and SARIF use. Codes group rules: IST0106
is an error and IST0133 a warning of Istio's own validation, the other IST codes are those of \`istioctl analyze\`; MSH codes
are meshctl's own. \`meshctl rules show\` prints these pages.

## Of a mesh

\`meshctl analyze\` looks at all resources together.

${tableOf(rules.filter(({ command }) => command === 'analyze'))}
## Of single resources

\`meshctl validate\` looks at every resource by itself; \`analyze\` does so, too.

${tableOf(rules.filter(({ command }) => command === 'validate'))}`;

const tableOf = (rules: readonly CataloguedRule[]): string =>
  ['| Rule | Code | Severity | What holds |', '|---|---|---|---|', ...rules.map(row), ''].join('\n');

function row({ slug, code, severity, summary, docs }: CataloguedRule): string {
  const [page = '', part] = docs.slice(site.length).split('#');
  const link = `${page}.md${part === undefined ? '' : `#${part}`}`;
  return `| [\`${slug}\`](${link}) | ${code} | ${severity} | ${summary.replaceAll('|', '\\|')} |`;
}

function groupByTopic(rules: readonly CataloguedRule[]): Map<string, CataloguedRule[]> {
  const byTopic = new Map<string, CataloguedRule[]>();
  for (const rule of rules) {
    const [topic = ''] = rule.slug.split('/');
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), rule]);
  }
  return byTopic;
}
