import type { ServiceKnowledge } from '../types.ts';

export const ses: ServiceKnowledge = {
  id: 'ses',
  name: 'Amazon SES',
  class: 'abstracted',
  types: ['AWS::SES::'],
  summary: 'Sending and receiving email.',
  link: 'https://docs.aws.amazon.com/ses/latest/dg/security.html',
  aspects: {
    'identity-access': {
      who: 'you',
      sentence: 'You limit who may send as which identity, by IAM conditions on the From address.',
      properties: {
        'AWS::SES::EmailIdentity': ['EmailIdentity'],
      },
    },
    'network-exposure': {
      who: 'you',
      sentence: 'You publish SPF, DKIM and DMARC, so that nobody else sends in your name.',
      properties: {
        'AWS::SES::EmailIdentity': ['DkimAttributes', 'MailFromAttributes'],
      },
    },
    'encryption-at-rest': {
      who: 'shared',
      sentence: 'AWS encrypts mail it holds; received mail lies in your bucket, with encryption you choose.',
      properties: {
        'AWS::SES::ReceiptRule': ['Rule.Actions'],
      },
    },
    'encryption-in-transit': {
      who: 'you',
      sentence:
        'You require TLS in the configuration set; otherwise delivery is opportunistic and may fall back to plain text.',
      properties: {
        'AWS::SES::ConfigurationSet': ['DeliveryOptions.TlsPolicy'],
        'AWS::SES::ReceiptRule': ['Rule.TlsPolicy'],
      },
    },
    'keys-secrets': {
      who: 'shared',
      sentence: 'AWS rotates Easy DKIM keys; SMTP passwords, made from access keys, you rotate yourself.',
      properties: {
        'AWS::SES::EmailIdentity': ['DkimSigningAttributes'],
      },
    },
    'logging-monitoring': {
      who: 'you',
      sentence: 'You add event destinations for bounces and complaints, and watch your reputation.',
      properties: {
        'AWS::SES::ConfigurationSetEventDestination': ['EventDestination'],
        'AWS::SES::ConfigurationSet': ['ReputationOptions'],
      },
    },
    'backup-durability': {
      who: 'you',
      sentence: 'You keep received and sent mail yourself; SES delivers and forgets.',
      properties: {
        'AWS::SES::ConfigurationSet': ['ArchivingOptions'],
      },
    },
  },
};
