// What the rest of the product may use of certificates (备案证书).
export { endCertificateOf } from './certificate-commands.ts'
export { mountCertificates } from './certificates-routes.ts'
export { type Issue, rulesOf, writeCertificates } from './issue.ts'
export { issueCertificate, issueMany } from './issue-commands.ts'
export { lockRecipients } from './issue-store.ts'
export { certificateSources } from './measures.ts'
export { certificateWork } from './work.ts'
