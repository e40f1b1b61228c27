import { defineRule, template } from '#kit';

export default defineRule({
  id: 'dms-mongodb-authentication',
  title: 'DMS endpoint reads MongoDB without logging in',
  on: 'AWS::DMS::Endpoint',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { security_hub: ['DMS.11'] },
  controls: { 'aws-fsbp': ['DMS.11'], 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'A database that answers without a login answers everyone.',
  remedy: 'Set MongoDbSettings.AuthType to password, with a secret.',
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MongoDB.html'],
  check(endpoint, report) {
    const type = endpoint.get('MongoDbSettings.AuthType');
    if (type.is('no')) report(type, `${endpoint.logicalId} reads MongoDB without logging in`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mongodb
              MongoDbSettings:
                AuthType: no
                        # ^^
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mongodb
              MongoDbSettings:
                AuthType: !If [IsProd, password, no]
                                               # ^^
      `,
    },
    {
      name: 'no type is given',
      silent: template`
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mongodb
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Source:
            Type: AWS::DMS::Endpoint
            Properties:
              EngineName: mongodb
              MongoDbSettings:
                AuthType: !Ref Setting
      `,
    },
  ],
});
