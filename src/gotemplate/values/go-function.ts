import {
  GoFunction,
  GoInt,
  type CallContext,
  type GoMap,
  type GoValue,
  type ParameterType,
} from './go-value.ts';

type Parameter = ParameterType | `...${ParameterType}`;

interface Types {
  any: GoValue;
  value: GoValue;
  bool: boolean;
  string: string;
  int: number;
  int64: number;
  float64: number;
  error: GoValue;
  'map[string]interface {}': GoMap;
  '[]interface {}': GoValue[];
  '[]string': string[];
  'time.Time': GoValue;
}

/** What the body of a function gets for its parameters. */
export type Arguments<P extends readonly Parameter[]> = P extends readonly [
  infer First,
  ...infer Rest extends readonly Parameter[],
]
  ? First extends ParameterType
    ? [Types[First], ...Arguments<Rest>]
    : First extends `...${infer Each extends ParameterType}`
      ? Types[Each][]
      : never
  : [];

/**
 * A function that templates can call: `goFunction(['int', '...string'], (count, ...words) => ...)`. As in Go, an argument
 * of another type is an error; integers come as numbers. What it throws should be a `TemplateFault`.
 */
export function goFunction<const P extends readonly Parameter[]>(
  parameters: P,
  body: (...args: Arguments<P>) => GoValue,
): GoFunction {
  return contextFunction(parameters, (_, ...args) => body(...args));
}

/** A {@link goFunction} that also gets what it may ask of the template. */
export function contextFunction<const P extends readonly Parameter[]>(
  parameters: P,
  body: (context: CallContext, ...args: Arguments<P>) => GoValue,
): GoFunction {
  const variadic = parameters.at(-1)?.startsWith('...') ?? false;
  const types = parameters.map((each) => each.replace('...', '') as ParameterType);
  const whole = types.map((type) => type === 'int' || type === 'int64');
  return new GoFunction(types, variadic, (context, args) => {
    const given = args.map((arg, i) => {
      const wanted = whole[Math.min(i, whole.length - 1)] === true;
      return wanted && arg instanceof GoInt ? Number(arg.value) : arg;
    });
    // The caller has checked the types: see `fitArgument`.
    return body(context, ...(given as Arguments<P>));
  });
}
