import { Environment } from '@marcbachmann/cel-js';
import { isIP } from 'node:net';
import type { Json } from '../../json.ts';
import { linearPattern } from './linear-pattern.ts';
import { requestUrlScheme } from './request-url.ts';

/**
 * Whether `value` keeps a CEL rule of a CRD, as the API server would decide: an error while evaluating counts
 * as broken. Rules about changes (`oldSelf`) hold, since there is no older object.
 */
export function keepsCelRule(rule: string, self: Json): boolean {
  if (typeof self !== 'string' && typeof self !== 'number') return evaluate(rule, self);
  const verdicts = remembered.get(rule) ?? new Map<Json, boolean>();
  let kept = verdicts.get(self);
  if (kept === undefined) {
    kept = evaluate(rule, self);
    if (verdicts.size === 0) remembered.set(rule, verdicts);
    if (verdicts.size < 1000) verdicts.set(self, kept);
  }
  return kept;
}

/** Verdicts on texts and numbers: ports and durations come in few values. */
const remembered = new Map<string, Map<Json, boolean>>();

function evaluate(rule: string, self: Json): boolean {
  if (rule.includes('oldSelf')) return true;
  let program = programs.get(rule);
  if (program === undefined) {
    program = compile(rule);
    programs.set(rule, program);
  }
  try {
    return program({ self }) === true;
  } catch {
    return false;
  }
}

type Program = (context: { self: Json }) => unknown;
const programs = new Map<string, Program>();

/** Property names that CEL reserves are written with underscores in a CRD. */
const escapedName = /__([a-z]+)__/g;

/** The library takes no list index inside `has()`. */
const indexedHas = /has\((\w+(?:\.\w+)*\[\d+\])\.(\w+)\)/g;

function compile(rule: string): Program {
  const readable = rule
    .replace(escapedName, '$1')
    .replace(indexedHas, "('$2' in $1)")
    .replaceAll('.matches(', '.matchesRe2(');
  return environment().parse(readable) as Program;
}

let shared: Environment | undefined;

/** CEL with the functions that Kubernetes adds and the CRDs use. */
function environment(): Environment {
  return (shared ??= new Environment({ unlistedVariablesAreDyn: true })
    .registerType('kubernetes.URL', { ctor: KubernetesUrl, fields: { scheme: 'string' } })
    .registerFunction('url(string): kubernetes.URL', (text: string) => new KubernetesUrl(text))
    .registerFunction('isURL(string): bool', (text: string) => requestUrlScheme(text) !== undefined)
    .registerFunction('kubernetes.URL.getScheme(): string', (url: KubernetesUrl) => url.scheme)
    .registerFunction('isIP(string): bool', (text: string) => isIP(text) !== 0)
    .registerFunction('string.matchesRe2(string): bool', (text: string, pattern: string) =>
      linearPattern(pattern).test(text),
    )
    .registerType('kubernetes.Format', { ctor: NamedFormat, fields: {} })
    .registerConstant('format', 'kubernetes.Format', new NamedFormat())
    .registerFunction('kubernetes.Format.dns1123Label(): kubernetes.Format', (format: NamedFormat) => format)
    // The real function answers with an optional, which never equals null: rules that compare them always fail.
    .registerFunction('kubernetes.Format.validate(string): dyn', () => []));
}

/** The one object called `format`; its functions are registered above. */
class NamedFormat {
  readonly name = 'format';
}

class KubernetesUrl {
  readonly scheme: string;
  constructor(text: string) {
    const scheme = requestUrlScheme(text);
    if (scheme === undefined) throw new Error('not a request URL');
    this.scheme = scheme;
  }
}

/** Whether a text is a CEL expression; which variables it uses does not matter. */
export function parsesAsCel(expression: string): boolean {
  try {
    environment().parse(expression);
    return true;
  } catch {
    return false;
  }
}
