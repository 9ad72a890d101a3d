import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Args } from '../finding.ts';
import { MeshctlError, messageOf } from '../errors.ts';
import { defineRule, type AnalysisRule, type RuleDefinition } from './rule.ts';

/** A module with rules, and where it is named. */
export interface RuleModule {
  /** Absolute path of a JavaScript module. */
  readonly path: string;
  /** For messages: `meshctl.yaml:3:5`. */
  readonly at: string;
}

/**
 * The rules that modules export: the default export is a rule or a list of rules, made with `defineRule` or written as
 * what `defineRule` takes. Throws `MeshctlError('input')` for a module that cannot be loaded or exports something else.
 */
export async function loadRules(modules: readonly RuleModule[]): Promise<readonly AnalysisRule[]> {
  const rules: AnalysisRule[] = [];
  for (const module of modules) {
    const exported = await load(module);
    for (const rule of Array.isArray(exported) ? exported : [exported]) rules.push(asRule(rule, module));
  }
  return rules;
}

async function load({ path, at }: RuleModule): Promise<unknown> {
  if (!existsSync(path)) {
    throw new MeshctlError('input', `${at}: there is no file ${path}`, {
      hint: 'paths of rules count from the folder of meshctl.yaml',
    });
  }
  try {
    const module = (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
    return module.default;
  } catch (cause) {
    throw new MeshctlError('input', `${at}: the rules in ${path} cannot be loaded`, {
      reason: messageOf(cause),
      hint: 'name a JavaScript module (.js or .mjs) whose default export is a rule or a list of rules',
      cause,
    });
  }
}

const severities: readonly unknown[] = ['error', 'warning', 'info'];

function asRule(value: unknown, { path, at }: RuleModule): AnalysisRule {
  const fault = faultOf(value);
  if (fault !== undefined) {
    throw new MeshctlError('input', `${at}: ${path} exports something that is no rule: ${fault}`, {
      hint: 'a rule has slug, code, severity, summary, kinds, message and check; see docs/custom-rules.md',
    });
  }
  // `faultOf` has looked at everything that is read. Pages of meshctl tell nothing of these rules.
  const rule = isMade(value) ? value : defineRule(value as RuleDefinition<Args>);
  return { docs: '', ...rule, run: guarded(rule, path) };
}

/** What goes wrong in a rule of one's own is no bug of meshctl. */
const guarded =
  ({ slug, run }: AnalysisRule, path: string): AnalysisRule['run'] =>
  (meshes, out) => {
    try {
      run(meshes, out);
    } catch (cause) {
      throw new MeshctlError('input', `the rule ${slug} of ${path} fails`, {
        reason: placeOfError(cause),
        hint: 'mend it, or take it out of `rules` in meshctl.yaml',
        cause,
      });
    }
  };

/** The message, and the first place of the stack, which lies in the rule. */
const placeOfError = (cause: unknown): string =>
  cause instanceof Error
    ? (cause.stack ?? cause.message)
        .split('\n', 2)
        .map((line) => line.trim())
        .join(' ')
    : String(cause);

const isMade = (value: unknown): value is AnalysisRule =>
  typeof value === 'object' && value !== null && 'run' in value && typeof value.run === 'function';

function faultOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'it is no object';
  const held = value as Readonly<Record<string, unknown>>;
  return requirements.find(({ holds }) => !holds(held))?.fault;
}

type Held = Readonly<Record<string, unknown>>;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isFunction = (value: unknown): boolean => typeof value === 'function';

const requirements: readonly { readonly holds: (held: Held) => boolean; readonly fault: string }[] = [
  {
    holds: ({ slug }) => /^[a-z0-9-]+\/[a-z0-9-]+$/.test(String(slug)),
    fault: '`slug` is not of the form topic/name',
  },
  { holds: ({ code }) => isText(code), fault: '`code` is no text' },
  { holds: ({ summary }) => isText(summary), fault: '`summary` is no text' },
  {
    holds: ({ severity }) => severities.includes(severity),
    fault: '`severity` is not error, warning or info',
  },
  { holds: ({ kinds }) => Array.isArray(kinds), fault: '`kinds` is no list' },
  { holds: ({ run, message }) => isFunction(run) || isFunction(message), fault: '`message` is no function' },
  {
    holds: ({ run, check, checkClusters }) => [run, check, checkClusters].some(isFunction),
    fault: '`check` is no function',
  },
];
