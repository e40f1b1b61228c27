import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'qldb-permissions-mode',
  title: 'QLDB ledger gives everyone it lets in every table',
  on: 'AWS::QLDB::Ledger',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { checkov: ['CKV_AWS_170'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'In the mode ALLOW_ALL whoever may send commands to the ledger may read and change all its tables; IAM policies on tables do not count.',
  remedy: 'Set PermissionsMode to STANDARD, and grant PartiQL actions by table.',
  references: ['https://docs.aws.amazon.com/qldb/latest/developerguide/getting-started-standard-mode.html'],
  check(ledger, report) {
    const mode = ledger.get('PermissionsMode');
    // It has to be said either way.
    if (!mode.is('ALLOW_ALL') && !mode.isAbsent) return;
    const what = mode.isAbsent ? 'does not ask for permissions by table' : 'gives everyone it lets in every table';
    report(mode, `${ledger.logicalId} ${what}`, {
      fixes: [fix('Ask for permissions by table', 'behaviour', set(mode, 'STANDARD'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
            Type: AWS::QLDB::Ledger
            Properties:
              Name: orders
              PermissionsMode: ALLOW_ALL
                             # ^^^^^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::QLDB::Ledger
            Properties:
              Name: orders
              PermissionsMode: STANDARD
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
          Orders:
            Type: AWS::QLDB::Ledger
            Properties:
              Name: orders
              PermissionsMode: !If [IsProd, STANDARD, ALLOW_ALL]
                                                    # ^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::QLDB::Ledger
            Properties:
              Name: orders
              PermissionsMode: !If [IsProd, STANDARD, STANDARD]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Orders:
            Type: AWS::QLDB::Ledger
            Properties:
              Name: orders
              PermissionsMode: !Ref Setting
      `,
    },
    {
      name: 'the mode has to be said',
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::QLDB::Ledger
            Properties:
              DeletionProtection: true
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::QLDB::Ledger
            Properties:
              DeletionProtection: true
              PermissionsMode: STANDARD
      `,
    },
  ],
});
