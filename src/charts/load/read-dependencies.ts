import { isObject, plainText, type Json, type JsonObject } from '../../json.ts';
import type { Dependency, ImportedValues } from '../chart.ts';

/** What Chart.yaml or requirements.yaml says about other charts; undefined when it says nothing. */
export function readDependencies({ dependencies }: JsonObject): readonly Dependency[] | undefined {
  if (!Array.isArray(dependencies)) return undefined;
  return dependencies.filter(isObject).map((given) => ({
    name: plainText(given.name),
    version: plainText(given.version),
    alias: plainText(given.alias),
    conditions: plainText(given.condition)
      .trim()
      .split(',')
      .filter((path) => path !== ''),
    tags: listOf(given.tags).map(plainText),
    importValues: listOf(given['import-values']).flatMap(importedValues),
  }));
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

function importedValues(given: Json): ImportedValues[] {
  if (typeof given === 'string') return [{ child: `exports.${given}`, parent: '.' }];
  return isObject(given) ? [{ child: plainText(given.child), parent: plainText(given.parent) }] : [];
}
