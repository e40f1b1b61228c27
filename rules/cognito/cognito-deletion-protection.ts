import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'cognito-deletion-protection',
  title: 'User pool can be deleted in one call',
  on: 'AWS::Cognito::UserPool',
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['Cognito.6'] },
  controls: { 'aws-fsbp': ['Cognito.6'], 'nist-800-53-r5': ['CP-9'] },
  why: 'A deleted pool takes all users and their passwords with it, and nothing brings them back.',
  remedy: 'Set DeletionProtection to ACTIVE.',
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html'],
  check(pool, report) {
    const protection = pool.get('DeletionProtection');
    if (!protection.isNot('ACTIVE')) return;
    report(protection, `${pool.logicalId} can be deleted with all its users`, {
      fixes: () => [fix('Protect the pool from deletion', 'behaviour', set(protection, 'ACTIVE'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Users:
        # ^^^^^
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: users
      `,
      good: template`
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: users
              DeletionProtection: ACTIVE
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
          Users:
            Type: AWS::Cognito::UserPool
            Properties:
              DeletionProtection: !If [IsProd, ACTIVE, INACTIVE]
                                                     # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties:
              DeletionProtection: !If [IsProd, ACTIVE, ACTIVE]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
            Properties: {DeletionProtection: !Ref Given}
      `,
    },
  ],
});
