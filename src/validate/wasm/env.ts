import type { Static } from 'typebox';
import type { EnvVar } from '../../api/wasm-plugin.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

type Variable = Loose<Static<typeof EnvVar>>;

const envName = errorRule({
  slug: 'wasm/env',
  summary: 'Environment variables of a module have names of at most 256 characters.',
  message: ({ name }: { name: string }) =>
    name === '' ? 'the variable has no name' : 'the name of the variable is longer than 256 characters',
});

const envDuplicate = errorRule({
  slug: 'wasm/env-duplicate',
  summary: 'Environment variables of a module have distinct names.',
  message: ({ name }: { name: string }) => `the variable ${JSON.stringify(name)} occurs twice`,
});

const envValue = errorRule({
  slug: 'wasm/env-value',
  summary: 'An environment variable of a module has a value only when it is not taken from the proxy.',
  message: () => 'the variable is taken from the proxy, so it cannot have a `value` too',
  hint: 'Drop `value`, or set `valueFrom: INLINE`.',
});

export const envRules: readonly RuleInfo[] = [envName, envDuplicate, envValue];

/** Checks the environment variables of a module. */
export function checkEnv(variables: readonly Variable[] = [], path: Path, report: Report): void {
  const seen = new Set<string>();
  for (const [index, variable] of variables.entries()) {
    const { name = '' } = variable;
    checkVariable(variable, [...path, index], report);
    if (name !== '' && seen.has(name)) report(envDuplicate, [...path, index], { name });
    seen.add(name);
  }
}

function checkVariable(variable: Variable, path: Path, report: Report): void {
  const { name = '', valueFrom = 'INLINE', value = '' } = variable;
  if (name === '' || Buffer.byteLength(name) > 256) report(envName, [...path, 'name'], { name });
  if (value !== '' && valueFrom !== 'INLINE') report(envValue, path, {}, [...path, 'value']);
}
