import { defineRule, template } from '#kit';

export default defineRule({
  id: 'template-retired-service',
  title: 'Resource is of a service that AWS has ended',
  on: [
    'AWS::OpsWorks::App',
    'AWS::OpsWorks::ElasticLoadBalancerAttachment',
    'AWS::OpsWorks::Instance',
    'AWS::OpsWorks::Layer',
    'AWS::OpsWorks::Stack',
    'AWS::OpsWorks::UserProfile',
    'AWS::OpsWorks::Volume',
    'AWS::OpsWorksCM::Server',
    'AWS::QLDB::Ledger',
    'AWS::QLDB::Stream',
    'AWS::CodeStar::GitHubRepository',
    'AWS::WAF::ByteMatchSet',
    'AWS::WAF::IPSet',
    'AWS::WAF::Rule',
    'AWS::WAF::SizeConstraintSet',
    'AWS::WAF::SqlInjectionMatchSet',
    'AWS::WAF::WebACL',
    'AWS::WAF::XssMatchSet',
    'AWS::WAFRegional::ByteMatchSet',
    'AWS::WAFRegional::IPSet',
    'AWS::WAFRegional::RateBasedRule',
    'AWS::WAFRegional::Rule',
    'AWS::WAFRegional::WebACL',
    'AWS::WAFRegional::WebACLAssociation',
    'AWS::MediaStore::Container',
    'AWS::RoboMaker::RobotApplication',
    'AWS::RoboMaker::SimulationApplication',
    'AWS::LookoutMetrics::AnomalyDetector',
    'AWS::LookoutMetrics::Alert',
    'AWS::LookoutVision::Project',
    'AWS::Evidently::Project',
    'AWS::Evidently::Feature',
    'AWS::Evidently::Experiment',
    'AWS::Evidently::Launch',
    'AWS::Evidently::Segment',
    'AWS::IoT1Click::Device',
    'AWS::IoT1Click::Placement',
    'AWS::IoT1Click::Project',
    'AWS::Inspector::AssessmentTarget',
    'AWS::Inspector::AssessmentTemplate',
    'AWS::Inspector::ResourceGroup',
    'AWS::AppMesh::Mesh',
    'AWS::AppMesh::VirtualGateway',
    'AWS::AppMesh::VirtualNode',
    'AWS::IoTAnalytics::Channel',
    'AWS::IoTAnalytics::Dataset',
    'AWS::IoTAnalytics::Datastore',
    'AWS::IoTAnalytics::Pipeline',
    'AWS::IoTEvents::AlarmModel',
    'AWS::IoTEvents::DetectorModel',
    'AWS::IoTEvents::Input',
    'AWS::Panorama::ApplicationInstance',
    'AWS::Panorama::Package',
    'AWS::Panorama::PackageVersion',
    'AWS::Pinpoint::Campaign',
    'AWS::Pinpoint::Segment',
    'AWS::Proton::EnvironmentAccountConnection',
    'AWS::Proton::EnvironmentTemplate',
    'AWS::Proton::ServiceTemplate',
    'AWS::SimSpaceWeaver::Simulation',
  ],
  severity: 'medium',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: {},
  controls: { 'nist-800-53-r5': ['SI-2', 'SA-22'] },
  why: 'What the service did is no longer done: rules of a web ACL no longer filter, data can no longer be read, and the stack can no longer be made.',
  remedy: 'Move to what AWS names as the successor, and remove the resource.',
  references: ['https://docs.aws.amazon.com/general/latest/gr/lifecycle-doc-history.html'],
  check(resource, report) {
    const service = resource.type.split('::')[1] ?? '';
    const end = ENDED[service];
    if (end) report(resource, `${resource.logicalId} is of ${end.name}, which ended in ${end.year}${end.next}`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Books:
        # ^^^^^
            Type: AWS::QLDB::Ledger
            Properties: {PermissionsMode: STANDARD}
      `,
    },
    {
      name: 'its successor',
      silent: template`
        Resources:
          Wall:
            Type: AWS::WAFv2::WebACL
            Properties: {Scope: REGIONAL}
      `,
    },
    {
      name: 'a custom resource',
      silent: template`
        Resources:
          Old:
            Type: Custom::QLDB
            Properties: {ServiceToken: 'arn:aws:lambda:eu-west-1:123456789012:function:old'}
      `,
    },
  ],
});

/** When services ended, and what came instead. From AWS' announcements, linked from the page above. */
const ENDED: { readonly [service: string]: { readonly name: string; readonly year: number; readonly next: string } } = {
  OpsWorks: { name: 'OpsWorks Stacks', year: 2024, next: '; Systems Manager took its place' },
  OpsWorksCM: { name: 'OpsWorks for Chef and Puppet', year: 2024, next: '' },
  QLDB: { name: 'QLDB', year: 2025, next: '; Aurora PostgreSQL is suggested instead' },
  CodeStar: { name: 'CodeStar', year: 2024, next: '; CodeCatalyst was suggested instead' },
  WAF: { name: 'WAF Classic', year: 2025, next: '; AWS::WAFv2 took its place' },
  WAFRegional: { name: 'WAF Classic', year: 2025, next: '; AWS::WAFv2 took its place' },
  MediaStore: { name: 'MediaStore', year: 2025, next: '; S3 is suggested instead' },
  RoboMaker: { name: 'RoboMaker', year: 2025, next: '; Batch is suggested instead' },
  LookoutMetrics: { name: 'Lookout for Metrics', year: 2025, next: '' },
  LookoutVision: { name: 'Lookout for Vision', year: 2025, next: '' },
  Evidently: { name: 'CloudWatch Evidently', year: 2025, next: '; AppConfig is suggested instead' },
  Inspector: { name: 'Inspector Classic', year: 2026, next: '; Amazon Inspector took its place' },
  AppMesh: { name: 'App Mesh', year: 2026, next: '; ECS Service Connect is suggested instead' },
  IoTAnalytics: { name: 'IoT Analytics', year: 2025, next: '' },
  IoTEvents: { name: 'IoT Events', year: 2026, next: '' },
  Panorama: { name: 'Panorama', year: 2026, next: '' },
  Pinpoint: { name: 'Pinpoint', year: 2026, next: ', but for sending messages' },
  Proton: { name: 'Proton', year: 2026, next: '; what it deployed stays' },
  SimSpaceWeaver: { name: 'SimSpace Weaver', year: 2026, next: '' },
  IoT1Click: { name: 'IoT 1-Click', year: 2024, next: '' },
};
