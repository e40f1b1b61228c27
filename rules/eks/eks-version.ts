import { defineRule, template } from '#kit';

export default defineRule({
  id: 'eks-version',
  title: 'Cluster runs a Kubernetes without support',
  on: 'AWS::EKS::Cluster',
  severity: 'high',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: { security_hub: ['EKS.2'] },
  controls: { 'aws-fsbp': ['EKS.2'], 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'Versions past their extended support get no patches, and AWS moves clusters off them at a time of its choosing. Versions in extended support cost six times as much.',
  remedy: 'Move to a version in standard support, one minor version at a time.',
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html'],
  check(cluster, report) {
    const version = cluster.get('Version');
    // 1.30 and older ended their extended support in July 2026 at the latest.
    if (!version.satisfies((text) => /^1\.(?:[0-9]|1[0-9]|2[0-9]|30)$/.test(text))) return;
    report(version, `${cluster.logicalId} runs Kubernetes ${version.pattern()}, which has no support left`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              Version: '1.24'
                     # ^^^^^^
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
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              Version: !If [IsProd, '1.33', '1.21']
                                          # ^^^^^^
      `,
    },
    {
      name: 'the version is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties: {Version: !Ref Given}
      `,
    },
  ],
});
