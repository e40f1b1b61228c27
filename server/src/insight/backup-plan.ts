import type { ResourceView, Value } from '#evaluate';

/**
 * Whether a backup plan of this template selects a resource: by reference, by an ARN pattern, or, where plans select by tags
 * or the template is not all there, `unknown`. The service is that of the ARN: `ec2`, `elasticfilesystem`.
 */
export function backupOf(resource: ResourceView, service: string): 'selected' | 'none' | 'unknown' {
  const selections = resource.template.resources('AWS::Backup::BackupSelection');
  const answers = selections.map((selection) => answerOf(selection.get('BackupSelection'), resource, service));
  if (answers.includes('selected')) return 'selected';
  return answers.includes('unknown') || resource.template.isOpen ? 'unknown' : 'none';
}

function answerOf(selection: Value, resource: ResourceView, service: string): 'selected' | 'none' | 'unknown' {
  const named = selection.get('Resources');
  const isNamed = named.items().some((item) => names(item, resource, service));
  if (isNamed) return 'selected';
  const byTag = [selection.get('ListOfTags'), selection.get('Conditions')].some((tags) => !tags.isAbsent);
  const isUnclear =
    named.isUnknown || named.isOpen || named.items().some((item) => item.isUnknown && item.targets().length === 0);
  return byTag || isUnclear ? 'unknown' : 'none';
}

function names(item: Value, resource: ResourceView, service: string): boolean {
  if (item.targets().some((target) => target.resource.logicalId === resource.logicalId)) return true;
  const pattern = item.pattern();
  if (pattern === undefined || !pattern.includes('*')) return false;
  return pattern === '*' || pattern.split(':')[2] === service;
}
