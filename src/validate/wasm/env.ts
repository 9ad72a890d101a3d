import type { Static } from 'typebox';
import type { EnvVar } from '../../api/wasm-plugin.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

type Variable = Loose<Static<typeof EnvVar>>;

const envName = errorRule({
  slug: 'wasm/env',
  summary: 'Environment variables of a module have distinct names of at most 256 characters.',
  message: ({ name, fault }: { name: string; fault: 'empty' | 'long' | 'duplicate' }) => {
    if (fault === 'empty') return 'the variable has no name';
    return fault === 'long'
      ? 'the name of the variable is longer than 256 characters'
      : `the variable ${JSON.stringify(name)} occurs twice`;
  },
});

const envValue = errorRule({
  slug: 'wasm/env-value',
  summary: 'An environment variable of a module has a value only when it is not taken from the proxy.',
  message: () => 'the variable is taken from the proxy, so it cannot have a `value` too',
  hint: 'Drop `value`, or set `valueFrom: INLINE`.',
});

export const envRules: readonly RuleInfo[] = [envName, envValue];

/** Checks the environment variables of a module. */
export function checkEnv(variables: readonly Variable[] = [], path: Path, report: Report): void {
  const seen = new Set<string>();
  for (const [index, { name = '', valueFrom = 'INLINE', value = '' }] of variables.entries()) {
    const place = [...path, index];
    const fault = nameFault(name, seen);
    if (fault === 'duplicate') report(envName, place, { name, fault });
    else if (fault !== undefined) report(envName, [...place, 'name'], { name, fault });
    if (value !== '' && valueFrom !== 'INLINE') report(envValue, place, {}, [...place, 'value']);
    seen.add(name);
  }
}

function nameFault(name: string, seen: ReadonlySet<string>): 'empty' | 'long' | 'duplicate' | undefined {
  if (name === '') return 'empty';
  if (Buffer.byteLength(name) > 256) return 'long';
  return seen.has(name) ? 'duplicate' : undefined;
}
