import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnalysisRule } from './analyze/index.ts';
import { compareText } from './compare-text.ts';
import type { Severity } from './finding.ts';
import { ruleInfos } from './validate/index.ts';

/** A rule as lists and reports tell of it. */
export interface CataloguedRule {
  readonly slug: string;
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what holds when the rule is kept. */
  readonly summary: string;
  readonly hint?: string;
  /** Which command has the rule: `validate` looks at single resources, `analyze` at all of them together. */
  readonly command: 'validate' | 'analyze';
  /** Whether it runs only when it is asked for. */
  readonly optIn: boolean;
  /** Address of its page. */
  readonly docs: string;
  /** Why it matters and what to do, Markdown. */
  readonly help: string;
}

/** Every rule of meshctl and the given ones, in the order of their slugs. */
export async function ruleCatalogue(own: readonly AnalysisRule[] = []): Promise<readonly CataloguedRule[]> {
  const { allRules, policyRules } = await import('./analyze/index.ts');
  const single = await ruleInfos();
  return [
    ...single.map((rule) => ({ ...rule, command: 'validate' as const, optIn: false })),
    ...[...allRules, ...policyRules, ...own].map(catalogued),
  ].sort((a, b) => compareText(a.slug, b.slug));
}

type Facts = Pick<AnalysisRule, 'slug' | 'code' | 'severity' | 'summary' | 'hint' | 'optIn' | 'docs'>;

const catalogued = ({ slug, code, severity, summary, hint, optIn = false, docs }: Facts): CataloguedRule => ({
  ...{ slug, code, severity, summary },
  ...(hint !== undefined && { hint }),
  command: 'analyze',
  optIn,
  docs: docs ?? `https://meshctl.dev/rules/${slug}`,
  help: hint === undefined ? summary : `${summary} ${hint}`,
});

/** The page of a rule in Markdown, from the files of the package; undefined for rules that have no page of their own. */
export function rulePageText(slug: string): string | undefined {
  const folder = pagesFolder();
  const read = (file: string): string | undefined => {
    try {
      return readFileSync(path.join(folder, file), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  };
  const [topic = '', name = ''] = slug.split('/');
  return read(`${slug}.md`) ?? sectionOf(read(`${topic}.md`), name, slug);
}

/** Rules of single resources share a page with the others of their topic. */
function sectionOf(page: string | undefined, name: string, slug: string): string | undefined {
  const section = page?.split(/^## /m).find((part) => part.startsWith(`${name}\n`));
  return section && `# ${slug}\n${section.slice(name.length)}`;
}

/** `docs/rules` of the package, wherever this code lies in it. */
function pagesFolder(): string {
  let folder = import.meta.dirname;
  for (;;) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('meshctl lacks its pages about rules');
    folder = parent;
    if (existsSync(path.join(folder, 'docs/rules/README.md'))) return path.join(folder, 'docs/rules');
  }
}
