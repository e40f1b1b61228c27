import type { Value } from '#evaluate';

/** Secrets that are known by their form. */
const FORMS: readonly (readonly [expression: RegExp, what: string])[] = [
  [/(?<![A-Z0-9])(?:AKIA|ASIA|AIPA|AROA|AIDA)[A-Z0-9]{16}(?![A-Z0-9])/, 'an AWS access key'],
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/, 'a private key'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}/, 'a GitHub token'],
  [/\bgithub_pat_[A-Za-z0-9_]{22,}/, 'a GitHub token'],
  [/\bglpat-[A-Za-z0-9_-]{20,}/, 'a GitLab token'],
  [/\bxox[abposr]-[A-Za-z0-9-]{10,}/, 'a Slack token'],
  [/\bsk_live_[A-Za-z0-9]{16,}/, 'a Stripe key'],
  [/\bAIza[A-Za-z0-9_-]{35}\b/, 'a Google API key'],
  [/\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/, 'a SendGrid key'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, 'a JSON web token'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@${}]+:(?!\*+@)[^\s:/@${}]{3,}@/, 'a password in an address'],
];

/** What kind of secret a text holds, going by its form alone; undefined for all other texts. */
export function secretForm(text: string): string | undefined {
  return FORMS.find(([expression]) => expression.test(text))?.[1];
}

const SECRET_WORDS = new Set([
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'secret',
  'token',
  'apikey',
  'credential',
  'credentials',
  'pat',
]);
/** What comes before `key` where the key is a secret: an API key is, a table's partition key is not. */
const SECRET_KEYS = new Set([
  'api',
  'secret',
  'private',
  'access',
  'auth',
  'signing',
  'encryption',
  'license',
  'master',
  'account',
]);
/** A last word that makes of the secret something about it. */
const ABOUT = new Set(
  `name names arn arns id ids url uri path file filename length policy ttl expiry expiration expires rotation count size enabled
   disabled type version field fields endpoint header prefix suffix region provider days hours minutes seconds timeout age bucket
   table format algorithm alias username user users store backend mode issuer audience label description test example required
   reset lambda function schedule interval lifetime validity manager parameter param ref location role hint min max use pool`.split(
    /\s+/,
  ),
);
const ASKING = new Set([
  'has',
  'is',
  'use',
  'enable',
  'disable',
  'require',
  'allow',
  'create',
  'generate',
  'rotate',
  'max',
  'min',
  'show',
]);

/** Whether a name is that of a secret (`DB_PASSWORD`, `apiKey`), and not of something about one (`SecretArn`, `TokenTtl`). */
export function namesSecret(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const last = words.at(-1)?.replace(/\d+$/, '') ?? '';
  if (ABOUT.has(last) || ASKING.has(words[0] ?? '')) return false;
  // A KMS key is named, never handed over.
  if (last === 'key' && ['kms', 'cmk'].includes(words.at(-2) ?? '')) return false;
  if (
    words.some((word) => SECRET_WORDS.has(word.replace(/\d+$/, '')) || /(?:password|secret|apikey|passwd)$/.test(word))
  )
    return true;
  return last === 'key' && SECRET_KEYS.has(words.at(-2) ?? '');
}

/** Whether a text can be a secret itself: no reference to one, no address, no placeholder, no switch, no number of days. */
export function canBeSecret(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length < 6 || /^\d{1,5}$/.test(trimmed)) return false;
  if (/^(?:arn:|https?:|s3:|ssm:|vault:|\/|\.|[$<{[%!])/.test(trimmed) || trimmed.includes('${') || /\s/.test(trimmed))
    return false;
  return !/^(?:true|false|none|null|undefined|required|optional|enabled|disabled)$|change_?-?me|example|placeholder|dummy|to-?do\b|redacted|replace|^x{3,}|^\*+$|^your/i.test(
    trimmed,
  );
}

/**
 * What kind of secret a setting of an application holds in clear text, going by its form or by its name; undefined for all else.
 * What is read from Secrets Manager or the parameter store at deployment is none.
 */
export function secretSetting(name: string, value: Value): string | undefined {
  if (value.dynamicReference !== undefined) return undefined;
  if (value.satisfies((text) => secretForm(text) !== undefined)) return secretForm(value.pattern() ?? '') ?? 'a secret';
  return namesSecret(name) && value.satisfies(canBeSecret) ? 'a secret' : undefined;
}
