import type { CveVerdict, VerdictState, WhyCode } from '../advisories/index.ts';

/** A verdict in the words of VEX (https://www.cisa.gov/sites/default/files/2023-01/VEX_Status_Justification_Jun22.pdf). */
export interface Vex {
  readonly status: 'affected' | 'not_affected' | 'fixed' | 'under_investigation';
  /** Only of what is not affected. */
  readonly justification?:
    | 'vulnerable_code_not_present'
    | 'vulnerable_code_not_in_execute_path'
    | 'inline_mitigations_already_exist';
}

/** Says a verdict in the words of VEX. */
export function vexOf({ state, why }: Pick<CveVerdict, 'state' | 'why'>): Vex {
  if (why.code === 'fixed') return { status: 'fixed' };
  const status = statuses[state];
  if (status !== 'not_affected') return { status };
  return { status, justification: justifications[why.code] ?? 'vulnerable_code_not_present' };
}

const statuses: Readonly<Record<VerdictState, Vex['status']>> = {
  affected: 'affected',
  'affected-if': 'under_investigation',
  unknown: 'under_investigation',
  advice: 'under_investigation',
  'not-affected': 'not_affected',
};

const justifications: Readonly<Partial<Record<WhyCode, NonNullable<Vex['justification']>>>> = {
  'not-configured': 'vulnerable_code_not_in_execute_path',
  mitigated: 'inline_mitigations_already_exist',
};
