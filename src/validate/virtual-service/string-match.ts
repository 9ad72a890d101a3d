import type { Static } from 'typebox';
import type { StringMatch } from '../../api/virtual-service.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkRegex } from '../values/regex.ts';

const emptyPrefix = errorRule({
  slug: 'match/prefix-empty',
  summary: 'The prefix of a match, other than that of a URI, is not empty.',
  message: () => 'the prefix is empty, which a proxy refuses',
  hint: 'Use `regex: .+` for any value; an empty match `{}` of a header asks only that it is there.',
});

const emptyRegex = errorRule({
  slug: 'match/regex-empty',
  summary: 'The regular expression of a match is not empty.',
  message: () => 'the regular expression is empty',
  hint: 'Use `.*` for any value.',
});

export const stringMatchRules: readonly RuleInfo[] = [emptyPrefix, emptyRegex];

type Match = Loose<Static<typeof StringMatch>>;

/** Checks how a text is matched. */
export function checkStringMatch(match: Match, path: Path, report: Report): void {
  if (match.regex !== undefined) checkRegexMatch(match.regex, [...path, 'regex'], report);
  else if (match.prefix === '') report(emptyPrefix, [...path, 'prefix'], {});
}

/** The same for a URI, where an empty prefix stands for every path. */
export function checkUriMatch(match: Match, path: Path, report: Report): void {
  if (match.regex !== undefined) checkRegexMatch(match.regex, [...path, 'regex'], report);
}

function checkRegexMatch(regex: string, path: Path, report: Report): void {
  if (regex === '') report(emptyRegex, path, {});
  else checkRegex(regex, path, report);
}
