import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleInfos } from './rule-infos.ts';

const rules = await ruleInfos();

describe('the list of rules', () => {
  test('holds every rule that the source declares', () => {
    const known = new Set(rules.map(({ slug }) => slug));
    const declared = sources('src/validate').flatMap((text) =>
      [...text.matchAll(/^\s*slug: '([^']+)'/gm)].map(([, slug]) => slug),
    );
    expect(declared.length).toBeGreaterThan(200);
    expect(declared.filter((slug) => !known.has(slug ?? ''))).toEqual([]);
  });

  test('holds every fault of reading', () => {
    const known = new Set(rules.map(({ slug }) => slug));
    const used = sources('src/resources').flatMap((text) =>
      [...text.matchAll(/'(yaml\/[a-z-]+)'/g)].map(([, slug]) => slug),
    );
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((slug) => !known.has(slug ?? ''))).toEqual([]);
  });

  test.each(rules)('$slug has a code, one sentence and a page', ({ slug, code, summary, docs }) => {
    expect(slug).toMatch(/^[a-z0-9]+\/[a-z0-9-]+$/);
    expect(code).toMatch(/^(IST|MSH)\d{4}$/);
    expect(summary).toMatch(/^[A-Z`].*\.$/);
    expect(docs).toContain(slug.replace('/', '#'));
  });
});

/** Texts of all sources below a folder, tests apart. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
}
