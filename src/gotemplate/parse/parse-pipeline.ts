import { constantOf } from './constants.ts';
import type { Command, Operand, Pipeline } from './nodes.ts';
import { nested, type Scope } from './scope.ts';
import type { Token, TokenKind } from './token.ts';

/** Parses a pipeline and the token that ends it; `where` names it in errors. */
export function parsePipeline(scope: Scope, where: string, end: 'right' | ')'): Pipeline {
  const { reader } = scope;
  const { at } = reader.peekPastSpace();
  const { variables, assigns } = parseVariables(scope, where);
  const commands: Command[] = [];
  for (;;) {
    const token = reader.peekPastSpace();
    if (token.kind === end) {
      reader.next();
      if (commands.length === 0) throw reader.fail(token.at, `a value is missing in ${where}`);
      checkStages(scope, commands);
      return { at, variables, assigns, commands };
    }
    if (!startsOperand.has(token.kind)) throw reader.unexpected(token, where);
    commands.push(parseCommand(scope));
  }
}

const constantKinds: readonly TokenKind[] = ['bool', 'number', 'character', 'string', 'raw string'];
const startsOperand = new Set<TokenKind>([
  ...constantKinds,
  'dot',
  'field',
  'identifier',
  'nil',
  'variable',
  '(',
]);

interface Variables {
  readonly variables: readonly string[];
  readonly assigns: boolean;
}

/** `$x :=`, `$x =`, and in a range `$i, $x :=`; nothing where a variable is only used. */
function parseVariables(scope: Scope, where: string): Variables {
  const { reader } = scope;
  const variables: string[] = [];
  while (reader.peekPastSpace().kind === 'variable') {
    const start = reader.mark();
    const { text } = reader.next();
    const after = reader.peekPastSpace();
    const sets = after.kind === 'declare' || after.kind === 'assign';
    if (!sets && after.kind !== 'comma') {
      reader.goBackTo(start);
      break;
    }
    reader.next();
    variables.push(text);
    scope.variables.push(text);
    if (sets) return { variables, assigns: after.kind === 'assign' };
    checkComma(scope, where, after, variables.length);
  }
  return { variables, assigns: false };
}

function checkComma({ reader }: Scope, where: string, comma: Token, count: number): void {
  if (where !== 'range' || count > 1) throw reader.fail(comma.at, `too many variables in ${where}`);
  if (!['variable', 'right', ')'].includes(reader.peekPastSpace().kind)) {
    throw reader.fail(comma.at, 'range can only set variables');
  }
}

const notCallable = new Set<Operand['kind']>(['constant', 'dot', 'nil']);

/** What comes after a `|` must be able to take the value before it. */
function checkStages({ reader }: Scope, [, ...later]: readonly Command[]): void {
  for (const { at, operands } of later) {
    if (operands[0] !== undefined && notCallable.has(operands[0].kind)) {
      throw reader.fail(at, 'after | a function or method must follow, not a value');
    }
  }
}

function parseCommand(scope: Scope): Command {
  const { reader } = scope;
  const { at } = reader.peek();
  const operands: Operand[] = [];
  for (;;) {
    reader.peekPastSpace();
    const operand = parseOperand(scope);
    if (operand !== undefined) operands.push(operand);
    const token = reader.peek();
    if (token.kind === 'space') continue;
    if (token.kind === 'pipe') reader.next();
    else if (token.kind !== 'right' && token.kind !== ')') throw reader.unexpected(token, 'a command');
    if (operands.length === 0) throw reader.fail(at, 'a command is empty');
    return { at, operands };
  }
}

/** A term, and the fields of it. */
function parseOperand(scope: Scope): Operand | undefined {
  const { reader } = scope;
  const term = parseTerm(scope);
  if (term === undefined || reader.peek().kind !== 'field') return term;
  const names: string[] = [];
  while (reader.peek().kind === 'field') names.push(reader.next().text.slice(1));
  if (term.kind === 'field' || term.kind === 'variable') return { ...term, names: [...term.names, ...names] };
  if (notCallable.has(term.kind)) throw reader.fail(term.at, 'a constant has no fields');
  return { kind: 'chain', at: term.at, of: term, names };
}

function parseTerm(scope: Scope): Operand | undefined {
  const { reader } = scope;
  const start = reader.mark();
  const token = reader.nextPastSpace();
  const { kind, text, at } = token;
  if (constantKinds.includes(kind)) return parseConstant(scope, token);
  switch (kind) {
    case 'dot':
    case 'nil':
      return { kind, at };
    case 'field':
      return { kind: 'field', at, names: [text.slice(1)] };
    case 'identifier':
      if (!scope.isFunction(text)) throw reader.fail(at, `there is no function ${text}`);
      return { kind: 'function', at, name: text };
    case 'variable':
      if (!scope.variables.includes(text)) throw reader.fail(at, `there is no variable ${text} here`);
      return { kind: 'variable', at, name: text, names: [] };
    case '(':
      return {
        kind: 'pipeline',
        at,
        pipeline: nested(scope, at, () => parsePipeline(scope, 'parentheses', ')')),
      };
    default:
      reader.goBackTo(start);
      return undefined;
  }
}

function parseConstant({ reader }: Scope, token: Token): Operand {
  const constant = constantOf(token);
  if (constant === undefined) throw reader.fail(token.at, `${token.text} is not well formed`);
  return constant;
}
