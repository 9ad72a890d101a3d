import type { Analysis } from '../../src/analyze/index.ts';
import { findingReport } from '../../src/finding-report.ts';
import { findingFormats, paint, type FormatOptions } from '../../src/output/index.ts';
import type { ReadResult } from '../../src/resources/index.ts';
import { ruleCatalogue } from '../../src/rule-catalogue.ts';
import {
  cycloneDx,
  scanBody,
  scanFindings,
  scanMarkdown,
  scanRules,
  type ScanReport,
} from '../../src/scan/index.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';
import { writeFileAtomically } from '../write-file.ts';
import type { ScanFormat, ScanOptions } from './scan-options.ts';
import { scanText } from './scan-text.ts';

/** What was found, and in what. */
export interface MadeScan {
  readonly report: ScanReport;
  readonly analysis: Analysis;
  readonly read: ReadResult;
}

/** Writes a report to all targets; to standard output as a table unless a target says otherwise. */
export async function printScan(
  io: CommandIo,
  made: MadeScan,
  { output }: Pick<ScanOptions, 'output'>,
): Promise<void> {
  for (const { format, file } of output) {
    if (file !== undefined)
      writeFileAtomically(io.cwd, file, await textOf(io, made, format, { root: io.cwd }));
  }
  const onScreen = output.length === 0 ? 'table' : output.find(({ file }) => file === undefined)?.format;
  if (onScreen === undefined) return;
  io.out(await textOf(io, made, onScreen, { root: io.cwd, styles: paint(io.colors.out) }));
}

async function textOf(
  io: CommandIo,
  made: MadeScan,
  format: ScanFormat,
  options: FormatOptions,
): Promise<string> {
  const { report } = made;
  switch (format) {
    case 'table':
      return scanText(report, { styles: options.styles ?? paint(false), verbose: io.verbosity > 0 });
    case 'json':
    case 'yaml':
      return documentText(format, report);
    case 'markdown':
      return scanMarkdown(report);
    case 'cyclonedx':
      return cycloneDx(report);
    case 'sarif':
    case 'github':
    case 'html':
      return findingsText(made, format, options);
  }
}

async function documentText(format: 'json' | 'yaml', report: ScanReport): Promise<string> {
  const texts: string[] = [];
  await printDocument({ out: (text) => void texts.push(text) }, format, 'ScanReport', scanBody(report));
  return texts.join('');
}

async function findingsText(
  { report, analysis, read }: MadeScan,
  format: 'sarif' | 'github' | 'html',
  options: FormatOptions,
): Promise<string> {
  const rules = format === 'sarif' ? [...scanRules(report), ...(await ruleCatalogue())] : [];
  const outcome = { ...analysis, findings: [...scanFindings(report)], lines: linesOf(read) };
  return (await findingFormats[format]())(findingReport(outcome, rules), options);
}

/** Lines of the files that were read. */
function linesOf({ documents }: ReadResult): Analysis['lines'] {
  return (file, from, to) => {
    for (const document of documents) {
      const lines = document.file === file ? document.lines(from, to) : [];
      if (lines.length > 0) return lines;
    }
    return [];
  };
}
