import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

/** A header without a name. */
export const emptyHeaderName = errorRule({
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

export const headerNameRules: readonly RuleInfo[] = [emptyHeaderName, invalid];

// A token of RFC 7230, and the comma, which Istio lets pass.
const token = /^[!#$%&'*+,\-.^_`|~0-9A-Za-z]+$/;

const isHeaderName = (name: string): boolean => token.test(name);

/** Reports a header name that is empty or no token; for the key of a map, `path` is the map and `mark` the entry. */
export function checkHeaderName(name: string, path: Path, report: Report, mark?: Path): void {
  if (name === '') report(emptyHeaderName, path, {}, mark);
  else if (!isHeaderName(name)) report(invalid, path, { name }, mark);
}
