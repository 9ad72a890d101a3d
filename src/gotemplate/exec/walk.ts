import type { Branches, Node, Pipeline } from '../parse/nodes.ts';
import type { ParsedTemplate } from '../parse/parse-templates.ts';
import { printValue } from '../print/print-value.ts';
import { GoStruct, type GoValue } from '../values/go-value.ts';
import { truth } from '../values/truth.ts';
import { assign, evaluatePipeline } from './evaluate.ts';
import { rangeItems } from './range-items.ts';
import { errorOf, fail, type Rendering, type State } from './state.ts';

/** The output of a template for its data. */
export function walkTemplate(rendering: Rendering, template: ParsedTemplate, data: GoValue): string {
  const dot = data ?? undefined;
  const state: State = { rendering, template, variables: [{ name: '$', value: dot }], output: '', at: 0 };
  rendering.budget.enter();
  try {
    walkNodes(state, dot, template.nodes);
    rendering.budget.leave();
    return state.output;
  } catch (error) {
    throw errorOf(state, error);
  }
}

/** What leaves the body of a `range` early. */
type Exit = 'break' | 'continue' | undefined;

function walkNodes(state: State, dot: GoValue, nodes: readonly Node[]): Exit {
  for (const node of nodes) {
    const exit = walkNode(state, dot, node);
    if (exit !== undefined) return exit;
  }
  return undefined;
}

function walkNode(state: State, dot: GoValue, node: Node): Exit {
  switch (node.kind) {
    case 'text':
      write(state, node.at, node.text);
      return undefined;
    case 'action':
      walkAction(state, dot, node.pipeline);
      return undefined;
    case 'if':
    case 'with':
      return walkChoice(state, dot, node);
    case 'range':
      return walkRange(state, dot, node);
    case 'template':
      callTemplate(state, dot, node);
      return undefined;
    default:
      return node.kind;
  }
}

function write(state: State, at: number, text: string): void {
  const { budget } = state.rendering;
  state.at = at;
  budget.step();
  budget.make(text.length);
  state.output += text;
}

function walkAction(state: State, dot: GoValue, pipeline: Pipeline): void {
  const value = evaluatePipeline(state, dot, pipeline);
  if (pipeline.variables.length > 0) return;
  state.at = pipeline.at;
  write(state, pipeline.at, printed(value));
}

/** Pointers are printed as what they point to. */
function printed(value: GoValue): string {
  if (value === undefined) return '<no value>';
  const text = printValue(value);
  return value instanceof GoStruct && value.pointer && text.startsWith('&') ? text.slice(1) : text;
}

function walkChoice(state: State, dot: GoValue, node: Branches & { kind: string }): Exit {
  const known = state.variables.length;
  const value = evaluatePipeline(state, dot, node.pipeline);
  let exit: Exit;
  if (truth(value)) exit = walkNodes(state, node.kind === 'with' ? value : dot, node.then);
  else if (node.otherwise !== undefined) exit = walkNodes(state, dot, node.otherwise);
  state.variables.length = known;
  return exit;
}

function walkRange(state: State, dot: GoValue, node: Branches): Exit {
  const { pipeline, at } = node;
  const known = state.variables.length;
  const value = evaluatePipeline(state, dot, pipeline);
  state.at = pipeline.at;
  const items = rangeItems(value);
  if (!items.pairs && pipeline.variables.length > 1) {
    throw fail(state, pipeline.at, 'range over a number sets one variable, not two');
  }
  const mark = state.variables.length;
  let exit: Exit;
  for (let i = 0; i < items.count; i += 1) {
    state.at = at;
    state.rendering.budget.step();
    const [key, element] = items.at(i);
    setVariables(state, pipeline, key, element);
    exit = walkNodes(state, element, node.then);
    state.variables.length = mark;
    if (exit === 'break') break;
  }
  exit = undefined;
  if (items.count === 0 && node.otherwise !== undefined) exit = walkNodes(state, dot, node.otherwise);
  state.variables.length = known;
  return exit;
}

/** One variable is the element, two are index and element. */
function setVariables(state: State, pipeline: Pipeline, key: GoValue, element: GoValue): void {
  const { variables: names, assigns, at } = pipeline;
  const values = names.length > 1 ? [key, element] : [element];
  const { variables } = state;
  for (const [i, name] of names.entries()) {
    if (assigns) assign(state, at, name, values[i]);
    else {
      const declared = variables[variables.length - names.length + i];
      if (declared !== undefined) declared.value = values[i];
    }
  }
}

function callTemplate(state: State, dot: GoValue, node: Extract<Node, { kind: 'template' }>): void {
  const { rendering } = state;
  const template = rendering.templates.get(node.name);
  if (template === undefined) throw fail(state, node.at, `there is no template ${JSON.stringify(node.name)}`);
  const data = node.pipeline === undefined ? undefined : evaluatePipeline(state, dot, node.pipeline);
  state.at = node.at;
  state.output += walkTemplate(rendering, template, data);
}
