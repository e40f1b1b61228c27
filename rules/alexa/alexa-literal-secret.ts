import { secretRule } from '#kit';

export default secretRule({
  id: 'alexa-literal-secret',
  title: 'Client secret or refresh token of an Alexa skill stands in the template',
  on: 'Alexa::ASK::Skill',
  severity: 'high',
  why: "Client secret and refresh token act for the developer's account: whoever has them can change every skill that it publishes.",
  remedy: 'Refer to a secret of Secrets Manager, or pass it in a parameter with NoEcho.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ask-skill-authenticationconfiguration.html',
  ],
  secrets: [
    {
      path: 'AuthenticationConfiguration.ClientSecret',
      what: 'Client secret',
      name: 'ClientSecret',
      isOwn: false,
      peers: { cfn_nag: ['F74'], kics: ['3c3b7a58'] },
    },
    {
      path: 'AuthenticationConfiguration.RefreshToken',
      what: 'Refresh token',
      name: 'RefreshToken',
      isOwn: false,
      peers: { cfn_nag: ['F75'], kics: ['5b48c507'] },
    },
  ],
  sample: { logicalId: 'Skill', type: 'Alexa::ASK::Skill', properties: ['VendorId: M1'] },
});
