import { asText, valueAt, type Maybe } from '../message/index.ts';

/** `region/zone/sub-zone`, as far as it is known. */
export function describeLocality(locality: Maybe): string {
  const [region, zone, part] = [text(locality, 'region'), text(locality, 'zone'), text(locality, 'sub_zone')];
  if (part !== '') return `${region}/${zone}/${part}`;
  return zone === '' ? region : `${region}/${zone}`;
}

const text = (locality: Maybe, field: string): string => asText(valueAt(locality, field));
