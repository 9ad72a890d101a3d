import type { GivenFlags } from '../command.ts';
import type { FlagData } from '../global-flags.ts';

export interface Candidate {
  readonly value: string;
  readonly text: string;
}

export interface Candidates {
  readonly values: readonly Candidate[];
  /** What the shell offers besides, from what it knows itself. */
  readonly also: 'files' | 'folders' | 'nothing';
}

export interface Flag extends FlagData {
  readonly values: (given: GivenFlags) => Promise<Candidates>;
}

/** What may follow the name of a command or group: flags, and an operand in the place counted from 0. */
export interface Grammar {
  readonly flags: readonly Flag[];
  readonly operand: (index: number, given: GivenFlags) => Promise<Candidates>;
}
