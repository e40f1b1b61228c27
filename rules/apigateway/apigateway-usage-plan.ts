import { authoredName, defineRule, template } from '#kit';

export default defineRule({
  id: 'apigateway-usage-plan',
  title: 'Stage of an API is in no usage plan',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment'],
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { cfn_nag: ['W64', 'W68'], kics: ['7f8f1b60', '783860a3'] },
  controls: { 'nist-800-53-r5': ['SC-5'] },
  why: 'A usage plan limits what each customer of an API may call. An API without customers’ keys has no use for one.',
  remedy: 'Add an AWS::ApiGateway::UsagePlan for the stage.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html'],
  check(stage, report) {
    const { template } = stage;
    const isDeployment = stage.type === 'AWS::ApiGateway::Deployment';
    if (isDeployment && !stage.get('StageName').isGiven) return;
    const name = stage.get('StageName').pattern();
    const plans = template.resources('AWS::ApiGateway::UsagePlan').flatMap((plan) => plan.get('ApiStages').items());
    const isPlanned = plans.some((planned) => {
      const value = planned.get('Stage');
      if (value.isAbsent) return false;
      const target = value.target()?.resource.logicalId;
      return target === stage.logicalId || (target === undefined && (value.pattern() === name || value.isUnknown));
    });
    if (isPlanned || template.isOpen) return;
    report(stage, `The stage of ${authoredName(stage)} is in no usage plan`, {
      peers: isDeployment ? { cfn_nag: ['W68'], kics: ['783860a3'] } : { cfn_nag: ['W64'], kics: ['7f8f1b60'] },
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Live:
        # ^^^^
            Type: AWS::ApiGateway::Stage
            Properties: {StageName: live}
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Live:
        # ^^^^
            Type: AWS::ApiGateway::Stage
            Properties: {StageName: live}
          Plan:
            Type: AWS::ApiGateway::UsagePlan
            Condition: IsProd
            Properties: {ApiStages: [{ApiId: a1b2c3, Stage: !Ref Live}]}
      `,
    },
    {
      name: 'a plan of no stage',
      bad: template`
        Resources:
          Live:
        # ^^^^
            Type: AWS::ApiGateway::Stage
            Properties: {RestApiId: a1b2c3}
          Plan:
            Type: AWS::ApiGateway::UsagePlan
            Properties: {ApiStages: [{ApiId: a1b2c3}]}
      `,
    },
    {
      name: 'which stages are planned is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties: {StageName: live}
          Plan:
            Type: AWS::ApiGateway::UsagePlan
            Properties: {ApiStages: [{ApiId: a1b2c3, Stage: !Ref Given}]}
      `,
    },
  ],
});
