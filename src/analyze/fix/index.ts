export { applyEdits } from './text-edits.ts';
export { fixDiff } from './fix-diff.ts';
export {
  planFixes,
  type Checked,
  type FixedFile,
  type FixPlan,
  type FixSource,
  type LeftFix,
  type MadeFix,
} from './plan-fixes.ts';
export { withTexts } from './with-texts.ts';
