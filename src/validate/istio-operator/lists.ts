import type { Static } from 'typebox';
import type { Path } from '../../path.ts';
import type { Json } from '../../resources/index.ts';
import type { IstioOperatorSpec } from '../../api/istio-operator.ts';
import { checkGatewayPorts } from './ports.ts';
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

const ranges = ['includeIPRanges', 'excludeIPRanges'];
const ports = ['includeInboundPorts', 'excludeInboundPorts'];
const isRange = (item: string): boolean => item.includes('/') && isSubnet(item);
const isPort = (item: string): boolean => /^\d+$/.test(item) && Number(item) <= 65535;

/** Checks the texts in the values that hold lists, and the ports of the gateways there. */
export function checkValuesLists({ values = {} }: Static<typeof IstioOperatorSpec>, report: Report): void {
  const proxy = ['global', 'proxy'];
  for (const name of ranges)
    checkList(values as Json, [...proxy, name], isRange, 'an address range such as 10.0.0.0/8', report);
  for (const name of ports)
    checkList(values as Json, [...proxy, name], isPort, 'a port from 0 to 65535', report);
  for (const name of ['istio-ingressgateway', 'istio-egressgateway']) {
    const path = ['gateways', name];
    const listed = valueAt(values as Json, [...path, 'ingressPorts']);
    const root = valueAt(values as Json, [...path, 'runAsRoot']) === true;
    if (Array.isArray(listed))
      checkGatewayPorts(listed, ['spec', 'values', ...path, 'ingressPorts'], root, report);
  }
}

type ItemCheck = (item: string) => boolean;

function checkList(values: Json, path: Path, isItem: ItemCheck, expected: string, report: Report): void {
  const text = valueAt(values, path);
  if (typeof text !== 'string' || text === '' || text === '*') return;
  for (const item of text.split(',')) {
    if (!isItem(item)) report(valuesList, ['spec', 'values', ...path], { item, expected });
  }
}
