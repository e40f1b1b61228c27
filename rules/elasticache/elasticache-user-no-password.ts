import { defineRule, fix, remove, set, template } from '#kit';

export default defineRule({
  id: 'elasticache-user-no-password',
  title: 'ElastiCache user needs no password',
  on: 'AWS::ElastiCache::User',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'Whoever reaches the port may act as this user.',
  remedy: 'Give the user passwords, or IAM authentication.',
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html'],
  check(user, report) {
    const open = user.get('NoPasswordRequired');
    const mode = user.get('AuthenticationMode.Type');
    // The usual way to disable the default user.
    if (user.get('AccessString').satisfies((access) => /(?:^|\s)off(?:\s|$)/.test(access))) return;
    const at = open.is(true) ? open : mode.is('no-password-required') ? mode : undefined;
    if (!at) return;
    report(at, `Whoever reaches the port may act as ${user.logicalId}`, {
      fixes: [
        fix(
          'Ask for IAM authentication',
          'behaviour',
          set(user.get('AuthenticationMode'), { Type: 'iam' }),
          ...(at === open ? [remove(open)] : []),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::ElastiCache::User
            Properties:
              UserId: app
              UserName: app
              Engine: redis
              NoPasswordRequired: true
                                # ^^^^
              AccessString: on ~* +@read
      `,
      good: template`
        Resources:
          App:
            Type: AWS::ElastiCache::User
            Properties:
              UserId: app
              UserName: app
              Engine: redis
              AccessString: on ~* +@read
              AuthenticationMode:
                Type: iam
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
          App:
            Type: AWS::ElastiCache::User
            Properties:
              UserId: app
              UserName: app
              Engine: redis
              AccessString: on ~* +@read
              AuthenticationMode:
                Type: !If [IsProd, iam, no-password-required]
                                      # ^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::ElastiCache::User
            Properties:
              UserId: app
              UserName: app
              Engine: redis
              AccessString: on ~* +@read
              AuthenticationMode:
                Type: iam
      `,
    },
    {
      name: 'a user that is off',
      silent: template`
        Resources:
          App:
            Type: AWS::ElastiCache::User
            Properties:
              UserName: default
              NoPasswordRequired: true
              AccessString: off ~* +@all
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          App:
            Type: AWS::ElastiCache::User
            Properties:
              UserName: app
              NoPasswordRequired: !Ref Setting
      `,
    },
  ],
});
