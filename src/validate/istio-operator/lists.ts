import type { JsonObject } from '../../json.ts';
import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { isSubnet } from '../values/addresses.ts';
import { valueAt } from '../value-at.ts';

const valuesList = errorRule({
  slug: 'operator/values-list',
  summary: 'Lists of address ranges and ports in the values have the form their field asks for.',
  message: ({ item, expected }: { item: string; expected: string }) =>
    `${JSON.stringify(item)} is not ${expected}`,
  hint: 'Separate items by commas; `*` alone stands for all.',
});

export const operatorListRules: readonly RuleInfo[] = [valuesList];

/** Checks the texts in the values that list what the proxies redirect. */
export function checkValuesLists(values: JsonObject, path: Path, report: Report): void {
  const proxy = ['global', 'proxy'];
  for (const name of ['includeIPRanges', 'excludeIPRanges']) {
    const text = valueAt(values, [...proxy, name]);
    if (typeof text === 'string' && text !== '*')
      checkItems(text, isRange, 'an address range such as 10.0.0.0/8', [...path, ...proxy, name], report);
  }
  for (const name of ['includeInboundPorts', 'excludeInboundPorts']) {
    const text = valueAt(values, [...proxy, name]);
    if (typeof text === 'string')
      checkItems(text, isPort, 'a port from 0 to 65535', [...path, ...proxy, name], report);
  }
}

const isRange = (item: string): boolean => item.includes('/') && isSubnet(item);

const isPort = (item: string): boolean =>
  item === '' || item === '*' || (/^[+-]?\d+$/.test(item) && Number(item) >= 0 && Number(item) <= 65535);

function checkItems(
  text: string,
  isItem: (item: string) => boolean,
  expected: string,
  path: Path,
  report: Report,
): void {
  if (text === '') return;
  for (const item of text.split(',')) {
    if (!isItem(item)) report(valuesList, path, { item, expected });
  }
}
