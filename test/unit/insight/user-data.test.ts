import { expect, it } from 'vitest';
import { secretsInUserData } from '#insight';
import { ask } from './ask.ts';

const secrets = (userData: string, rest = '') =>
  ask(
    `Resources:
  Host:
    Type: AWS::EC2::Instance
    Properties:
      UserData: ${userData}
${rest}`,
    'Host',
    'AWS::EC2::Instance',
    (host) =>
      secretsInUserData(host.get('UserData'), host.template.parameters)
        .map((secret) => (secret.kind === 'literal' ? secret.what : secret.parameter.name))
        .join(', '),
  );

it.each([
  ['export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE', 'an AWS access key'],
  ['"-----BEGIN RSA PRIVATE KEY-----"', 'a private key'],
  ['export DB_PASSWORD=hunter2hunter2', 'a password'],
  ["{'Fn::Base64': {'Fn::Sub': 'export API_KEY=0123456789 in ${AWS::Region}'}}", 'a password'],
  ['ZXhwb3J0IERCX1BBU1NXT1JEPWh1bnRlcjJodW50ZXIyCg==', 'a password'],
])('finds the secret in %s', (userData, what) => expect(secrets(userData)).toEqual([what]));

it.each([
  'export DB_PASSWORD=$(aws ssm get-parameter --name db)',
  'export DB_PASSWORD=${DB_PASSWORD}',
  'export SECRET_ARN=arn:aws:secretsmanager:eu-west-1:111122223333:secret:db',
  'export PASSWORD_FILE=/run/secrets/db',
  'export PASSWORD=/run/secrets/db',
  'ZWNobyBoZWxsbyB3b3JsZCwgdGhpcyBpcyBhbGwgdGhlcmUgaXMK',
])('finds none in %s', (userData) => expect(secrets(userData)).toEqual(['']));

it('finds the secret parameter that is written into it', () => {
  const parameters = 'Parameters: {Password: {Type: String, NoEcho: true}, Name: {Type: String}}\n';
  expect(secrets("!Sub 'mysql -u${Name} -p${Password}'", parameters)).toEqual(['Password']);
});
