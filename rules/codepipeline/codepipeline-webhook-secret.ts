import { secretRule } from '#kit';

export default secretRule({
  id: 'codepipeline-webhook-secret',
  title: 'Secret of a webhook stands in the template',
  on: 'AWS::CodePipeline::Webhook',
  severity: 'high',
  why: 'Whoever knows the secret can start the pipeline in the name of the repository.',
  remedy: 'Refer to a secret of Secrets Manager, or pass it in a parameter with NoEcho.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-webhook.html',
  ],
  secrets: [
    {
      path: 'AuthenticationConfiguration.SecretToken',
      what: 'Secret',
      name: 'Secret',
      isOwn: true,
      peers: { cfn_nag: ['F69'] },
    },
  ],
  sample: { logicalId: 'Push', type: 'AWS::CodePipeline::Webhook', properties: ['Authentication: GITHUB_HMAC'] },
});
