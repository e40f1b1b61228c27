import { defineRule, describe, fix, set, template } from '#kit';

export default defineRule({
  id: 'datasync-smb-version',
  title: 'DataSync speaks an SMB that does not encrypt',
  on: ['AWS::DataSync::LocationSMB', 'AWS::DataSync::LocationFSxONTAP'],
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-8', 'CM-7'] },
  why: 'SMB encrypts from version 3 on; version 1 is what worms travel by, and servers have to leave it on for the copy.',
  remedy: 'Set Version to SMB3, or leave it to be negotiated.',
  references: ['https://docs.aws.amazon.com/datasync/latest/userguide/create-smb-location.html'],
  check(location, report) {
    const path = location.type === 'AWS::DataSync::LocationSMB' ? 'MountOptions' : 'Protocol.SMB.MountOptions';
    const version = location.get(`${path}.Version`);
    if (!version.is('SMB1', 'SMB2', 'SMB2_0')) return;
    report(version, `${location.logicalId} is read by ${describe(version)}, which does not encrypt`, {
      fixes: [fix('Use SMB 3', 'behaviour', set(version, 'SMB3'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Office:
            Type: AWS::DataSync::LocationSMB
            Properties:
              AgentArns: [!ImportValue Agent]
              MountOptions:
                Version: SMB1
                       # ^^^^
      `,
      good: template`
        Resources:
          Office:
            Type: AWS::DataSync::LocationSMB
            Properties:
              AgentArns: [!ImportValue Agent]
              MountOptions:
                Version: SMB3
      `,
    },
    {
      when: 'HasOldServer is true',
      bad: template`
        Parameters:
          Server: {Type: String, AllowedValues: [old, new]}
        Conditions:
          HasOldServer: !Equals [!Ref Server, old]
        Resources:
          Office:
            Type: AWS::DataSync::LocationSMB
            Properties:
              AgentArns: [!ImportValue Agent]
              MountOptions: {Version: !If [HasOldServer, SMB2_0, SMB3]}
                                                       # ^^^^^^
      `,
    },
    {
      name: 'a version without default is unknown',
      silent: template`
        Parameters:
          Version: {Type: String}
        Resources:
          Office:
            Type: AWS::DataSync::LocationSMB
            Properties:
              AgentArns: [!ImportValue Agent]
              MountOptions: {Version: !Ref Version}
      `,
    },
  ],
});
