import { MeshctlError } from '../../errors.ts';
import { globPattern } from '../glob-pattern.ts';

/**
 * Whether files are left out of a chart, as .helmignore says: patterns of `path.Match`, `!` for all that does not match, a
 * `/` at the end for folders. Source: https://helm.sh/docs/chart_template_guide/helm_ignore_file/
 *
 * @throws {MeshctlError} `input` for what is no pattern.
 */
export function ignoreRules(text: string, place: string): (name: string) => boolean {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const rules = [...lines.filter((line) => line !== '' && !line.startsWith('#')), hiddenTemplates].map(
    (line) => ruleOf(line, place),
  );
  return (name) => {
    const steps = name.split('/');
    return steps.some((_, i) => isIgnored(rules, steps.slice(0, i + 1).join('/'), i < steps.length - 1));
  };
}

const hiddenTemplates = 'templates/.?*';

interface Rule {
  readonly matches: (name: string) => boolean;
  readonly negative: boolean;
  readonly foldersOnly: boolean;
}

function ruleOf(line: string, place: string): Rule {
  const negative = line.startsWith('!');
  const pattern = negative ? line.slice(1) : line;
  const foldersOnly = pattern.endsWith('/');
  const bare = foldersOnly ? pattern.slice(0, -1) : pattern;
  const matches = bare.includes('**') ? undefined : globPattern(bare.replace(/^\//, ''), { wide: false });
  if (matches === undefined) {
    throw new MeshctlError(
      'input',
      `${place}: ${JSON.stringify(line)} is no pattern that .helmignore can have`,
    );
  }
  return {
    ...{ negative, foldersOnly },
    matches: bare.includes('/') ? matches : (name) => matches(name.slice(name.lastIndexOf('/') + 1)),
  };
}

function isIgnored(rules: readonly Rule[], name: string, isFolder: boolean): boolean {
  return rules.some(({ matches, negative, foldersOnly }) => {
    const isMeant = (isFolder || !foldersOnly) && matches(name);
    return negative ? !isMeant : isMeant;
  });
}
