/** A compliance programme: what AWS has certified or signed, and what remains for the author of a stack. */
export interface Programme {
  /** Kebab-case. */
  readonly id: string;
  readonly name: string;
  /** AWS's part, in one sentence. */
  readonly aws: string;
  /** The author's part, in one sentence. */
  readonly you: string;
  readonly link: string;
  /** What has changed over the years. */
  readonly since?: string;
}

/** Whether a service is in scope of a programme is for AWS to say, and changes: this is its list. */
export const SERVICES_IN_SCOPE = 'https://aws.amazon.com/compliance/services-in-scope/';

/** The programmes AWS's security papers name, and those that templates are checked against most. */
export const PROGRAMMES: readonly Programme[] = [
  {
    id: 'soc-1',
    name: 'SOC 1',
    aws: "Independent auditors report on controls that bear on customers' financial reporting, under SSAE 18 and ISAE 3402.",
    you: 'You describe and operate the complementary user entity controls the report names.',
    link: 'https://aws.amazon.com/compliance/soc-faqs/',
    since: 'SSAE 18 replaced SSAE 16 in 2017, which had replaced SAS 70.',
  },
  {
    id: 'soc-2',
    name: 'SOC 2',
    aws: 'Auditors examine security, availability, confidentiality and privacy controls of the services in scope for SOC 2.',
    you: 'You cover the same criteria for what you build: access, logging, encryption and change control.',
    link: 'https://aws.amazon.com/compliance/soc-faqs/',
  },
  {
    id: 'soc-3',
    name: 'SOC 3',
    aws: 'AWS publishes the SOC 3 report, a summary anyone may read.',
    you: 'You may quote it; it says nothing of your own configuration.',
    link: 'https://aws.amazon.com/compliance/soc-faqs/',
  },
  {
    id: 'pci-dss',
    name: 'PCI DSS',
    aws: 'AWS is assessed as a Level 1 service provider, the highest, under PCI DSS version 4.',
    you: 'You assess your cardholder data environment: segmentation, encryption, logging and patching of what you run.',
    link: 'https://aws.amazon.com/compliance/pci-dss-level-1-faqs/',
    since: 'Version 4.0.1 is the only valid one since the end of 2024.',
  },
  {
    id: 'iso-27001',
    name: 'ISO/IEC 27001',
    aws: 'AWS holds certificates for ISO/IEC 27001 with 27017, 27018 and 27701 beside it.',
    you: 'You run an information security management system of your own; the certificate does not extend to it.',
    link: 'https://aws.amazon.com/compliance/iso-27001-faqs/',
    since: 'Certificates follow the 2022 edition.',
  },
  {
    id: 'iso-9001',
    name: 'ISO 9001',
    aws: 'AWS is certified for quality management under ISO 9001.',
    you: 'You keep your own quality records for regulated products.',
    link: 'https://aws.amazon.com/compliance/iso-9001-faqs/',
  },
  {
    id: 'fedramp',
    name: 'FedRAMP',
    aws: 'Services are authorized at FedRAMP Moderate in US East and West, and at High in AWS GovCloud (US).',
    you: "You use services in scope, FIPS endpoints and your agency's controls from NIST SP 800-53.",
    link: 'https://aws.amazon.com/compliance/fedramp/',
  },
  {
    id: 'fisma',
    name: 'FISMA',
    aws: 'AWS supports agencies under FISMA by its FedRAMP authorizations.',
    you: "You authorize your own system and take over AWS's controls as inherited.",
    link: 'https://aws.amazon.com/compliance/fisma/',
    since: 'FedRAMP is how agencies now rely on a cloud provider under FISMA.',
  },
  {
    id: 'dod-srg',
    name: 'DoD Cloud Computing SRG',
    aws: 'AWS holds provisional authorizations for impact levels 2, 4, 5 and 6.',
    you: 'You choose Regions and services of your impact level and harden systems by STIGs.',
    link: 'https://aws.amazon.com/compliance/dod/',
    since: 'DIACAP gave way to the Risk Management Framework, and CSM levels 1 to 5 to the impact levels of the SRG.',
  },
  {
    id: 'hipaa',
    name: 'HIPAA',
    aws: 'AWS signs a business associate addendum and lists the HIPAA eligible services.',
    you: 'You sign it, use eligible services alone for health data, encrypt it and log access.',
    link: 'https://aws.amazon.com/compliance/hipaa-compliance/',
  },
  {
    id: 'fips-140',
    name: 'FIPS 140',
    aws: 'AWS validates cryptographic modules under FIPS 140-3 and offers FIPS endpoints.',
    you: 'You point clients at FIPS endpoints and choose TLS policies that name FIPS where a duty asks for it.',
    link: 'https://aws.amazon.com/compliance/fips/',
    since: 'FIPS 140-3 supersedes FIPS 140-2, whose certificates turned historical in September 2026.',
  },
  {
    id: 'itar',
    name: 'ITAR',
    aws: 'AWS GovCloud (US) is run by US persons on US soil, which suits ITAR workloads.',
    you: 'You classify export-controlled data and keep it, and those who see it, inside.',
    link: 'https://aws.amazon.com/compliance/itar/',
  },
  {
    id: 'mtcs',
    name: 'MTCS',
    aws: 'AWS is certified for the Multi-Tier Cloud Security standard of Singapore at MTCS Level 3.',
    you: 'You choose Regions within the certificate for data it is to cover.',
    link: 'https://aws.amazon.com/compliance/aws-multitiered-cloud-security-standard-certification/',
  },
  {
    id: 'nist-800-53',
    name: 'NIST SP 800-53',
    aws: "AWS's controls under NIST SP 800-53 are assessed with FedRAMP.",
    you: "You implement the customer part of each control: Remit's rules name those they check.",
    link: 'https://aws.amazon.com/compliance/nist/',
  },
  {
    id: 'csa-star',
    name: 'CSA STAR',
    aws: "AWS publishes its answers to the Cloud Security Alliance's questionnaire and a STAR certificate.",
    you: 'You answer the same questions for what you build.',
    link: 'https://aws.amazon.com/compliance/csa/',
  },
  {
    id: 'c5',
    name: 'BSI C5',
    aws: 'Auditors attest AWS against the German criteria catalogue C5.',
    you: 'You meet the corresponding criteria for users of the cloud.',
    link: 'https://aws.amazon.com/compliance/bsi-c5/',
  },
  {
    id: 'gdpr',
    name: 'GDPR',
    aws: 'AWS is processor under a data processing addendum that applies by itself.',
    you: 'You are controller: you choose Regions, limit access, encrypt and erase personal data.',
    link: 'https://aws.amazon.com/compliance/gdpr-center/',
  },
  {
    id: 'cis',
    name: 'CIS AWS Foundations Benchmark',
    aws: 'The Center for Internet Security publishes it, and AWS Security Hub checks it.',
    you: 'You configure account and resources as its recommendations say.',
    link: 'https://aws.amazon.com/compliance/cis/',
  },
];
