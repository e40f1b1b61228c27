import { describe, expect, it } from 'vitest';
import { customerClaims, sharedIssuerOf } from '#insight';
import { ask } from './ask.ts';

/** The issuer that a role trusts, and the claims of it that are compared. */
function trusted(principal: string, condition: string, more = ''): string {
  const text = [
    'Parameters: {P: {Type: String}}',
    'Resources:',
    `  R: {Type: AWS::IAM::Role, Properties: {Who: ${principal}, Condition: ${condition}}}`,
    more,
  ].join('\n');
  const [answer] = ask(text, 'R', 'AWS::IAM::Role', (role) => {
    const issuer = sharedIssuerOf(role.get('Who'));
    if (!issuer) return 'none';
    const claims = customerClaims(role.get('Condition'), issuer).map((claim) => claim.pattern());
    return [issuer.host, ...claims].join(' ');
  });
  return answer ?? '';
}

const GITHUB = 'token.actions.githubusercontent.com';

describe('an issuer that serves everyone', () => {
  it.each([
    ['is named by its host', 'cognito-identity.amazonaws.com', 'cognito-identity.amazonaws.com'],
    ['is named by its ARN', `!Sub 'arn:aws:iam::\${AWS::AccountId}:oidc-provider/${GITHUB}'`, GITHUB],
    ['is not one of a single enterprise', `arn:aws:iam::111122223333:oidc-provider/${GITHUB}/acme`, 'none'],
    [
      'is not one of a single cluster',
      'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A',
      'none',
    ],
    ['is not what a parameter may name', '!Ref P', 'none'],
  ])('%s', (_, principal, expected) => {
    expect(trusted(principal, '{}')).toBe(expected);
  });

  it('is found by the address of a provider of the template', () => {
    const provider = `  G: {Type: AWS::IAM::OIDCProvider, Properties: {Url: 'https://${GITHUB}'}}`;
    expect(trusted('!Ref G', '{}', provider)).toBe(GITHUB);
  });
});

describe('claims that tell customers apart', () => {
  const arn = `arn:aws:iam::111122223333:oidc-provider/${GITHUB}`;
  it.each([
    ['are subjects', arn, `{StringLike: {'${GITHUB}:sub': 'repo:a/b:*'}}`, `${GITHUB} repo:a/b:*`],
    ['are not the audience that all share', arn, `{StringEquals: {'${GITHUB}:aud': sts.amazonaws.com}}`, GITHUB],
    ['are not those that are ruled out', arn, `{StringNotLike: {'${GITHUB}:sub': 'repo:a/b:*'}}`, GITHUB],
    [
      'are audiences of one’s own',
      'accounts.google.com',
      "{StringEquals: {'accounts.google.com:aud': x}}",
      'accounts.google.com x',
    ],
    [
      'are not the way of signing in',
      'accounts.google.com',
      "{StringEquals: {'accounts.google.com:amr': x}}",
      'accounts.google.com',
    ],
  ])('%s', (_, principal, condition, expected) => {
    expect(trusted(principal, condition)).toBe(expected);
  });
});
