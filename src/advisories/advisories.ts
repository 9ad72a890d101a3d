import type { Advisory } from './advisory.ts';
import type { EnvoyFix } from './envoy-fix.ts';
import { envoyFixes } from './envoy-fixes.ts';
import { parseRanges } from './parse-ranges.ts';
import type { AdvisoryRow } from './records/advisory-row.ts';
import { bulletins2019 } from './records/bulletins-2019.ts';
import { bulletins2020 } from './records/bulletins-2020.ts';
import { bulletins2022 } from './records/bulletins-2022.ts';
import { bulletins2023 } from './records/bulletins-2023.ts';
import { bulletins2025 } from './records/bulletins-2025.ts';
import { bulletinsEarly2021 } from './records/bulletins-early-2021.ts';
import { bulletinsEarly2024 } from './records/bulletins-early-2024.ts';
import { bulletinsEarly2026 } from './records/bulletins-early-2026.ts';
import { bulletinsLate2021 } from './records/bulletins-late-2021.ts';
import { bulletinsLate2024 } from './records/bulletins-late-2024.ts';
import { bulletinsLate2026 } from './records/bulletins-late-2026.ts';
import { publicGateway } from './records/public-gateway.ts';
import { releaseNotesAugust2026 } from './records/release-notes-august-2026.ts';
import { releaseNotesEarly2026 } from './records/release-notes-early-2026.ts';
import { releaseNotesLate2026 } from './records/release-notes-late-2026.ts';
import { severityOf } from './severity-of.ts';

/** All that is known: bulletins of Istio, fixes that only patch notes tell of, and fixes of Envoy that Istio may lack. */
export const advisories: readonly Advisory[] = [
  ...[
    ...bulletins2019,
    ...bulletins2020,
    ...bulletinsEarly2021,
    ...bulletinsLate2021,
    ...bulletins2022,
    ...bulletins2023,
    ...bulletinsEarly2024,
    ...bulletinsLate2024,
    ...bulletins2025,
    ...bulletinsEarly2026,
    ...bulletinsLate2026,
  ].map((row) => expand(row, 'bulletin')),
  ...[...releaseNotesEarly2026, ...releaseNotesAugust2026, ...releaseNotesLate2026].map((row) =>
    expand(row, 'release-notes'),
  ),
  ...envoyFixes.filter(isOpen).map(asAdvisory),
];

function expand(row: AdvisoryRow, kind: Advisory['kind']): Advisory {
  const { sources = ['bulletin'], certainty = 'high', ranges, rangesOf = {}, url, ...rest } = row;
  const bulletin = `https://istio.io/latest/news/security/${row.id.toLowerCase()}/`;
  return {
    cves: [],
    aliases: [],
    cveScores: {},
    optOuts: [],
    status: 'fixed',
    notes: [],
    ...rest,
    kind,
    severity: severityOf(row.score),
    ranges: parseRanges(ranges),
    rangesOf: Object.fromEntries(Object.entries(rangesOf).map(([id, text]) => [id, parseRanges(text)])),
    provenance: { sources, url: url ?? bulletin, certainty },
  };
}

/** Whether no release of Istio is known to have a fix; the others are parts of bulletins. */
function isOpen({ istioFixed }: EnvoyFix): boolean {
  return Object.values(istioFixed).every((fixed) => fixed === 'unknown');
}

function asAdvisory({ id, alias, date, feature, query, note, ...fix }: EnvoyFix): Advisory {
  return {
    id,
    kind: 'envoy',
    title: `Envoy: ${feature}`,
    date,
    cves: id.startsWith('CVE-') ? [id] : [],
    aliases: alias === undefined ? [] : [alias],
    severity: fix.severity,
    ...(fix.score !== undefined && { score: fix.score }),
    cveScores: {},
    ranges: parseRanges(
      Object.keys(fix.istioFixed)
        .map((line) => `${line}.0-?`)
        .join(' '),
    ),
    rangesOf: {},
    olderLines: 'unknown',
    components: ['proxy', 'gateway'],
    conditions: [
      query === publicGateway.query
        ? publicGateway
        : { basis: 'config', what: 'an EnvoyFilter adds the filter', ...(query && { query }) },
    ],
    optOuts: [],
    status: 'fixed',
    notes: note === undefined ? [] : [note],
    provenance: fix.provenance,
  };
}
