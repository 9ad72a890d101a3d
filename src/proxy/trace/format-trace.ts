import { describeVerdict } from './describe-verdict.ts';
import type { Trace, TraceStep } from './trace.ts';

/** A trace for people: its steps in order, each with the field that decides, then the verdict. */
export function formatTrace({ steps, verdict, assumptions }: Trace): string {
  const width = Math.max(0, ...steps.map(({ stage }) => stage.length));
  const lines = steps.flatMap((step, index) => stepLines(step, { number: index + 1, width }));
  const taken = assumptions.map((each) => `  - ${each}`);
  return [
    ...lines,
    '',
    `Verdict: ${describeVerdict(verdict)}`,
    ...(taken.length === 0 ? [] : ['Taken for granted:', ...taken]),
    '',
  ].join('\n');
}

function stepLines(
  { stage, name, reason, field, rejected = [] }: TraceStep,
  { number, width }: { readonly number: number; readonly width: number },
): string[] {
  const head = `${String(number).padStart(2)}. ${stage.padEnd(width)}`;
  const indent = ' '.repeat(width + 6);
  return [
    `${head}  ${name}: ${reason}`,
    ...rejected.map((each) => `${indent}not ${each.name}: ${each.reason}`),
    ...(field === undefined ? [] : [`${indent}${field.path} = ${shortValue(JSON.stringify(field.value))}`]),
  ];
}

const shortValue = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
