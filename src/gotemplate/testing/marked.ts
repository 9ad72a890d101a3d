import { isObject, type Json, type JsonObject } from '../../json.ts';
import {
  goFunction,
  GoInt,
  GoStruct,
  TemplateFault,
  withElements,
  type GoMap,
  type GoValue,
} from '../index.ts';

/** The value of data of a case: `{"$int": 5}` is an integer. `e2e/gotemplate/main.go` makes the same of it. */
export function marked(data: Json): GoValue {
  if (Array.isArray(data)) return data.map(marked);
  if (!isObject(data)) return data;
  for (const [mark, value] of Object.entries(data)) {
    if (Object.hasOwn(marks, mark)) return marks[mark]?.(value);
  }
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, marked(value)]));
}

const marks: Readonly<Record<string, (value: Json) => GoValue>> = {
  $int: (value) => new GoInt(Number(value)),
  $int32: (value) => new GoInt(Number(value), 'int32'),
  $int64: (value) => new GoInt(Number(value), 'int64'),
  $uint: (value) => new GoInt(Number(value), 'uint'),
  $strings: (value) => withElements(value as string[], 'string'),
  $labels: (value) => withElements(value as GoMap, 'string'),
  $pod: (value) => pod(value as JsonObject, false),
  $podPointer: (value) => pod(value as JsonObject, true),
};

function pod(parts: JsonObject, pointer: boolean): GoStruct {
  const { Name = '', Labels = {}, Port = 0, Owner = null, Mode = 0 } = parts;
  return new GoStruct({
    type: 'main.Pod',
    pointer,
    fields: {
      Name,
      Labels: withElements(Labels as GoMap, 'string'),
      Port: new GoInt(Number(Port), 'int32'),
      Owner: owner(Owner as JsonObject | null),
      Mode: mode(Number(Mode)),
    },
    methods: {
      Greet: goFunction(['string', 'int'], (name, times) => `hi ${name} `.repeat(times)),
      Sum: goFunction(['...int'], (...numbers) => new GoInt(numbers.reduce((a, b) => a + b, 0))),
      Refuse: goFunction([], () => {
        throw new TemplateFault('refused');
      }),
    },
  });
}

function owner(parts: JsonObject | null): GoStruct {
  const Name = parts?.Name ?? '';
  return new GoStruct({
    type: 'main.Owner',
    pointer: true,
    nil: parts === null,
    fields: { Name },
    methods: {
      GetName: goFunction([], () => Name),
      GetParent: goFunction([], () => owner(null)),
    },
  });
}

function mode(value: number): GoInt {
  const name = ['REDIRECT', 'TPROXY'][value] ?? '';
  return new GoInt(value, 'int32', { type: 'main.Mode', methods: { String: goFunction([], () => name) } });
}
