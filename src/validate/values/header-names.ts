import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

const empty = errorRule({
  slug: 'header/name-empty',
  summary: 'A header has a name.',
  message: () => 'the header has no name',
});

const invalid = errorRule({
  slug: 'header/name-invalid',
  summary: 'The name of an HTTP header has only characters that HTTP allows there.',
  message: ({ name }: { name: string }) => `${JSON.stringify(name)} is not the name of a header`,
  hint: "Letters, digits and !#$%&'*+-.^_`|~ are allowed.",
});

export const headerNameRules: readonly RuleInfo[] = [empty, invalid];

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** A token of RFC 7230: what a header name consists of. */
export const isHeaderName = (name: string): boolean => token.test(name);

/** Reports a header name that is empty or no token. */
export function checkHeaderName(name: string, path: Path, report: Report): void {
  if (name === '') report(empty, path, {});
  else if (!isHeaderName(name)) report(invalid, path, { name });
}
