import { readText, type ReadResult } from '../../../resources/index.ts';
import { validate, type Validation } from '../../../validate/index.ts';
import { planFixes, type FixPlan } from '../plan-fixes.ts';

/** For tests: the plan for files in memory that `validate` judges. */
export async function fixTexts(files: Readonly<Record<string, string>>): Promise<FixPlan<Validation>> {
  const check = (texts: ReadonlyMap<string, string>): Promise<Validation> =>
    validate(joined(Object.entries(files).map(([file, text]) => readText(texts.get(file) ?? text, file))));
  return planFixes(await check(new Map()), { readFile: (file) => files[file], check });
}

/** For tests: one file after its fixes. */
export async function fixText(text: string): Promise<string> {
  const { files } = await fixTexts({ 'a.yaml': text });
  return files[0]?.after ?? text;
}

const joined = (reads: readonly ReadResult[]): ReadResult => ({
  documents: reads.flatMap(({ documents }) => documents),
  resources: reads.flatMap(({ resources }) => resources),
  files: reads.length,
  notices: [],
});
