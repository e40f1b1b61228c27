import type { ParameterView, Value } from '#evaluate';

/** A secret that stands in user data, which everyone who may describe the instance and every process on it can read. */
export type UserDataSecret =
  | { readonly kind: 'literal'; readonly what: string }
  /** A NoEcho parameter is written into it. */
  | { readonly kind: 'parameter'; readonly parameter: ParameterView };

/** The secrets in user data, plain, through `Fn::Base64` and `Fn::Sub`, or encoded by hand; at most one of each kind. */
export function secretsInUserData(userData: Value, parameters: readonly ParameterView[]): readonly UserDataSecret[] {
  const pattern = userData.pattern();
  if (pattern === undefined) return [];
  const text = decodeBase64(pattern) ?? pattern;
  const what = LITERAL_SECRETS.find(([expression]) => hasLiteral(text, expression))?.[1];
  const parameter = parameters.find(({ name, noEcho }) => noEcho && text.includes(`\${${name}}`));
  return [
    ...(what ? [{ kind: 'literal', what } as const] : []),
    ...(parameter ? [{ kind: 'parameter', parameter } as const] : []),
  ];
}

/** Whether user data stands in the template as base64 that was encoded by hand, where `Fn::Base64` would leave it readable. */
export function isEncodedByHand(userData: Value): boolean {
  return userData.satisfies((text) => decodeBase64(text)?.startsWith('#') === true);
}

/** What is certainly a secret, by its form or by the name it is given; the last group, if any, is the value. */
const LITERAL_SECRETS: readonly (readonly [expression: RegExp, what: string])[] = [
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, 'an AWS access key'],
  [/aws_secret_access_key['"]?\s*[=:]\s*['"]?[A-Za-z0-9/+]{40}\b/gi, 'an AWS secret access key'],
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/g, 'a private key'],
  [/\b[a-z0-9_]*(?:passwo?r?d|passphrase|secret|secret_?key|api_?key|auth_?token)=["']?([^\s"';&|]+)/gi, 'a password'],
];

function hasLiteral(text: string, expression: RegExp): boolean {
  return [...text.matchAll(expression)].some(([, value]) => value === undefined || isSecretText(value));
}

/** Not a variable, a command, a path, an ARN, a placeholder or a word that says yes or no. */
function isSecretText(value: string): boolean {
  return (
    value.length >= 6 && !/^(?:[$/`<{%!@~]|arn:|https?:|true$|false$|changeme)/i.test(value) && !value.includes('$')
  );
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text of base64; undefined for anything that is not a script or configuration in it. */
function decodeBase64(text: string): string | undefined {
  const digits = text.replace(/\s+/g, '').replace(/=+$/, '');
  if (digits.length < 40 || !/^[A-Za-z0-9+/]+$/.test(digits)) return undefined;
  let bits = 0;
  let held = 0;
  let decoded = '';
  for (const digit of digits) {
    held = (held << 6) | ALPHABET.indexOf(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    decoded += String.fromCharCode((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return /[^\t\n\r\x20-\xff]/.test(decoded) ? undefined : decoded;
}
