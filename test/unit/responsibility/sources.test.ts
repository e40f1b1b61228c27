import { describe, expect, it } from 'vitest';
import type { Duty, ServiceKnowledge, SourceStatement } from '#responsibility';
import { CLASS_DUTIES, PROGRAMMES, SERVICES, SOURCE_STATEMENTS } from '#responsibility';
import { rules } from '#rules';

describe('the statements of the sources', () => {
  it('are all answered, key fact included', () => {
    expect(SOURCE_STATEMENTS.length).toBeGreaterThan(120);
    expect(unanswered(SERVICES)).toEqual([]);
  });

  it('come from every section of the sources', () => {
    expect(new Set(SOURCE_STATEMENTS.map((statement) => statement.section.split(':')[0]))).toEqual(new Set(SECTIONS));
  });

  it('are each held by rules that exist, or say why a template cannot show them', () => {
    const ids = new Set(rules.map((rule) => rule.id));
    const wrong = SOURCE_STATEMENTS.filter(({ rules: held = [], unseen = '' }) => {
      const isHeld = held.length > 0 && held.every((id) => ids.has(id)) && new Set(held).size === held.length;
      return isHeld === /\w+ .*[.]$/.test(unseen);
    });
    expect(wrong.map((statement) => statement.statement)).toEqual([]);
  });

  it('have rules wherever the duty is the author’s, but for what happens outside of templates', () => {
    const open = SOURCE_STATEMENTS.filter((statement) => !statement.rules && whose(statement) === 'you');
    expect(open.map((statement) => statement.statement)).toEqual(OUTSIDE_OF_TEMPLATES);
  });

  it('are said to have aged by an answer that says what has changed', () => {
    const silent = SOURCE_STATEMENTS.filter((statement) => statement.aged !== undefined && !tellsChange(statement));
    expect(silent.map((statement) => statement.statement)).toEqual([]);
  });

  it.each(SOURCE_STATEMENTS.filter((statement) => 'service' in statement.answer))(
    'are missed when their answer is removed: $section: $statement',
    (statement) => {
      if (!('service' in statement.answer)) throw new Error('not an answer of a service');
      const { service: id, aspect } = statement.answer;
      const robbed = SERVICES.map((service) => {
        if (service.id !== id) return service;
        const { [aspect]: _, ...aspects } = service.aspects;
        return { ...service, aspects };
      });
      expect(unanswered(robbed)).toContain(`${statement.section}: ${statement.statement}`);
      expect(unanswered(SERVICES.filter((service) => service.id !== id))).toContain(
        `${statement.section}: ${statement.statement}`,
      );
    },
  );

  it('are missed when the key fact is taken out of the answer', () => {
    const blunted = SERVICES.map((service) =>
      service.id === 'snow' ? { ...service, aspects: blunt(service) } : service,
    );
    expect(unanswered(blunted)).toContain('AWS Import/Export: The device is erased after the import.');
  });
});

/** What the author answers for, and does elsewhere. */
const OUTSIDE_OF_TEMPLATES = [
  'Query string authentication shares objects by URLs valid for a time.',
  'The storage device has to be identified and authenticated.',
];

const SECTIONS = [
  'Shared Security Responsibility Model',
  'AWS Security Responsibilities',
  'Customer Security Responsibilities',
  'AWS Global Infrastructure Security',
  'AWS Compliance Program',
  'Fire Detection and Suppression',
  'Power',
  'Climate and Temperature',
  'Management',
  'Storage Device Decommissioning',
  'Business Continuity Management',
  'Availability',
  'Incident Response',
  'Company-Wide Executive Review',
  'Communication',
  'Secure Network Architecture',
  'Secure Access Points',
  'Transmission Protection',
  'Amazon Corporate Segregation',
  'Fault-Tolerant Design',
  'Network Monitoring and Protection',
  'Account Review and Audit',
  'Background Checks',
  'Credentials Policy',
  'Secure Design Principles',
  'Change Management',
  'AWS Account Security Features',
  'AWS Credentials',
  'Individual User Accounts',
  'Secure HTTPS Access Points',
  'Security Logs',
  'AWS Trusted Advisor Security Checks',
  'AWS Config Security Checks',
  'Amazon EC2',
  'Auto Scaling',
  'Elastic Load Balancing',
  'Amazon VPC',
  'Amazon Route 53',
  'Amazon CloudFront',
  'AWS Direct Connect',
  'Amazon S3',
  'Amazon S3 Glacier',
  'AWS Storage Gateway',
  'AWS Import/Export',
  'Amazon EFS',
  'Amazon DynamoDB',
  'Amazon RDS',
];

/** The statements that the given services, the classes and the programmes do not answer. */
function unanswered(services: readonly ServiceKnowledge[]): readonly string[] {
  return SOURCE_STATEMENTS.filter((statement) => {
    const text = answerText(statement, services)?.toLowerCase();
    return text === undefined || !statement.keywords.every((keyword) => text.includes(keyword.toLowerCase()));
  }).map((statement) => `${statement.section}: ${statement.statement}`);
}

function answerText(statement: SourceStatement, services: readonly ServiceKnowledge[]): string | undefined {
  const { answer } = statement;
  if ('programme' in answer) {
    const programme = PROGRAMMES.find((entry) => entry.id === answer.programme);
    return programme && `${programme.name} ${programme.aws} ${programme.since ?? ''}`;
  }
  if ('class' in answer) return dutyText(CLASS_DUTIES[answer.class][answer.aspect]);
  const service = services.find((entry) => entry.id === answer.service);
  const duty = service?.aspects[answer.aspect];
  return duty && dutyText(duty);
}

function dutyText(duty: Duty): string {
  return [duty.sentence, ...(duty.notes ?? []), duty.since ?? ''].join(' ');
}

function whose({ answer }: SourceStatement): string | undefined {
  if ('programme' in answer) return undefined;
  if ('class' in answer) return CLASS_DUTIES[answer.class][answer.aspect].who;
  return SERVICES.find((entry) => entry.id === answer.service)?.aspects[answer.aspect]?.who;
}

function tellsChange({ answer }: SourceStatement): boolean {
  if ('programme' in answer)
    return PROGRAMMES.some((entry) => entry.id === answer.programme && entry.since !== undefined);
  if ('class' in answer) return CLASS_DUTIES[answer.class][answer.aspect].since !== undefined;
  const service = SERVICES.find((entry) => entry.id === answer.service);
  return service?.since !== undefined || service?.aspects[answer.aspect]?.since !== undefined;
}

function blunt(service: ServiceKnowledge): ServiceKnowledge['aspects'] {
  return { ...service.aspects, 'media-sanitization': { who: 'aws', sentence: 'AWS looks after the device.' } };
}
