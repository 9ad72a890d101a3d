import type { Finding, Related } from '../../../finding.ts';
import { element, joined, newline, type Content, type Markup } from '../../html/index.ts';
import type { FindingReport } from '../../report.ts';
import { portablePath } from '../file-path.ts';
import type { Source } from '../frame-rows.ts';
import { refusers } from '../refusers.ts';
import { resourceName } from '../resource-name.ts';
import { fixBlock } from './fix-block.ts';
import { sourceBlock } from './source-block.ts';

/** Lines of a range that are shown: of the finding itself, and of places beside it. */
const mostLines = 12;
const mostRelatedLines = 3;

/** A finding as an item of a list; its data attributes are what the script filters by. */
export function findingItem(finding: Finding, number: number, { lines }: FindingReport): Markup {
  const { severity, code, rule, resource, cluster, range, message } = finding;
  const file = portablePath(finding.file);
  const data = {
    'data-severity': severity,
    'data-code': code,
    'data-rule': rule,
    'data-file': file,
    'data-kind': resource.kind,
    'data-namespace': resource.namespace ?? '',
    'data-cluster': cluster ?? '',
  };
  const id = `finding-${number}`;
  const frame = sourceBlock(range, (from, to) => lines(finding.file, from, to), {
    most: mostLines,
    around: 1,
  });
  return element(
    'li',
    { id, class: 'finding', tabindex: '-1', ...data },
    newline,
    element('h3', {}, element('span', { class: `severity ${severity}` }, severity), ' ', message),
    newline,
    element('p', { class: 'place' }, element('a', { href: `#${id}` }, placeOf(file, range))),
    newline,
    ...frame,
    details(finding, lines),
    newline,
  );
}

function placeOf(file: string, { start }: Finding['range']): Markup {
  return element('code', {}, `${file}:${start.line}:${start.column}`);
}

function details(finding: Finding, lines: FindingReport['lines']): Markup {
  const { file, range, resource, path, cluster, rejectedBy, hint, related, fixes } = finding;
  const source: Source = (from, to) => lines(file, from, to);
  const rows: readonly [string, Content][] = [
    ['at', where(resourceName(resource), path)],
    ['cluster', cluster ?? ''],
    ['refused by', refusers(rejectedBy)],
    ['hint', hint ?? ''],
    ...related.map((other): [string, Content] => ['related', relatedBlock(other, lines)]),
    ...fixes.map((fix): [string, Content] => ['fix', fixBlock(fix, range, source)]),
    ['rule', ruleOf(finding)],
  ];
  return element(
    'dl',
    {},
    newline,
    ...rows
      .filter(([, content]) => content !== '')
      .map(([label, content]) => joined(element('dt', {}, label), element('dd', {}, content), newline)),
  );
}

function where(resource: string, path: string): Content {
  if (path === '') return resource;
  return joined(resource, resource === '' ? '' : ' ', element('code', {}, path));
}

function relatedBlock({ file, range, message }: Related, lines: FindingReport['lines']): Markup {
  const frame = sourceBlock(range, (from, to) => lines(file, from, to), {
    most: mostRelatedLines,
    around: 0,
  });
  return joined(placeOf(portablePath(file), range), ` ${message}`, ...frame);
}

/** Links go to pages of the web alone: an address of another kind could be a script. */
function ruleOf({ code, rule, docs }: Finding): Content {
  const name = `${code} ${rule}`;
  return /^https?:\/\//.test(docs) ? element('a', { href: docs, rel: 'noreferrer' }, name) : name;
}
