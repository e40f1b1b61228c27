import { defineRule, template } from '#kit';

export default defineRule({
  id: 'fsx-single-zone',
  title: 'FSx file system stands in one Availability Zone',
  on: 'AWS::FSx::FileSystem',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['FSx.3', 'FSx.4', 'FSx.5'] },
  controls: { 'aws-fsbp': ['FSx.3', 'FSx.4', 'FSx.5'], 'nist-800-53-r5': ['CP-10', 'SC-36'] },
  why: 'Availability Zones fail one at a time, and a file system in one of them is gone for as long.',
  remedy: 'Choose a MULTI_AZ deployment type.',
  references: ['https://docs.aws.amazon.com/fsx/latest/WindowsGuide/high-availability-multiAZ.html'],
  check(resource, report) {
    for (const block of ['OntapConfiguration', 'OpenZFSConfiguration', 'WindowsConfiguration']) {
      const type = resource.get(`${block}.DeploymentType`);
      // Windows without a type is made in one zone.
      const isDefault = block === 'WindowsConfiguration' && resource.get(block).isMap && type.isAbsent;
      if (!isDefault && !type.satisfies((text) => text.startsWith('SINGLE_AZ'))) continue;
      report(type, `${resource.logicalId} stands in one Availability Zone`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Shared:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: ONTAP
              OntapConfiguration:
                DeploymentType: SINGLE_AZ_1
                              # ^^^^^^^^^^^
      `,
    },
    {
      name: 'in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Shared:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: WINDOWS
              WindowsConfiguration:
                DeploymentType: !If [IsProd, MULTI_AZ_1, SINGLE_AZ_2]
                                                       # ^^^^^^^^^^^
      `,
    },
    {
      name: 'chosen at deployment',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Shared:
            Type: AWS::FSx::FileSystem
            Properties:
              FileSystemType: OPENZFS
              OpenZFSConfiguration: {DeploymentType: !Ref Choice}
      `,
    },
  ],
});
