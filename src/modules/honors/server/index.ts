// What the rest of the product may use of honors (品牌与试点).
export { mountHonors } from './honors-routes.ts'
