import { expect, it } from 'vitest';
import { canBeSecret, namesSecret, secretForm } from '#insight';

it.each([
  'DB_PASSWORD',
  'apiKey',
  'GithubToken',
  'client_secret',
  'MasterUserPassword2',
  'SecretAccessKey',
  'dbpassword',
])('%s names a secret', (name) => expect(namesSecret(name)).toBe(true));

it.each([
  'SecretArn',
  'PASSWORD_LENGTH',
  'TokenTtl',
  'KeyName',
  'RotateSecret',
  'PartitionKey',
  'SecretsManagerEndpoint',
  'Author',
])('%s does not', (name) => expect(namesSecret(name)).toBe(false));

it.each(['correct-horse-7', '7d793037a0760186574b0282f2f435e7'])('%s can be a secret', (text) =>
  expect(canBeSecret(text)).toBe(true),
);

it.each([
  'true',
  '3600',
  'arn:aws:s3:::a',
  '{{resolve:ssm:a}}',
  'https://example.org',
  '/app/key',
  'CHANGEME',
  'x',
  '',
])('%s cannot', (text) => expect(canBeSecret(text)).toBe(false));

it('knows keys, tokens and passwords in addresses by their form', () => {
  expect(secretForm('AKIAIOSFODNN7EXAMPLE')).toBe('an AWS access key');
  expect(secretForm('-----BEGIN RSA PRIVATE KEY-----')).toBe('a private key');
  expect(secretForm('postgres://app:hunter2@db/app')).toBe('a password in an address');
  expect(secretForm('git.commit.sha:55e7e7703f17c41f276caf8f1a1b744d674259f8')).toBeUndefined();
});
