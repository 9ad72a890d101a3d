import { ruleInfos, type DocumentedRule } from '../src/validate/index.ts';

/** One page for each topic, with a section for each of its rules, and an index of all. */
export async function rulePages(): Promise<Map<string, string>> {
  const byTopic = groupByTopic(await ruleInfos());
  const pages = [...byTopic].map(([topic, rules]): [string, string] => [
    `${topic}.md`,
    topicPage(topic, rules),
  ]);
  return new Map([...pages, ['README.md', index(byTopic)]]);
}

function topicPage(topic: string, rules: readonly DocumentedRule[]): string {
  return `# Rules: ${topic}\n\n${rules.map(section).join('\n')}`;
}

function section({ slug, code, severity, summary, hint }: DocumentedRule): string {
  const name = slug.split('/')[1] ?? '';
  const lines = [`## ${name}`, '', summary, '', `\`${slug}\`, code ${code}, ${severity}.`];
  return `${[...lines, ...(hint === undefined ? [] : ['', `What to do: ${hint}`])].join('\n')}\n`;
}

function index(byTopic: ReadonlyMap<string, readonly DocumentedRule[]>): string {
  const rows = [...byTopic.values()].flat().map(({ slug, code, severity, summary }) => {
    const [topic = '', name = ''] = slug.split('/');
    return `| [\`${slug}\`](${topic}.md#${name}) | ${code} | ${severity} | ${summary.replaceAll('|', '\\|')} |`;
  });
  return `# Rules of \`meshctl validate\`

A rule is known by its name, such as \`virtualservice/redirect-code\`; that is what suppressions and SARIF use. Codes group
rules: IST0106 is an error and IST0133 a warning of Istio's own validation, IST0118 the naming of Service ports, IST0130
and IST0131 routes that are never reached; MSH codes are meshctl's own.

| Rule | Code | Severity | What holds |
|---|---|---|---|
${rows.join('\n')}
`;
}

function groupByTopic(rules: readonly DocumentedRule[]): Map<string, DocumentedRule[]> {
  const byTopic = new Map<string, DocumentedRule[]>();
  for (const rule of rules) {
    const [topic = ''] = rule.slug.split('/');
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), rule]);
  }
  return byTopic;
}
