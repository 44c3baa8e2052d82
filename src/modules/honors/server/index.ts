// What the rest of the product may use of honors (品牌与试点).
export { objectTo, passReview } from './decisions.ts'
export { mountHonors } from './honors-routes.ts'
export { honorSources } from './measures.ts'
export { nominate } from './nominations.ts'
export { honorsWork } from './work.ts'
