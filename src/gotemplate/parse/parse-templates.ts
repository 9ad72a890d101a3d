import type { TemplateSource } from '../template-error.ts';
import type { Branches, Node } from './nodes.ts';
import { parsePipeline } from './parse-pipeline.ts';
import { nested, type Scope } from './scope.ts';
import type { Token } from './token.ts';
import { TokenReader } from './token-reader.ts';
import { unquote } from './unquote.ts';

/** One template: that of a whole text, or a `define` or `block` in it. */
export interface ParsedTemplate {
  readonly name: string;
  readonly source: TemplateSource;
  readonly nodes: readonly Node[];
}

/** Parses a text: first the templates that it defines, last the text itself. Throws a `TemplateError`. */
export function parseTemplates(
  source: TemplateSource,
  isFunction: (name: string) => boolean,
): ParsedTemplate[] {
  const definitions: Definitions = { source, found: new Map() };
  const reader = new TokenReader(source);
  const scope: Scope = { reader, variables: ['$'], loops: 0, depth: 0, isFunction };
  const nodes = parseText(scope, definitions);
  add(definitions, scope, { name: source.name, source, nodes }, 0);
  return [...definitions.found.values()];
}

/** Whether a template has nothing but blanks and definitions; it then does not replace another of its name. */
export const isBlank = ({ nodes }: ParsedTemplate): boolean =>
  nodes.every((node) => node.kind === 'text' && !/[^\s\u0085]/.test(node.text));

interface Definitions {
  readonly source: TemplateSource;
  readonly found: Map<string, ParsedTemplate>;
}

function add({ found }: Definitions, { reader }: Scope, template: ParsedTemplate, at: number): void {
  const earlier = found.get(template.name);
  if (earlier === undefined || isBlank(earlier)) found.set(template.name, template);
  else if (!isBlank(template))
    throw reader.fail(at, `template ${JSON.stringify(template.name)} is defined twice`);
}

function parseText(scope: Scope, definitions: Definitions): Node[] {
  const { reader } = scope;
  const nodes: Node[] = [];
  for (;;) {
    const start = reader.mark();
    const token = reader.next();
    if (token.kind === 'end of text') return nodes;
    if (token.kind === 'left' && reader.peekPastSpace().text === 'define') {
      const { at } = reader.next();
      parseDefinition(scope, definitions, at);
      continue;
    }
    reader.goBackTo(start);
    const node = parseNode(scope, definitions);
    if ('ends' in node) throw reader.fail(node.at, `{{${node.ends}}} belongs to nothing`);
    nodes.push(node);
  }
}

function parseDefinition(scope: Scope, definitions: Definitions, at: number): void {
  const { reader } = scope;
  const name = parseName(scope, 'define');
  const right = reader.nextPastSpace();
  if (right.kind !== 'right') throw reader.unexpected(right, 'define');
  parseBody(scope, definitions, name, at);
}

/** The content of a `define` or `block`: a template of its own, which does not see the variables around it. */
function parseBody(around: Scope, definitions: Definitions, name: string, at: number): void {
  const scope: Scope = { ...around, variables: ['$'], loops: 0 };
  const { nodes, end } = parseList(scope, definitions, at);
  if (end.ends !== 'end')
    throw scope.reader.fail(end.at, `unexpected {{else}} in template ${JSON.stringify(name)}`);
  add(definitions, scope, { name, source: definitions.source, nodes }, at);
}

function parseName({ reader }: Scope, where: string): string {
  const token = reader.nextPastSpace();
  if (token.kind === 'raw string') return token.text.slice(1, -1);
  const name = token.kind === 'string' ? unquote(token.text) : undefined;
  if (name === undefined) throw reader.unexpected(token, where);
  return name;
}

/** What ends a list of nodes: `{{end}}`, or `{{else`, whose rest is not yet read. */
interface ListEnd {
  readonly ends: 'end' | 'else';
  readonly at: number;
}

interface List {
  readonly nodes: Node[];
  readonly end: ListEnd;
}

function parseList(scope: Scope, definitions: Definitions, at: number): List {
  const { reader } = scope;
  const nodes: Node[] = [];
  for (;;) {
    if (reader.peekPastSpace().kind === 'end of text') throw reader.fail(at, '{{end}} is missing');
    const node = nested(scope, at, () => parseNode(scope, definitions));
    if ('ends' in node) return { nodes, end: node };
    nodes.push(node);
  }
}

function parseNode(scope: Scope, definitions: Definitions): Node | ListEnd {
  const { reader } = scope;
  const token = reader.next();
  if (token.kind === 'text') return { kind: 'text', at: token.at, text: token.text };
  if (reader.peekPastSpace().kind === 'keyword') return parseKeyword(scope, definitions, reader.next());
  const pipeline = parsePipeline(scope, 'an action', 'right');
  return { kind: 'action', at: pipeline.at, pipeline };
}

function parseKeyword(scope: Scope, definitions: Definitions, token: Token): Node | ListEnd {
  const { text, at } = token;
  switch (text) {
    case 'if':
    case 'with':
    case 'range':
      return parseControl(scope, definitions, text, at);
    case 'break':
    case 'continue':
      return parseLoopExit(scope, text, at);
    case 'template':
      return parseCall(scope, at);
    case 'block':
      return parseBlock(scope, definitions, at);
    case 'else':
      return { ends: text, at };
    case 'end':
      passRight(scope, text);
      return { ends: text, at };
    default:
      throw scope.reader.fail(at, `{{${text}}} cannot stand inside of another block`);
  }
}

function passRight({ reader }: Scope, where: string): void {
  const right = reader.nextPastSpace();
  if (right.kind !== 'right') throw reader.unexpected(right, where);
}

function parseControl(
  scope: Scope,
  definitions: Definitions,
  kind: 'if' | 'with' | 'range',
  at: number,
): Branches & { kind: typeof kind } {
  const known = scope.variables.length;
  const pipeline = parsePipeline(scope, kind, 'right');
  if (kind === 'range') scope.loops += 1;
  const { nodes, end } = parseList(scope, definitions, at);
  if (kind === 'range') scope.loops -= 1;
  const otherwise = end.ends === 'end' ? undefined : parseElse(scope, definitions, kind, end.at);
  scope.variables.length = known;
  return { kind, at, pipeline, then: nodes, otherwise };
}

/** `{{else}} ... {{end}}`, or `{{else if}}` and `{{else with}}`, which share the `{{end}}` of what they belong to. */
function parseElse(scope: Scope, definitions: Definitions, kind: string, at: number): Node[] {
  const { reader } = scope;
  const { text } = reader.peekPastSpace();
  if (kind === text && (text === 'if' || text === 'with')) {
    reader.next();
    return [nested(scope, at, () => parseControl(scope, definitions, text, at))];
  }
  passRight(scope, 'else');
  const { nodes, end } = parseList(scope, definitions, at);
  if (end.ends !== 'end') throw reader.fail(end.at, '{{end}} must follow, not another {{else}}');
  return nodes;
}

function parseLoopExit(scope: Scope, kind: 'break' | 'continue', at: number): Node {
  passRight(scope, kind);
  if (scope.loops === 0) throw scope.reader.fail(at, `{{${kind}}} is not in a range`);
  return { kind, at };
}

function parseCall(scope: Scope, at: number): Node {
  const { reader } = scope;
  const name = parseName(scope, 'template');
  if (reader.peekPastSpace().kind !== 'right') {
    return { kind: 'template', at, name, pipeline: parsePipeline(scope, 'template', 'right') };
  }
  reader.next();
  return { kind: 'template', at, name, pipeline: undefined };
}

function parseBlock(scope: Scope, definitions: Definitions, at: number): Node {
  const name = parseName(scope, 'block');
  const pipeline = parsePipeline(scope, 'block', 'right');
  parseBody(scope, definitions, name, at);
  return { kind: 'template', at, name, pipeline };
}
