import { TemplateFault } from '../template-fault.ts';

const deepest = 500;

/** Refuses values that stand so many levels deep that they may well hold themselves. */
export function checkNesting(level: number): void {
  if (level > deepest) throw new TemplateFault('a value is nested too deeply, or in itself');
}
