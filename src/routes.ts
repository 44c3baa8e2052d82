// Every page by its address, what one must be allowed to open it, and the menu that leads there.

import { activitiesPages, openActivitiesPages } from './modules/activities/web/activities-pages.ts'
import { censusPages } from './modules/census/web/census-pages.ts'
import { certificatesPages, openCertificatesPages } from './modules/certificates/web/certificates-pages.ts'
import { changesPages } from './modules/changes/web/changes-pages.ts'
import { chartersPages } from './modules/charters/web/charters-pages.ts'
import { filingPages } from './modules/filing/web/filing-pages.ts'
import { honorsPages, openHonorsPages } from './modules/honors/web/honors-pages.ts'
import { hubsPages } from './modules/hubs/web/hubs-pages.ts'
import { namingPages } from './modules/naming/web/naming-pages.ts'
import { partyPages } from './modules/party/web/party-pages.ts'
import type { MenuEntry } from './modules/people/web/SignedInShell.tsx'
import { programmesPages } from './modules/programmes/web/programmes-pages.ts'
import { projectsPages } from './modules/projects/web/projects-pages.ts'
import { queuesPages } from './modules/queues/web/queues-pages.ts'
import { recordsPages } from './modules/records/web/records-pages.ts'
import { rulesPages } from './modules/rules/web/rules-pages.ts'
import { supportPages } from './modules/support/web/support-pages.ts'
import { openTrainingPages, trainingPages } from './modules/training/web/training-pages.ts'
import { venuesPages } from './modules/venues/web/venues-pages.ts'
import { openVolunteersPages, volunteersPages } from './modules/volunteers/web/volunteers-pages.ts'
import { workersPages } from './modules/workers/web/workers-pages.ts'
import { yearsPages } from './modules/years/web/years-pages.ts'
import type { Route } from './ui/route.ts'

/** Pages of signed-in people. */
export const signedInRoutes: Record<string, Route> = {
  ...programmesPages,
  '/organizations': {
    needs: 'organization.see',
    load: async () => ({
      Component: (await import('./modules/organizations/web/OrganizationsPage.tsx')).OrganizationsPage,
    }),
  },
  '/organizations/new': {
    needs: 'organization.create',
    load: async () => ({
      Component: (await import('./modules/organizations/web/OrganizationFormPage.tsx')).OrganizationFormPage,
    }),
  },
  '/organizations/:id': {
    needs: 'organization.see',
    load: async () => ({
      Component: (await import('./modules/organizations/web/OrganizationPage.tsx')).OrganizationPage,
    }),
  },
  '/organizations/:id/edit': {
    needs: 'organization.edit',
    load: async () => ({
      Component: (await import('./modules/organizations/web/OrganizationFormPage.tsx')).OrganizationFormPage,
    }),
  },
  '/tier-hints': {
    needs: 'tier.decide',
    load: async () => ({
      Component: (await import('./modules/organizations/web/TierHintsPage.tsx')).TierHintsPage,
    }),
  },
  '/imports': {
    needs: 'organization.import',
    load: async () => ({
      Component: (await import('./modules/organizations/web/ImportsPage.tsx')).ImportsPage,
    }),
  },
  '/imports/new': {
    needs: 'organization.import',
    load: async () => ({
      Component: (await import('./modules/organizations/web/ImportNewPage.tsx')).ImportNewPage,
    }),
  },
  '/imports/:id': {
    needs: 'organization.import',
    load: async () => ({
      Component: (await import('./modules/organizations/web/ImportPage.tsx')).ImportPage,
    }),
  },
  '/areas': {
    needs: 'area.see',
    load: async () => ({ Component: (await import('./modules/areas/web/AreasPage.tsx')).AreasPage }),
  },
  '/people': {
    needs: 'person.see',
    load: async () => ({ Component: (await import('./modules/people/web/PeoplePage.tsx')).PeoplePage }),
  },
  '/me': {
    load: async () => ({ Component: (await import('./modules/people/web/MePage.tsx')).MePage }),
  },
  ...rulesPages,
  ...namingPages,
  ...certificatesPages,
  ...partyPages,
  ...chartersPages,
  ...filingPages,
  ...hubsPages,
  ...changesPages,
  ...censusPages,
  ...queuesPages,
  ...supportPages,
  ...venuesPages,
  ...trainingPages,
  ...workersPages,
  ...honorsPages,
  ...recordsPages,
  ...projectsPages,
  ...activitiesPages,
  ...volunteersPages,
  ...yearsPages,
}

/** Pages that need no sign-in. */
export const openRoutes: Record<string, Route> = {
  '/sign-in': {
    load: async () => ({ Component: (await import('./modules/people/web/SignInPage.tsx')).SignInPage }),
  },
  '/first-run': {
    load: async () => ({ Component: (await import('./modules/people/web/FirstRunPage.tsx')).FirstRunPage }),
  },
  '/api-docs': {
    load: async () => ({ Component: (await import('./ui/api-docs/ApiDocsPage.tsx')).ApiDocsPage }),
  },
  ...openCertificatesPages,
  ...openTrainingPages,
  ...openVolunteersPages,
  ...openActivitiesPages,
  ...openHonorsPages,
}

export const menu: MenuEntry[] = [
  { to: '/', label: '今日', icon: 'today' },
  { to: '/work', label: '待办', icon: 'check', actions: ['work.see'] },
  { to: '/programmes', label: '方案', icon: 'target', actions: ['programme.see'] },
  { to: '/organizations', label: '组织', icon: 'group', actions: ['organization.see'] },
  { to: '/party', label: '党建', icon: 'flag', actions: ['party.survey'] },
  { to: '/applications', group: '办事', label: '申请', icon: 'paper', actions: ['filing.see'] },
  { to: '/censuses', group: '办事', label: '摸底', icon: 'search', actions: ['census.see'] },
  { to: '/certificates', group: '办事', label: '证书', icon: 'seal', actions: ['certificate.see'] },
  { to: '/changes', group: '办事', label: '变更', icon: 'turn', actions: ['change.see'] },
  { to: '/hubs', group: '办事', label: '枢纽', icon: 'hub', actions: ['hub.survey'] },
  { to: '/imports', group: '办事', label: '导入', icon: 'upload', actions: ['organization.import'] },
  { to: '/support', group: '培育', label: '平台', icon: 'hub', actions: ['support.survey'] },
  { to: '/incubation', group: '培育', label: '孵化', icon: 'group', actions: ['incubation.decide'] },
  { to: '/trainings', group: '培育', label: '培训', icon: 'today', actions: ['training.see'] },
  { to: '/workers', group: '培育', label: '社工', icon: 'person', actions: ['worker.see'] },
  { to: '/records', group: '培育', label: '记录', icon: 'book', actions: ['record.see'] },
  { to: '/venues', group: '培育', label: '场地', icon: 'house', actions: ['venue.see'] },
  { to: '/honors', group: '培育', label: '品牌', icon: 'star', actions: ['honor.see'] },
  { to: '/projects', group: '服务', label: '项目', icon: 'target', actions: ['project.see'] },
  { to: '/volunteer-teams', group: '服务', label: '志愿服务', icon: 'group', actions: ['volunteer.see'] },
  { to: '/my-service', group: '服务', label: '我的服务', icon: 'group', actions: ['service.own'] },
  { to: '/my-certificates', group: '服务', label: '我的证书', icon: 'seal', actions: ['worker.own'] },
  { to: '/activities', group: '服务', label: '活动', icon: 'today', actions: ['activity.see'] },
  { to: '/rules', group: '管理', label: '规则', icon: 'book', actions: ['rule.see'] },
  {
    to: '/areas',
    group: '管理',
    label: '区划',
    icon: 'map',
    actions: ['area.decideSettlement', 'area.load'],
  },
  { to: '/people', group: '管理', label: '人员', icon: 'person', actions: ['person.see'] },
  { to: '/packs', group: '管理', label: '方案包', icon: 'book', actions: ['pack.load'] },
]
