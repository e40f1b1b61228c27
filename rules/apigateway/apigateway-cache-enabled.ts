import { authoredName, defineRule, template } from '#kit';

const PEERS = { checkov: ['CKV_AWS_120'], trivy: ['AWS-0190'], kics: ['52790cad', '60a05ede'] };
/** Asked of SAM's APIs alone, whether they have a cache or not. */
const OF_SAM = ['AWS-0110'];

export default defineRule({
  id: 'apigateway-cache-enabled',
  title: 'API has no cache',
  on: 'AWS::ApiGateway::Stage',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'network-infrastructure',
  peers: {
    ...PEERS,
    guard: ['API_GW_CACHE_ENABLED_AND_ENCRYPTED'],
    trivy: [...PEERS.trivy, ...OF_SAM],
  },
  controls: {},
  why: 'A cache takes load off the back end. It is billed by the hour, and shares answers between callers unless its keys are chosen with care, so most APIs are better off without.',
  remedy: 'Set CacheClusterEnabled if the answers are the same for all callers, and encrypt the cache.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  check(stage, report) {
    const cache = stage.get('CacheClusterEnabled');
    if (!cache.isNot(true)) return;
    const settings = stage.get('MethodSettings');
    const lacks = (name: string) => !settings.isOpen && settings.items().every((one) => one.get(name).isNot(true));
    const isOfSam = stage.authoredType === 'AWS::Serverless::Api';
    report(cache, `${authoredName(stage)} has no cache`, {
      peers: {
        ...PEERS,
        guard: lacks('CachingEnabled') ? ['API_GW_CACHE_ENABLED_AND_ENCRYPTED'] : [],
        trivy: isOfSam && lacks('CacheDataEncrypted') ? [...PEERS.trivy, ...OF_SAM] : PEERS.trivy,
      },
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
            Type: AWS::ApiGateway::Stage
            Properties:
              CacheClusterEnabled: !If [IsProd, true, false]
                                                    # ^^^^^
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
              CacheClusterEnabled: !Ref Given
      `,
    },
  ],
});
