import { clearlyClosest, closest } from '../../closest.ts';
import type { Json } from '../../json.ts';
import type { Compiled } from './compiled.ts';
import { wrongType } from './faults.ts';
import { replaced } from './repairs.ts';
import { structureRules as rules } from './structure-rules.ts';
import { asSentence, note, type Walk } from './walk.ts';

/** Checks one of a closed list of words; protobuf also takes the number of a word. */
export function visitEnum(walk: Walk, { node }: Compiled, words: ReadonlySet<string>, value: Json): void {
  if (typeof value === 'string') {
    const { deprecatedValues = {} } = node;
    const replacement = Object.hasOwn(deprecatedValues, value) ? deprecatedValues[value] : undefined;
    if (replacement !== undefined) deprecatedValue(walk, value, replacement, words);
    if (words.has(value)) return;
    unknownWord(walk, value, [...words]);
    return;
  }
  const asNumber = walk.readers.istio === 'protobuf' && typeof value === 'number' && Number.isInteger(value);
  if (asNumber) walk.rewrite = true;
  wrongType(walk, `one of ${[...words].join(', ')}`, value, { decodes: asNumber });
}

function deprecatedValue(walk: Walk, value: string, replacement: string, words: ReadonlySet<string>): void {
  const [, instead = ''] = /^use `(\w+)`$/.exec(replacement) ?? [];
  note(walk, {
    rule: rules.deprecatedField,
    message: `${JSON.stringify(value)} is deprecated`,
    hint: asSentence(replacement),
    args: { value, replacement },
    repair: words.has(instead) ? replaced(walk, value, instead) : undefined,
  });
}

function unknownWord(walk: Walk, value: string, words: string[]): void {
  walk.celSkipped = true;
  const meant = closest(value, words);
  const clear = clearlyClosest(value, words);
  note(walk, {
    rule: rules.enum,
    message: `${JSON.stringify(value)} is not one of ${words.join(', ')}`,
    hint: meant === undefined ? undefined : `Did you mean ${JSON.stringify(meant)}?`,
    args: { value, allowed: words, ...(meant !== undefined && { meant }) },
    repair: clear === undefined ? undefined : replaced(walk, value, clear),
  });
}
