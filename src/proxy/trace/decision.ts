/** Whether a condition holds; `unknown` where the dump and the request do not tell. */
export type Decision = 'yes' | 'no' | 'unknown';

/** Whether all hold. */
export function allOf(decisions: readonly Decision[]): Decision {
  if (decisions.includes('no')) return 'no';
  return decisions.includes('unknown') ? 'unknown' : 'yes';
}

/** Whether one holds. */
export function anyOf(decisions: readonly Decision[]): Decision {
  return opposite(allOf(decisions.map(opposite)));
}

export function opposite(decision: Decision): Decision {
  if (decision === 'unknown') return decision;
  return decision === 'yes' ? 'no' : 'yes';
}

export function decide(holds: boolean): Decision {
  return holds ? 'yes' : 'no';
}
