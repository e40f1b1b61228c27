import type { Document } from './document.ts';

/** A parameter: what it can be. */
export function describeParameter({ template, analysis }: Document, name: string): readonly string[] {
  const parameter = template?.parameters.get(name);
  const domain = template?.domainOf(name);
  if (!parameter) return [];
  const { type, allowedValues, noEcho } = parameter;
  const pinned = analysis?.options.parameters.get(name);
  const sentences = [
    domain?.default === undefined || noEcho ? 'No default.' : `Default: \`${domain.default}\`.`,
    allowedValues ? `One of ${allowedValues.map((value) => `\`${value}\``).join(', ')}.` : 'Any value is allowed.',
    noEcho ? 'CloudFormation does not show its value (NoEcho).' : '',
    pinned === undefined || noEcho ? '' : `The parameter file says \`${pinned}\`.`,
  ];
  return [`**Parameter \`${name}\`** · ${type}`, sentences.filter((sentence) => sentence !== '').join(' ')];
}
