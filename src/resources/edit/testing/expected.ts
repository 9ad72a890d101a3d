import type { Json, JsonObject } from '../../../json.ts';
import type { Path } from '../../../path.ts';
import type { EditStep } from '../edit-step.ts';

/** For tests: what a step makes of the value of a document; `raw` is how the value at its path is written. */
export function expected(value: Json, step: EditStep, raw: string): Json {
  if (step.op === 'rename' || step.op === 'remove') {
    const last = step.path.at(-1);
    return at(value, step.path.slice(0, -1), (holder) => {
      if (Array.isArray(holder)) return holder.filter((_, index) => index !== last);
      return fromEntries(
        Object.entries(holder as JsonObject).flatMap(([name, member]) => {
          if (name !== last) return [[name, member]];
          return step.op === 'rename' ? [[step.name, member]] : [];
        }),
      );
    });
  }
  return at(value, step.path, (old) => {
    switch (step.op) {
      case 'set':
        return step.value;
      case 'quote':
        return raw;
      case 'wrap':
        return { [step.key]: old };
      case 'add':
        return Array.isArray(old)
          ? [...old, step.value]
          : fromEntries([...Object.entries(old as JsonObject), [step.key ?? '', step.value]]);
    }
  });
}

function at(value: Json, [step, ...rest]: Path, change: (value: Json) => Json): Json {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? at(item, rest, change) : item));
  return fromEntries(
    Object.entries(value as JsonObject).map(([name, member]) => [
      name,
      name === step ? at(member, rest, change) : member,
    ]),
  );
}

/** Keeps `__proto__` a plain key. */
function fromEntries(entries: readonly [string, Json][]): JsonObject {
  return Object.fromEntries(entries);
}
