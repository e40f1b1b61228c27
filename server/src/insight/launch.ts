import type { ResourceView, Value } from '#evaluate';

/** The resources that say how EC2 instances are launched. */
export const LAUNCH_TYPES = [
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::AutoScaling::LaunchConfiguration',
] as const;

/**
 * A setting of the instances that a resource launches, by its path in an instance's properties, such as `MetadataOptions.HttpTokens`;
 * undefined where an instance leaves it to its launch template, which is asked on its own if it is of this template.
 */
export function launchSetting(resource: ResourceView, path: string): Value | undefined {
  if (resource.type === 'AWS::EC2::LaunchTemplate') return resource.get(`LaunchTemplateData.${path}`);
  const own = resource.get(path);
  const isLeft = resource.type === 'AWS::EC2::Instance' && own.isAbsent && !resource.get('LaunchTemplate').isAbsent;
  return isLeft ? undefined : own;
}

/** The launch types and spot fleets: everything that names block devices of its own. */
export const BLOCK_DEVICE_TYPES = [...LAUNCH_TYPES, 'AWS::EC2::SpotFleet'] as const;

/** The block devices that a resource maps onto its instances; none where it leaves them to the image. */
export function blockDevicesOf(resource: ResourceView): readonly Value[] {
  if (resource.type !== 'AWS::EC2::SpotFleet') return launchSetting(resource, 'BlockDeviceMappings')?.items() ?? [];
  return resource
    .get('SpotFleetRequestConfigData.LaunchSpecifications')
    .items()
    .flatMap((launch) => launch.get('BlockDeviceMappings').items());
}
