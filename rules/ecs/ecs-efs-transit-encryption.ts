import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ecs-efs-transit-encryption',
  title: 'Files of a task go over the network in clear text',
  on: 'AWS::ECS::TaskDefinition',
  severity: 'medium',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: { checkov: ['CKV_AWS_97'], trivy: ['AWS-0035'], kics: ['c1282e03', '6c131358'], security_hub: ['ECS.18'] },
  controls: { 'aws-fsbp': ['ECS.18'], 'nist-800-53-r5': ['SC-8'], 'pci-dss-4': ['4.2.1'] },
  why: 'Without TLS what the task reads and writes can be read and changed on the way, and access points and IAM cannot be used.',
  remedy: 'Set TransitEncryption to ENABLED.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-efs-config.html'],
  check(task, report) {
    for (const volume of task.get('Volumes').items()) {
      const efs = volume.get('EFSVolumeConfiguration');
      const encryption = efs.get('TransitEncryption');
      if (!efs.isMap || !encryption.isNot('ENABLED')) continue;
      report(encryption, `Volume ${volume.get('Name').pattern() ?? ''} of ${task.logicalId} is mounted without TLS`, {
        fixes: () => [fix('Mount with TLS', 'behaviour', set(encryption, 'ENABLED'))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Volumes:
                - Name: files
                  EFSVolumeConfiguration:
                # ^^^^^^^^^^^^^^^^^^^^^^
                    FilesystemId: fs-1234
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Volumes:
                - Name: files
                  EFSVolumeConfiguration:
                    FilesystemId: fs-1234
                    TransitEncryption: ENABLED
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
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Volumes:
                - Name: files
                  EFSVolumeConfiguration:
                    TransitEncryption: !If [IsProd, ENABLED, DISABLED]
                                                           # ^^^^^^^^
                    FilesystemId: fs-1234
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Volumes:
                - Name: files
                  EFSVolumeConfiguration:
                    TransitEncryption: !If [IsProd, ENABLED, ENABLED]
                    FilesystemId: fs-1234
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties: {Volumes: [{Name: files, EFSVolumeConfiguration: {FilesystemId: fs-1, TransitEncryption: !Ref Given}}]}
      `,
    },
  ],
});
