import { compareText } from '../../compare-text.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import type { DumpItem, DumpSection, ProxyDump } from '../dump/dump.ts';
import { requiredSection } from '../dump/required-section.ts';
import { asList, asText, bareMessage, valueAt } from '../message/index.ts';

/** A filter whose configuration comes by itself. */
export interface EcdsRow {
  readonly name: string;
  /** Full name of the message of its configuration; empty where it has none. */
  readonly type: string;
  readonly version: string;
  readonly lastUpdated: string;
  /** Why Envoy refused an update of it; empty when it did not. */
  readonly error: string;
}

/** The extension configurations, by type and name. Envoy has a section for those of HTTP and one for the network's. */
export function summarizeEcds(dump: ProxyDump): EcdsRow[] {
  return sectionsOf(dump)
    .flatMap((section) => [...section.items({ typed_config: { '@type': true } })].map(rowOf))
    .sort((a, b) => compareText(a.type, b.type) || compareText(a.name, b.name));
}

/** All sections in one as protobuf's JSON. */
export function selectEcds(dump: ProxyDump): JsonObject {
  const filters = sectionsOf(dump).flatMap((section): readonly Json[] =>
    asList(section.value().ecds_filters),
  );
  return bareMessage({ ecds_filters: [...filters] }, 'envoy.admin.v3.EcdsConfigDump');
}

function sectionsOf(dump: ProxyDump): DumpSection[] {
  const found = dump.sections.filter(({ kind }) => kind === 'ecds');
  return found.length > 0 ? found : [requiredSection(dump, 'ecds')];
}

function rowOf({ name, message, version = '', lastUpdated = '', errorState }: DumpItem): EcdsRow {
  const url = asText(valueAt(message, 'typed_config', '@type'));
  const type = url.slice(url.lastIndexOf('/') + 1);
  return { name, type, version, lastUpdated, error: errorState?.details ?? '' };
}
