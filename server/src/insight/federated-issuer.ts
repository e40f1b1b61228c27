import type { Value } from '#evaluate';

/** An identity provider that issues tokens to all its customers under one address. */
export interface SharedIssuer {
  readonly host: string;
  /** Who its customers are, as the end of "can be assumed by". */
  readonly who: string;
  /** The audience of a token is chosen by the customer, so that it tells customers apart. */
  readonly hasOwnAudience: boolean;
}

/**
 * The shared issuer that a `Federated` principal names, by its host, its ARN or an OIDC provider of this template; undefined for
 * providers that serve one customer, and for what the template does not tell.
 */
export function sharedIssuerOf(principal: Value): SharedIssuer | undefined {
  const provider = principal.target()?.resource;
  const url = provider?.type === 'AWS::IAM::OIDCProvider' ? provider.get('Url') : principal;
  const host = url.pattern()?.replace(/^https:\/\/|^.*:oidc-provider\//, '');
  return ISSUERS.find((issuer) => issuer.host === host);
}

/**
 * What a condition compares the claims with that tell customers of an issuer apart. That somebody has signed in, which `amr` says,
 * or that a token is meant for AWS, tells nothing of whose user it is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function customerClaims(condition: Value, { host, hasOwnAudience }: SharedIssuer): readonly Value[] {
  const others = hasOwnAudience ? /:amr$/i : /:(?:aud|amr)$/i;
  return condition
    .entries()
    .filter(([operator]) => !/Not|^Null$/.test(operator))
    .flatMap(([, keys]) => keys.entries())
    .filter(([key]) => key.toLowerCase().startsWith(`${host}:`) && !others.test(key))
    .map(([, value]) => value);
}

const ISSUERS: readonly SharedIssuer[] = [
  { host: 'token.actions.githubusercontent.com', who: 'any workflow on GitHub', hasOwnAudience: false },
  { host: 'gitlab.com', who: 'any pipeline on gitlab.com', hasOwnAudience: false },
  { host: 'app.terraform.io', who: 'any workspace of HCP Terraform', hasOwnAudience: false },
  { host: 'cognito-identity.amazonaws.com', who: 'users of every Cognito identity pool', hasOwnAudience: true },
  { host: 'accounts.google.com', who: 'everyone with a Google account', hasOwnAudience: true },
  { host: 'www.amazon.com', who: 'everyone with an Amazon account', hasOwnAudience: true },
  { host: 'graph.facebook.com', who: 'everyone with a Facebook account', hasOwnAudience: true },
];
