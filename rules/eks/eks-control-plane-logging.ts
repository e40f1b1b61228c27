import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'eks-control-plane-logging',
  title: 'Cluster does not log what its control plane does',
  on: 'AWS::EKS::Cluster',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { trivy: ['AWS-0038'], cdk_nag: ['EKSClusterControlPlaneLogs', 'AwsSolutions-EKS2'], security_hub: ['EKS.8'] },
  controls: { 'aws-fsbp': ['EKS.8'], 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'Nothing is logged unless asked for: without the audit log nobody can tell who did what in the cluster.',
  remedy: 'Enable the types api, audit, authenticator, controllerManager and scheduler.',
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html'],
  check(cluster, report) {
    const types = cluster.get('Logging.ClusterLogging.EnabledTypes');
    if (types.isUnknown || types.isOpen) return;
    const enabled = types.items().map((item) => item.get('Type'));
    const missing = TYPES.filter((type) => enabled.every((each) => each.isNot(type)));
    if (missing.length === 0) return;
    const all = TYPES.map((type) => ({ Type: type }));
    report(types, `${cluster.logicalId} does not log ${missing.join(', ')}`, {
      severity: missing.includes('audit') ? 'medium' : 'low',
      peers: missing.includes('audit')
        ? undefined
        : { trivy: ['AWS-0038'], cdk_nag: ['EKSClusterControlPlaneLogs', 'AwsSolutions-EKS2'] },
      fixes: () => [fix('Log all of the control plane', 'cost', set(types, all))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Shop:
        # ^^^^
            Type: AWS::EKS::Cluster
            Properties:
              Name: shop
      `,
      good: template`
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties:
              Name: shop
              Logging:
                ClusterLogging:
                  EnabledTypes:
                    - Type: api
                    - Type: audit
                    - Type: authenticator
                    - Type: controllerManager
                    - Type: scheduler
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
              Logging: !If [IsProd, {ClusterLogging: {EnabledTypes: [{Type: api}, {Type: audit}, {Type: authenticator}, {Type: controllerManager}, {Type: scheduler}]}}, !Ref AWS::NoValue]
            # ^^^^^^^
      `,
    },
    {
      name: 'a type is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Shop:
            Type: AWS::EKS::Cluster
            Properties: {Logging: {ClusterLogging: {EnabledTypes: [{Type: api}, {Type: !Ref Given}]}}}
      `,
    },
  ],
});

const TYPES = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];
