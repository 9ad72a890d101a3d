import { asText, valueAt, type Maybe } from '../message/index.ts';

/** `region/zone/sub-zone`, as far as it is known. */
export function describeLocality(locality: Maybe): string {
  const parts = ['region', 'zone', 'sub_zone'].map((field) => asText(valueAt(locality, field)));
  return parts.join('/').replace(/\/+$/, '');
}
