import { closest } from '../src/closest.ts';
import { MeshctlError } from '../src/errors.ts';
import { loadRules } from '../src/analyze/index.ts';
import { ruleCatalogue, rulePageText, type CataloguedRule } from '../src/rule-catalogue.ts';
import type { CommandIo } from './command-io.ts';

/** Prints the pages of the rules behind a code or a slug; returns the exit code. */
export async function explainRules(io: CommandIo, name: string): Promise<number> {
  const catalogue = await ruleCatalogue(await loadRules(io.project?.rules ?? []));
  io.out(rulesNamed(name, catalogue).map(pageOf).join('\n'));
  return 0;
}

/** The rules of a code in any case, or of a slug. Throws `MeshctlError('usage')` where there is none. */
export function rulesNamed(name: string, catalogue: readonly CataloguedRule[]): readonly CataloguedRule[] {
  const found = catalogue.filter(({ slug, code }) => slug === name || code === name.toUpperCase());
  if (found.length > 0) return found;
  const meant = closest(
    name,
    catalogue.flatMap(({ slug, code }) => [slug, code]),
  );
  throw new MeshctlError('usage', `no rule is called "${name}"`, {
    hint: meant === undefined ? '`meshctl rules list` names all rules' : `did you mean ${meant}?`,
  });
}

function pageOf({ slug, code, severity, help }: CataloguedRule): string {
  return rulePageText(slug) ?? `# ${slug}\n\nCode ${code}, ${severity}.\n\n${help}\n`;
}
