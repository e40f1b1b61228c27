/** Why no template shows a statement, where many share the reason. */

export const BY_AWS = 'AWS does it for every customer, and no property turns it on or off.';
export const BY_AUDIT =
  'A programme is passed by audits of AWS; what is left of it to an author stands in the controls of rules.';
