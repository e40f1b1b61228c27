import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'qldb-deletion-protection',
  title: 'QLDB ledger can be deleted by mistake',
  on: 'AWS::QLDB::Ledger',
  severity: 'medium',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { checkov: ['CKV_AWS_172'] },
  controls: { 'nist-800-53-r5': ['CP-9', 'SI-12'] },
  why: 'A ledger is kept for its history; one wrong call ends it. It is protected unless told otherwise.',
  remedy: 'Set DeletionProtection to true, or leave it out.',
  references: ['https://docs.aws.amazon.com/qldb/latest/developerguide/ledger-management.basics.html'],
  check(ledger, report) {
    const protection = ledger.get('DeletionProtection');
    if (!protection.is(false)) return;
    report(protection, `${ledger.logicalId} can be deleted in one step`, {
      fixes: [
        fix(
          'Protect from deletion (the stack can then only be deleted after taking it off)',
          'behaviour',
          set(protection, true),
        ),
      ],
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
              DeletionProtection: false
                                # ^^^^^
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::QLDB::Ledger
            Properties:
              Name: orders
              DeletionProtection: true
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
              DeletionProtection: !If [IsProd, true, false]
                                                   # ^^^^^
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
              DeletionProtection: !If [IsProd, true, true]
      `,
    },
    {
      name: 'ledgers are protected by default',
      silent: template`
        Resources:
          Orders:
            Type: AWS::QLDB::Ledger
            Properties:
              Name: orders
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
              DeletionProtection: !Ref Setting
      `,
    },
  ],
});
