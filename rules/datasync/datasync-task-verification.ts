import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'datasync-task-verification',
  title: 'DataSync does not verify what it has copied',
  on: 'AWS::DataSync::Task',
  severity: 'low',
  category: 'backup-recovery',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['SI-7'] },
  why: 'A copy that is not compared with its source may hold files that were written while they were read, and nobody knows before they are needed.',
  remedy: 'Set VerifyMode to ONLY_FILES_TRANSFERRED, or to POINT_IN_TIME_CONSISTENT for a final copy.',
  references: ['https://docs.aws.amazon.com/datasync/latest/userguide/configure-data-verification-options.html'],
  check(task, report) {
    const mode = task.get('Options.VerifyMode');
    if (!mode.is('NONE')) return;
    report(mode, `${task.logicalId} does not verify what it has copied`, {
      fixes: [fix('Verify the files that were copied', 'behaviour', set(mode, 'ONLY_FILES_TRANSFERRED'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Move:
            Type: AWS::DataSync::Task
            Properties:
              SourceLocationArn: !ImportValue Source
              DestinationLocationArn: !ImportValue Destination
              Options:
                VerifyMode: NONE
                          # ^^^^
      `,
      good: template`
        Resources:
          Move:
            Type: AWS::DataSync::Task
            Properties:
              SourceLocationArn: !ImportValue Source
              DestinationLocationArn: !ImportValue Destination
              Options:
                VerifyMode: ONLY_FILES_TRANSFERRED
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
          Move:
            Type: AWS::DataSync::Task
            Properties:
              SourceLocationArn: !ImportValue Source
              DestinationLocationArn: !ImportValue Destination
              Options: {VerifyMode: !If [IsProd, POINT_IN_TIME_CONSISTENT, NONE]}
                                                                         # ^^^^
      `,
    },
    {
      name: 'a mode without default is unknown',
      silent: template`
        Parameters:
          Mode: {Type: String}
        Resources:
          Move:
            Type: AWS::DataSync::Task
            Properties:
              SourceLocationArn: !ImportValue Source
              DestinationLocationArn: !ImportValue Destination
              Options: {VerifyMode: !Ref Mode}
      `,
    },
  ],
});
