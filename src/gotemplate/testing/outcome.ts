import { helmFunctions, parseTemplate, sprigFunctions, TemplateError } from '../index.ts';
import type { Case } from './case.ts';
import { marked } from './marked.ts';

/** What our evaluator makes of a case; null is an error. */
export function outcome({ text, data, missingKey, helm }: Omit<Case, 'output'>): string | null {
  const functions = helm ? { ...sprigFunctions, ...helmFunctions } : sprigFunctions;
  const options = missingKey === undefined ? { functions } : { functions, missingKey };
  try {
    return withoutAddresses(parseTemplate(text, options).render(marked(data)));
  } catch (error) {
    if (error instanceof TemplateError) return null;
    throw error;
  }
}

/** An output without addresses of memory, which are different each time. */
export const withoutAddresses = (output: string): string => output.replace(/0x[0-9a-f]{8,}/g, 'POINTER');
