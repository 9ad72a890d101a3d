import type { RuleInfo } from './rule.ts';

const rule = (name: string, summary: string): RuleInfo => ({
  slug: `yaml/${name}`,
  code: 'MSH0001',
  severity: 'error',
  summary,
});

/** What keeps a document from being read; `src/resources` reports them by these names. */
export const readRules: readonly RuleInfo[] = [
  rule('syntax', 'A document is YAML or JSON.'),
  rule('duplicate-key', 'An object has each key once.'),
  rule('template', 'A file is rendered before it is checked: templates are no YAML.'),
  rule('separator', 'Documents are parted by lines that hold `---` alone, and have no directives.'),
  rule('not-an-object', 'A document is an object.'),
  rule('key', 'Keys are text, numbers or booleans.'),
  rule('number', 'Numbers are finite.'),
  rule('tag', 'Tags are those Kubernetes reads.'),
  rule('merge', 'A merge key takes an object or a list of objects.'),
  rule('alias', 'An alias names an anchor of its document that does not hold it.'),
  rule('alias-expansion', 'Aliases do not blow a document up beyond all measure.'),
  rule('nesting', 'A document is nested at most 1,000 levels deep.'),
  rule('encoding', 'Files are UTF-8.'),
  rule('too-large', 'A document has at most 64 MB, one of JSON 500 MB.'),
];
