import { detect, type DetectInput, type DetectQuery, type Evidence } from '../detect/index.ts';
import type { Condition } from './advisory.ts';
import type { Why } from './verdict.ts';

/** What conditions say of a version that is affected. */
export interface ConditionVerdict {
  readonly state: 'affected' | 'affected-if' | 'not-affected';
  readonly why: Why;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly string[];
  readonly presumed?: true;
}

/**
 * Of several conditions about objects one is enough; who may write objects counts only where those hold that are about
 * objects. Without any condition, what exposes it is not known.
 */
export function judgeConditions(conditions: readonly Condition[], input: DetectInput): ConditionVerdict {
  const rights = conditions.filter(({ basis }) => basis === 'rbac').map((one) => judge(one, input));
  const others = conditions.filter(({ basis }) => basis !== 'rbac').map((one) => judge(one, input));
  if (rights.length === 0 && others.length === 0) return unknownCondition;
  const [right, other] = [worst(rights), worst(others)];
  if (right === undefined || other === undefined) return right ?? other ?? unknownCondition;
  if (other.state === 'not-affected' || right.state === 'affected') return other;
  return {
    ...right,
    evidence: [...other.evidence, ...right.evidence],
    missing: [...new Set([...other.missing, ...right.missing])],
  };
}

const unknownCondition: ConditionVerdict = {
  state: 'affected-if',
  why: { code: 'condition-unknown', text: 'what exposes it is not known' },
  evidence: [],
  missing: [],
};

const order = ['affected', 'affected-if', 'not-affected'];

function worst(verdicts: readonly ConditionVerdict[]): ConditionVerdict | undefined {
  return [...verdicts].sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      Number(b.presumed ?? false) - Number(a.presumed ?? false),
  )[0];
}

function judge(condition: Condition, input: DetectInput): ConditionVerdict {
  const { basis, what } = condition;
  if (basis === 'always') return verdict('affected', 'version', `its version is affected: ${what}`);
  const excused = condition.unless === undefined ? undefined : detect(condition.unless, input);
  if (excused?.state === 'yes')
    return verdict('not-affected', 'mitigated', 'a setting makes it harmless', excused.evidence);
  const seen = condition.query === undefined ? nothing : detect(condition.query, input);
  if (basis === 'config') return judgeConfig(what, seen, excused?.state === 'unseen' ? excused.missing : []);
  return judgeUnseen(condition, seen.state === 'no' ? [] : seen.evidence, seen.state === 'yes');
}

type Seen = ReturnType<typeof detect>;

const nothing: Seen = { state: 'unseen', missing: [], evidence: [] };

function judgeConfig(what: string, seen: Seen, excuses: readonly string[]): ConditionVerdict {
  if (seen.state === 'no') return verdict('not-affected', 'not-configured', `only affected if ${what}`);
  const missing = [...new Set([...(seen.state === 'unseen' ? seen.missing : []), ...excuses])];
  if (seen.state === 'yes' && missing.length === 0)
    return verdict('affected', 'configured', what, seen.evidence);
  return { ...verdict('affected-if', 'objects-missing', `affected if ${what}`, seen.evidence), missing };
}

const unseenCodes = { exposure: 'exposure-unseen', rbac: 'rights-unseen', runtime: 'runtime' } as const;

function judgeUnseen(
  { basis, what, whenUnseen }: Condition,
  evidence: readonly Evidence[],
  isSeen: boolean,
): ConditionVerdict {
  if (isSeen) return verdict('affected', 'exposed', what, evidence);
  const code = basis === 'exposure' || basis === 'rbac' ? unseenCodes[basis] : unseenCodes.runtime;
  const unseen = verdict('affected-if', code, `affected if ${what}`, evidence);
  return whenUnseen === 'affected' ? { ...unseen, presumed: true } : unseen;
}

const verdict = (
  state: ConditionVerdict['state'],
  code: Why['code'],
  text: string,
  evidence: readonly Evidence[] = [],
): ConditionVerdict => ({ state, why: { code, text }, evidence, missing: [] });

/** Whether a query is met; what is not seen is not. */
export function evidenceFor(query: DetectQuery, input: DetectInput): readonly Evidence[] | undefined {
  const found = detect(query, input);
  return found.state === 'yes' ? found.evidence : undefined;
}
