import type { Entry } from '../entry.ts';
import { globalFlags, helpFlag, versionFlag, type FlagData } from '../global-flags.ts';
import type { Flag, Grammar } from './grammar.ts';

/** What may follow `meshctl` itself (`isProgram`) or a group: its commands. */
export function groupGrammar(entries: readonly Entry[], isProgram: boolean): Grammar {
  const commands = entries
    .filter(({ hidden }) => !hidden)
    .map(({ name, summary }) => ({ value: name, text: summary }));
  return {
    flags: [...globalFlags, helpFlag, ...(isProgram ? [versionFlag] : [])].map(flagOf),
    operand: () => Promise.resolve({ values: commands, also: 'nothing' }),
  };
}

function flagOf(data: FlagData): Flag {
  const values = (data.choices ?? []).map((value) => ({ value, text: data.description }));
  const also = data.flags.includes('<file>') ? 'files' : 'nothing';
  return { ...data, values: () => Promise.resolve({ values, also }) };
}
