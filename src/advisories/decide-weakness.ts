import type { DetectInput } from '../detect/index.ts';
import type { IstioVersion } from '../releases/index.ts';
import type { Advisory } from './advisory.ts';
import { evidenceFor, judgeConditions, type ConditionVerdict } from './judge-conditions.ts';
import { rangeState, type RangeState } from './range-state.ts';
import type { CveVerdict, Why, WhyCode } from './verdict.ts';
import type { Weakness } from './weaknesses-of.ts';

/** What a weakness is judged over. */
export interface Circumstances {
  readonly version: IstioVersion | undefined;
  readonly origin: 'upstream' | 'vendor' | 'unreleased' | 'unknown';
  readonly input: DetectInput;
  readonly status: Advisory['status'];
}

/** Decides one weakness: by the version, and by conditions where that does not clear it. */
export function decideWeakness(weakness: Weakness, circumstances: Circumstances): CveVerdict {
  const { id, severity } = weakness;
  return { id, severity, ...outcomeOf(weakness, circumstances) };
}

function outcomeOf(weakness: Weakness, { version, origin, input, status }: Circumstances): Outcome {
  const judged = (): ConditionVerdict => judgeConditions(weakness.conditions, input);
  if (version === undefined) return status === 'fixed' ? noVersion : asAdvice(judged());
  const state = rangeState(version, weakness.ranges, weakness.olderLines);
  const cleared = clearedBy(version, state);
  if (status !== 'fixed') return cleared ?? asAdvice(judged());
  if (origin === 'vendor') return ofVendor(version, state);
  if (cleared !== undefined) return switchedOff(weakness, state, input) ?? cleared;
  return doubted(judged(), doubtOf(version, state, origin));
}

const ofVendor = ({ text }: IstioVersion, state: RangeState): Outcome => ({
  ...doubtful({
    code: 'vendor-build',
    text: `somebody else built it from ${text}, and may have added fixes`,
  }),
  base: baseOf(state),
});

/** Where it is not configured, the version does not matter. */
function doubted(judged: ConditionVerdict, doubt: Why | undefined): Outcome {
  return doubt === undefined || judged.state === 'not-affected' ? judged : doubtful(doubt);
}

const noVersion: Outcome = {
  state: 'unknown',
  why: { code: 'no-version', text: 'its version is not known' },
  evidence: [],
  missing: ['version'],
};

type Outcome = Omit<CveVerdict, 'id' | 'severity'>;

function doubtOf(
  { text }: IstioVersion,
  state: RangeState,
  origin: Circumstances['origin'],
): Why | undefined {
  if (state.at === 'line-unknown' || (state.at === 'older' && state.means === 'unknown'))
    return { code: 'line-unknown', text: `nobody says whether ${text} has the fix` };
  if (origin !== 'upstream' && state.at === 'in' && state.fixed === undefined)
    return { code: 'unreleased', text: `${text} was not known when this was written` };
  return undefined;
}

const doubtful = (why: Why): Outcome => ({ state: 'unknown', why, evidence: [], missing: [] });

function baseOf(state: RangeState): NonNullable<CveVerdict['base']> {
  if (state.at === 'in') return 'affected';
  if (state.at === 'line-unknown') return 'unknown';
  return state.at === 'older' ? state.means : 'not-affected';
}

function clearedBy({ text, major, minor }: IstioVersion, state: RangeState): Outcome | undefined {
  const line = `${major}.${minor}`;
  switch (state.at) {
    case 'fixed':
      return clear('fixed', `${text} has the fix, as all from ${state.since} on in ${line}`);
    case 'before':
      return clear('before-introduced', `it came later than ${text}`);
    case 'newer-line':
      return clear('newer-line', `${line} has never been affected`);
    case 'older':
      return state.means === 'not-affected' ? clear('older-line', `it came later than ${line}`) : undefined;
    default:
      return undefined;
  }
}

const clear = (code: WhyCode, text: string): Outcome => ({
  ...{ state: 'not-affected', why: { code, text }, evidence: [], missing: [] },
});

/** What a setting makes of a version that has the fix. */
function switchedOff(
  { optOuts, conditions }: Weakness,
  { at }: RangeState,
  input: DetectInput,
): Outcome | undefined {
  if (at !== 'fixed' && at !== 'newer-line') return undefined;
  for (const { setting, query } of optOuts) {
    const evidence = evidenceFor(query, input);
    if (evidence === undefined) continue;
    const judged = judgeConditions(conditions, input);
    if (judged.state === 'not-affected') return judged;
    const why = { code: 'fix-switched-off', text: `${setting} switches the fix off` } as const;
    return {
      ...judged,
      state: 'affected',
      why,
      evidence: [...evidence, ...judged.evidence],
      optOut: setting,
    };
  }
  return undefined;
}

/** Configuration that no version mends is only worth a word where it is found. */
function asAdvice({ state, why, evidence, missing }: ConditionVerdict): Outcome {
  if (state !== 'not-affected' && evidence.length > 0 && missing.length === 0) {
    const text = why.text.replace(/^affected if /, '');
    return { state: 'advice', why: { code: 'configuration-found', text }, evidence, missing };
  }
  const text = why.text.replace(/^(only )?affected if /, '');
  return clear('not-configured', `nothing shows that ${text}`);
}
