// What the rest of the product may use of certificates (备案证书).
export { mountCertificates } from './certificates-routes.ts'
