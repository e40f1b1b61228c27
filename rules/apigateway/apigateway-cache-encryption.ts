import { authoredName, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'apigateway-cache-encryption',
  title: 'Cache of an API is not encrypted',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment'],
  severity: 'medium',
  category: 'encryption-at-rest',
  profile: 'recommended',
  aspect: 'encryption-at-rest',
  peers: {
    cfn_nag: ['W87'],
    guard: ['API_GW_CACHE_ENABLED_AND_ENCRYPTED'],
    trivy: ['AWS-0002', 'AWS-0110'],
    cdk_nag: ['APIGWCacheEnabledAndEncrypted'],
    kics: ['37cca703'],
    security_hub: ['APIGateway.5'],
  },
  controls: { 'aws-fsbp': ['APIGateway.5'], 'nist-800-53-r5': ['SC-28'], 'pci-dss-4': ['3.5.1'] },
  why: 'Answers of the API, with whatever callers’ data they hold, lie in the cache in clear text.',
  remedy: 'Set CacheDataEncrypted to true wherever caching is on.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  check(stage, report) {
    const isDeployment = stage.type === 'AWS::ApiGateway::Deployment';
    const root = isDeployment ? stage.get('StageDescription') : undefined;
    const settings = (
      isDeployment ? stage.get('StageDescription.MethodSettings') : stage.get('MethodSettings')
    ).items();
    for (const setting of [...(root?.isMap ? [root] : []), ...settings]) {
      const encrypted = setting.get('CacheDataEncrypted');
      if (!setting.get('CachingEnabled').is(true) || !encrypted.isNot(true)) continue;
      report(encrypted, `${authoredName(stage)} caches answers in clear text`, {
        peers: isDeployment ? { cfn_nag: ['W87'], kics: ['37cca703'] } : STAGE_PEERS,
        fixes: () => [fix('Encrypt the cache (empties it)', 'behaviour', set(encrypted, true))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              CacheClusterEnabled: true
              MethodSettings:
                - HttpMethod: '*'
                # ^^^^^^^^^^^^^^^
                  ResourcePath: /*
                  CachingEnabled: true
      `,
      good: template`
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              CacheClusterEnabled: true
              MethodSettings:
                - HttpMethod: '*'
                  ResourcePath: /*
                  CachingEnabled: true
                  CacheDataEncrypted: true
      `,
    },
    {
      name: 'the stage of a deployment, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Live:
            Type: AWS::ApiGateway::Deployment
            Properties:
              StageName: live
              StageDescription:
                CachingEnabled: true
                CacheDataEncrypted: !If [IsProd, true, false]
                                                     # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Live:
            Type: AWS::ApiGateway::Deployment
            Properties:
              StageName: live
              StageDescription:
                CachingEnabled: true
                CacheDataEncrypted: !If [IsProd, true, true]
      `,
    },
    {
      name: 'nothing is cached',
      silent: template`
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              MethodSettings: [{HttpMethod: '*', ResourcePath: '/*'}]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              MethodSettings: [{CachingEnabled: true, CacheDataEncrypted: !Ref Given}]
      `,
    },
  ],
});

const STAGE_PEERS = {
  guard: ['API_GW_CACHE_ENABLED_AND_ENCRYPTED'],
  trivy: ['AWS-0002', 'AWS-0110'],
  cdk_nag: ['APIGWCacheEnabledAndEncrypted'],
  security_hub: ['APIGateway.5'],
};
