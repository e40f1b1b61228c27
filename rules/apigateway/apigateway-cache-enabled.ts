import { authoredName, defineRule, type Peers, template } from '#kit';

const OF_STAGE = { checkov: ['CKV_AWS_120'], kics: ['52790cad', '60a05ede'] };
const OF_METHODS = { guard: ['API_GW_CACHE_ENABLED_AND_ENCRYPTED'], trivy: ['AWS-0190'] };
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
  peers: { ...OF_STAGE, ...OF_METHODS, trivy: [...OF_METHODS.trivy, ...OF_SAM] },
  controls: {},
  why: 'A cache takes load off the back end. It is billed by the hour, and shares answers between callers unless its keys are chosen with care, so most APIs are better off without.',
  remedy:
    'Set CacheClusterEnabled, and CachingEnabled of the methods whose answers are the same for all callers, and encrypt the cache.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  check(stage, report) {
    const cache = stage.get('CacheClusterEnabled');
    const settings = stage.get('MethodSettings');
    const lacks = (name: string) =>
      !settings.isUnknown && !settings.isOpen && settings.items().every((one) => one.get(name).isNot(true));
    const isUnused = lacks('CachingEnabled');
    const isOff = settings.items().some((one) => one.get('CachingEnabled').is(false));
    const ofMethods: Peers = {
      guard: isUnused || isOff ? OF_METHODS.guard : [],
      trivy: [
        ...(isUnused && (isOff || !cache.is(true)) ? OF_METHODS.trivy : []),
        ...(stage.authoredType === 'AWS::Serverless::Api' && lacks('CacheDataEncrypted') ? OF_SAM : []),
      ],
    };
    if (cache.isNot(true)) {
      report(cache, `${authoredName(stage)} has no cache`, { peers: { ...OF_STAGE, ...ofMethods } });
    } else if (cache.is(true) && isUnused) {
      report(settings, `${authoredName(stage)} has a cache, but switches it on for no method`, { peers: ofMethods });
    }
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
              MethodSettings: [{HttpMethod: GET, ResourcePath: /, CachingEnabled: true}]
      `,
    },
    {
      name: 'the cache is switched on for no method',
      bad: template`
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              StageName: live
              CacheClusterEnabled: true
              MethodSettings:
            # ^^^^^^^^^^^^^^
                - {HttpMethod: GET, ResourcePath: /, CachingEnabled: false}
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
