import { changesTo124 } from './changes/to-1-24.ts';
import { changesTo125 } from './changes/to-1-25.ts';
import { changesTo126 } from './changes/to-1-26.ts';
import { changesTo127 } from './changes/to-1-27.ts';
import { changesTo128 } from './changes/to-1-28.ts';
import { changesTo129 } from './changes/to-1-29.ts';
import { changesTo130 } from './changes/to-1-30.ts';
import { changesTo131 } from './changes/to-1-31.ts';
import type { ChangeRecord, ChangeSource, UpgradeChange } from './upgrade-change.ts';

/** What is known of the minor versions from 1.24 to 1.31, oldest first. */
export const allChanges: readonly UpgradeChange[] = [
  ...[changesTo124, changesTo125, changesTo126, changesTo127],
  ...[changesTo128, changesTo129, changesTo130, changesTo131],
].flatMap((records, index) => records.map((record) => changeOf(record, 24 + index)));

function changeOf({ source, detect = [], ...record }: ChangeRecord, minor: number): UpgradeChange {
  const [from, to] = [`1.${minor - 1}`, `1.${minor}`];
  return { ...record, from, to, detect, source: { kind: source, url: addressOf(source, from, to) } };
}

function addressOf(source: ChangeSource, from: string, to: string): string {
  const news = `https://istio.io/latest/news/releases/${to}.x/announcing-${to}`;
  const code = 'https://github.com/istio/istio';
  const difference = `${code}/compare/${from}.0...${to}.0`;
  const addresses: Readonly<Record<ChangeSource, string>> = {
    'upgrade-notes': `${news}/upgrade-notes/`,
    'release-notes': `${news}/change-notes/`,
    code: `${code}/tree/${to}.0`,
    'env-diff': difference,
    'values-diff': difference,
    'annotation-diff': difference,
    announcement: `${news}/`,
  };
  return addresses[source];
}
