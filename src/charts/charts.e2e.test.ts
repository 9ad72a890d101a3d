import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goOracle } from '../gotemplate/testing/go-oracle.ts';
import { findCharts, renderChart } from './index.ts';
import { chartCases, type ChartCase } from './testing/chart-cases.ts';
import { folderOf } from './testing/folder-of.ts';
import { packed } from './testing/write-tar.ts';

const helm = await goOracle('e2e/charts');
const title = 'charts come out as Helm renders them';

describe.skipIf(helm === undefined)(helm ? title : `${title}: not tested, Go cannot build e2e/charts`, () => {
  const release = { namespace: 'istio-system', kubeMinor: 32 };

  /** The objects, each as JSON; undefined for an error. */
  function ours({ chart, values }: ChartCase): string[] | undefined {
    try {
      const [found] = findCharts(chart, '.');
      if (found === undefined) throw new Error(`no chart in ${chart}`);
      const { objects, leftOut } = renderChart(found.load(), values, release);
      return canonical([...objects, ...leftOut]);
    } catch {
      return undefined;
    }
  }

  async function compare(each: ChartCase): Promise<string[] | undefined> {
    const [answer] = (await helm?.([{ ...each, ...release }])) ?? [];
    const theirs = answer?.error === '' ? canonical(JSON.parse(answer.output) as unknown[]) : undefined;
    expect(ours(each)).toEqual(theirs);
    return theirs;
  }

  test('an archive, with a subchart that is one, too', async () => {
    const chart = join(await folderOf(), 'outer-1.0.0.tgz');
    const inner = packed([
      { name: 'inner/Chart.yaml', text: 'apiVersion: v2\nname: inner\nversion: 2.0.0\n' },
      {
        name: 'inner/templates/x.yaml',
        text: 'kind: Inner\napiVersion: v1\nmetadata: {name: {{ .Values.n }}}\n',
      },
    ]);
    await writeFile(
      chart,
      packed([
        { name: 'outer/Chart.yaml', text: 'apiVersion: v2\nname: outer\nversion: 1.0.0\n' },
        { name: 'outer/charts/inner-2.0.0.tgz', text: inner },
      ]),
    );
    expect(await compare({ title: '', chart, values: { inner: { n: 'given' } } })).toHaveLength(1);
  });

  test.each(chartCases)('$chart: $title', async (each) => {
    await compare(each);
  });
});

const canonical = (objects: readonly unknown[]): string[] =>
  objects.map((object) => JSON.stringify(sorted(object), undefined, 1)).sort();

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
