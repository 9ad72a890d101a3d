import type { Command, NumberForms, Operand, Pipeline } from '../parse/nodes.ts';
import { TemplateFault } from '../template-fault.ts';
import { GoInt, type GoFunction, type GoValue, type ParameterType } from '../values/go-value.ts';
import { truth } from '../values/truth.ts';
import { typeOf } from '../values/type-of.ts';
import { builtinLogic } from './builtin-logic.ts';
import { memberOf } from './field-of.ts';
import { fits, nothingFor } from './fit-argument.ts';
import { declare, fail, findVariable, type State } from './state.ts';

/** The value that comes through a pipe, where one does. */
type Piped = { readonly value: GoValue } | undefined;

/** The value of a pipeline, which may declare or assign variables. */
export function evaluatePipeline(state: State, dot: GoValue, pipeline: Pipeline): GoValue {
  let piped: Piped;
  for (const command of pipeline.commands) {
    const value = evaluateCommand(state, dot, command, piped);
    piped = { value: value ?? undefined };
  }
  const value = piped?.value;
  for (const name of pipeline.variables) {
    if (pipeline.assigns) assign(state, pipeline.at, name, value);
    else declare(state, name, value);
  }
  return value;
}

/** Gives a variable that has been declared another value. */
export function assign(state: State, at: number, name: string, value: GoValue): void {
  const variable = findVariable(state, name);
  if (variable === undefined) throw fail(state, at, `the variable ${name} has not been declared with :=`);
  variable.value = value;
}

/** What a function or method is called with, besides what comes through the pipe. */
interface Call {
  readonly state: State;
  readonly dot: GoValue;
  readonly args: readonly Operand[];
  readonly piped: Piped;
}

function evaluateCommand(state: State, dot: GoValue, command: Command, piped: Piped): GoValue {
  const { operands } = command;
  const [first] = operands;
  if (first === undefined) return undefined;
  const args = operands.length === 1 ? noOperands : operands.slice(1);
  const call: Call = { state, dot, args, piped };
  switch (first.kind) {
    case 'field':
      return evaluateChain(call, first.at, dot, first.names);
    case 'chain':
      return evaluateChain(call, first.at, evaluateChained(state, dot, first.of), first.names);
    case 'variable':
      if (first.names.length === 0) refuseArguments(call, first);
      return evaluateChain(call, first.at, variableOf(state, first), first.names);
    case 'function':
      return callNamed(call, first.at, first.name);
    case 'nil':
      throw fail(state, first.at, 'nil alone is no command');
    default:
      refuseArguments(call, first);
      return evaluateOperand(state, dot, first);
  }
}

const noOperands: readonly Operand[] = [];

function refuseArguments({ state, args, piped }: Call, first: Operand): void {
  if (args.length > 0 || piped !== undefined) {
    throw fail(state, first.at, 'arguments are given to what is no function');
  }
}

function variableOf(state: State, { at, name }: { at: number; name: string }): GoValue {
  const variable = findVariable(state, name);
  if (variable === undefined) throw fail(state, at, `the variable ${name} has no value here`);
  return variable.value;
}

function evaluateChained(state: State, dot: GoValue, operand: Operand): GoValue {
  if (operand.kind === 'nil') throw fail(state, operand.at, 'nil has no fields');
  return evaluateOperand(state, dot, operand);
}

/** The value of an operand without arguments. */
function evaluateOperand(state: State, dot: GoValue, operand: Operand): GoValue {
  const call: Call = { state, dot, args: noOperands, piped: undefined };
  switch (operand.kind) {
    case 'dot':
      return dot;
    case 'nil':
      return undefined;
    case 'constant':
      if (operand.value === undefined) throw fail(state, operand.at, 'a number is too large for an int');
      return operand.value;
    case 'field':
      return evaluateChain(call, operand.at, dot, operand.names);
    case 'chain':
      return evaluateChain(call, operand.at, evaluateChained(state, dot, operand.of), operand.names);
    case 'variable':
      return evaluateChain(call, operand.at, variableOf(state, operand), operand.names);
    case 'function':
      return callNamed(call, operand.at, operand.name);
    case 'pipeline':
      return evaluatePipeline(state, dot, operand.pipeline);
  }
}

/** `.A.B.C` of a value; the last of the names may be a method that takes the arguments. */
function evaluateChain(call: Call, at: number, start: GoValue, names: readonly string[]): GoValue {
  const { state, args, piped } = call;
  const { rendering } = state;
  let value = start;
  state.at = at;
  for (const [i, name] of names.entries()) {
    const last = i === names.length - 1;
    const member = memberOf(value, name, rendering.missingKey);
    if ('method' in member) {
      const given = last ? call : { ...call, args: noOperands, piped: undefined };
      value = callFunction(given, at, name, member.method);
    } else if (last && start !== undefined && (args.length > 0 || piped !== undefined)) {
      throw fail(state, at, `${name} is no method: it takes no arguments`);
    } else value = member.value;
  }
  return value;
}

function callNamed(call: Call, at: number, name: string): GoValue {
  const { state } = call;
  const found = state.rendering.functions(name);
  if (found === undefined) throw fail(state, at, `there is no function ${name}`);
  return found === builtinLogic.and || found === builtinLogic.or
    ? evaluateLogic(call, at, name, found === builtinLogic.or)
    : callFunction(call, at, name, found);
}

/** `and` and `or` look no further than they must. */
function evaluateLogic({ state, dot, args, piped }: Call, at: number, name: string, stop: boolean): GoValue {
  if (args.length === 0 && piped === undefined) throw fail(state, at, `${name} needs an argument`);
  let value: GoValue;
  for (const arg of args) {
    value = evaluateArgument(state, dot, arg, 'value');
    if (truth(value) === stop) return value;
  }
  return piped === undefined ? value : piped.value;
}

function callFunction(
  { state, dot, args, piped }: Call,
  at: number,
  name: string,
  called: GoFunction,
): GoValue {
  const { parameters, variadic } = called;
  checkCount(state, at, name, called, args.length + (piped === undefined ? 0 : 1));
  const typeAt = (i: number): ParameterType => parameters[Math.min(i, parameters.length - 1)] ?? 'any';
  const values = args.map((arg, i) => evaluateArgument(state, dot, arg, typeAt(i)));
  if (piped !== undefined) {
    const type = variadic ? typeAt(args.length) : (parameters.at(-1) ?? 'any');
    values.push(fitted(state, at, piped.value, type));
  }
  const { budget, context } = state.rendering;
  state.at = at;
  budget.step();
  try {
    const result = called.call(context, values);
    if (typeof result === 'string' || Array.isArray(result)) budget.make(result.length);
    return result;
  } catch (error) {
    throw error instanceof TemplateFault ? new TemplateFault(`${name}: ${error.message}`) : error;
  }
}

function checkCount(state: State, at: number, name: string, called: GoFunction, given: number): void {
  const { parameters, variadic } = called;
  const wanted = variadic ? parameters.length - 1 : parameters.length;
  if (given < wanted || (given > wanted && !variadic)) {
    throw fail(state, at, `${name} takes ${variadic ? 'at least ' : ''}${wanted} arguments, not ${given}`);
  }
}

function evaluateArgument(state: State, dot: GoValue, operand: Operand, type: ParameterType): GoValue {
  if (operand.kind === 'constant') return constantFor(state, operand, type);
  if (operand.kind !== 'nil') return fitted(state, operand.at, evaluateOperand(state, dot, operand), type);
  const nothing = nothingFor(type);
  if (nothing === undefined) throw fail(state, operand.at, `nil is no ${type}`);
  return nothing.value;
}

function fitted(state: State, at: number, value: GoValue, type: ParameterType): GoValue {
  if (type === 'value') return value;
  if (value === undefined) {
    const nothing = nothingFor(type);
    if (nothing === undefined) throw fail(state, at, `a ${type} is needed, but there is no value`);
    return nothing.value;
  }
  if (!fits(type, value)) {
    const found = value === null ? 'interface {}' : typeOf(value);
    throw fail(state, at, `a ${type} is needed, not a value of type ${found}`);
  }
  return value;
}

type Constant = Extract<Operand, { kind: 'constant' }>;

/** Constants take the type that is asked for, if they can. */
function constantFor(state: State, operand: Constant, type: ParameterType): GoValue {
  const { number, value } = operand;
  if (type === 'any' || type === 'value') return evaluateOperand(state, undefined, operand);
  if ((type === 'string' || type === 'bool') && fits(type, value)) return value;
  const found = number === undefined ? undefined : numberFor(number, type);
  if (found === undefined) throw fail(state, operand.at, `a ${type} is needed, not ${typeOf(value)}`);
  return found;
}

function numberFor({ int, float }: NumberForms, type: ParameterType): GoValue {
  if (type === 'float64') return float;
  return (type === 'int' || type === 'int64') && int !== undefined ? new GoInt(int, type) : undefined;
}
