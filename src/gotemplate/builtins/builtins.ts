import { builtinLogic } from '../exec/builtin-logic.ts';
import { fits } from '../exec/fit-argument.ts';
import { TemplateFault } from '../template-fault.ts';
import { contextFunction, goFunction } from '../values/go-function.ts';
import { GoFunction } from '../values/go-value.ts';
import { truth } from '../values/truth.ts';
import { typeOf } from '../values/type-of.ts';
import { collecting } from './collections.ts';
import { comparing } from './compare.ts';
import { printing } from './printing.ts';

/** The functions that every template has: https://pkg.go.dev/text/template#hdr-Functions */
export const builtins: Readonly<Record<string, GoFunction>> = {
  ...builtinLogic,
  ...comparing,
  ...collecting,
  ...printing,
  not: goFunction(['value'], (value) => !truth(value)),
  call: contextFunction(['value', '...value'], (context, called, ...args) => {
    if (!(called instanceof GoFunction))
      throw new TemplateFault(`a value of type ${typeOf(called)} is no function`);
    const { parameters, variadic } = called;
    const wanted = parameters.length - (variadic ? 1 : 0);
    const fit = args.every((arg, i) => fits(parameters[Math.min(i, parameters.length - 1)] ?? 'any', arg));
    if (args.length < wanted || (args.length > wanted && !variadic) || !fit) {
      throw new TemplateFault('the arguments are not those that the function takes');
    }
    return called.call(context, args);
  }),
};
