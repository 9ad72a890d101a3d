import type { Static } from 'typebox';
import type { CorsPolicy, StringMatch } from '../../api/virtual-service.ts';
import { parseDuration } from '../../duration.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkDuration } from '../values/durations.ts';
import { checkHeaderName } from '../values/header-names.ts';
import { checkRegex } from '../values/regex.ts';

const emptyOrigin = errorRule({
  slug: 'cors/origin-empty',
  summary: 'An allowed origin is matched by a text.',
  message: () => 'the origin is empty',
  hint: 'Give one of `exact`, `prefix` and `regex`; `exact: "*"` allows every origin.',
});

const method = errorRule({
  slug: 'cors/method',
  summary: 'An allowed method is a method of HTTP in capitals, or `*`.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is not an HTTP method`,
  hint: 'GET, HEAD, POST, PUT, PATCH, DELETE, CONNECT, OPTIONS, TRACE, or `*` for all.',
});

const maxAgePrecision = errorRule({
  slug: 'cors/max-age-precision',
  summary: '`maxAge` is a whole number of seconds.',
  message: ({ value }: { value: string }) => `${value} is not a whole number of seconds`,
});

export const corsRules: readonly RuleInfo[] = [emptyOrigin, method, maxAgePrecision];

type Cors = Loose<Static<typeof CorsPolicy>>;

/** Checks which other sites may call. */
export function checkCors(cors: Cors, path: Path, report: Report): void {
  const { allowOrigins = [], allowMethods = [], maxAge } = cors;
  for (const [index, origin] of allowOrigins.entries()) {
    checkOrigin(origin, [...path, 'allowOrigins', index], report);
  }
  for (const [index, value] of allowMethods.entries()) {
    if (!methods.has(value)) report(method, [...path, 'allowMethods', index], { value });
  }
  for (const field of ['allowHeaders', 'exposeHeaders'] as const) {
    checkNames(cors[field] ?? [], [...path, field], report);
  }
  if (maxAge !== undefined) checkMaxAge(maxAge, [...path, 'maxAge'], report);
}

function checkOrigin(
  { exact, prefix, regex }: Loose<Static<typeof StringMatch>>,
  path: Path,
  report: Report,
): void {
  if ((regex ?? prefix ?? exact ?? '') === '') report(emptyOrigin, path, {});
  else if (regex !== undefined) checkRegex(regex, [...path, 'regex'], report);
}

const methods = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  '*',
]);

function checkNames(names: readonly string[], path: Path, report: Report): void {
  for (const [index, name] of names.entries()) checkHeaderName(name, [...path, index], report);
}

function checkMaxAge(value: string, path: Path, report: Report): void {
  const nanoseconds = parseDuration(value) ?? 0n;
  const precise = nanoseconds < 1_000_000n || nanoseconds % 1_000_000_000n === 0n;
  if (precise) checkDuration(value, path, report);
  else report(maxAgePrecision, path, { value });
}
