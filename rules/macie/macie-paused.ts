import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'macie-paused',
  title: 'Macie is paused',
  on: 'AWS::Macie::Session',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['RA-5', 'SI-4'] },
  why: 'A paused session looks at no bucket, though the account seems to have Macie.',
  remedy: 'Set Status to ENABLED, or leave it out.',
  references: ['https://docs.aws.amazon.com/macie/latest/user/suspend-macie.html'],
  check(session, report) {
    const status = session.get('Status');
    if (!status.is('PAUSED')) return;
    report(status, `${session.logicalId} is paused`, {
      fixes: [fix('Resume Macie', 'cost', set(status, 'ENABLED'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Session:
            Type: AWS::Macie::Session
            Properties:
              Status: PAUSED
                    # ^^^^^^
      `,
      good: template`
        Resources:
          Session:
            Type: AWS::Macie::Session
            Properties:
              Status: ENABLED
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Session:
            Type: AWS::Macie::Session
            Properties:
              Status: !If [IsProd, ENABLED, PAUSED]
                                          # ^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Session:
            Type: AWS::Macie::Session
            Properties:
              Status: !If [IsProd, ENABLED, ENABLED]
      `,
    },
    {
      name: 'a choice without default is unknown',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Session:
            Type: AWS::Macie::Session
            Properties:
              Status: !Ref Choice
      `,
    },
  ],
});
