// What the modules show on an organization's page and on a platform's, in their order.
import type { OrganizationSection } from './modules/organizations/web/organization-sections.ts'
import type { PlatformSection } from './modules/support/web/platform-sections.ts'

export const organizationSections: readonly OrganizationSection[] = [
  {
    id: 'years',
    title: '年度报告',
    needs: 'year.see',
    aside: true,
    load: async () => ({ default: (await import('./modules/years/web/YearsSection.tsx')).YearsSection }),
  },
  {
    id: 'tier',
    title: '管理方式',
    needs: 'organization.see',
    load: async () => ({
      default: (await import('./modules/organizations/web/TierSection.tsx')).TierSection,
    }),
  },
  {
    id: 'filing',
    title: '申请',
    needs: 'filing.see',
    load: async () => ({ default: (await import('./modules/filing/web/FilingSection.tsx')).FilingSection }),
  },
  {
    id: 'keeper',
    title: '账号',
    needs: 'organization.setKeeper',
    load: async () => ({
      default: (await import('./modules/organizations/web/KeeperSection.tsx')).KeeperSection,
    }),
  },
  {
    id: 'certificate',
    title: '证书',
    needs: 'certificate.see',
    load: async () => ({
      default: (await import('./modules/certificates/web/CertificateSection.tsx')).CertificateSection,
    }),
  },
  {
    id: 'party',
    title: '党建',
    needs: 'party.see',
    load: async () => ({ default: (await import('./modules/party/web/PartySection.tsx')).PartySection }),
  },
  {
    id: 'charter',
    title: '章程',
    needs: 'charter.see',
    load: async () => ({
      default: (await import('./modules/charters/web/CharterSection.tsx')).CharterSection,
    }),
  },
  {
    id: 'hubs',
    title: '枢纽',
    needs: 'hub.see',
    load: async () => ({ default: (await import('./modules/hubs/web/HubsSection.tsx')).HubsSection }),
  },
  {
    id: 'incubation',
    title: '孵化',
    needs: 'incubation.see',
    aside: true,
    load: async () => ({
      default: (await import('./modules/support/web/SupportSection.tsx')).SupportSection,
    }),
  },
  {
    id: 'changes',
    title: '变更退出',
    needs: 'change.see',
    load: async () => ({
      default: (await import('./modules/changes/web/ChangesSection.tsx')).ChangesSection,
    }),
  },
  {
    id: 'projects',
    title: '项目',
    needs: 'project.see',
    aside: true,
    load: async () => ({
      default: (await import('./modules/projects/web/ProjectsSection.tsx')).ProjectsSection,
    }),
  },
  {
    id: 'volunteers',
    title: '志愿服务',
    needs: 'volunteer.see',
    aside: true,
    load: async () => ({
      default: (await import('./modules/volunteers/web/VolunteersSection.tsx')).VolunteersSection,
    }),
  },
  {
    id: 'records',
    title: '评议公开',
    needs: 'record.see',
    aside: true,
    load: async () => ({
      default: (await import('./modules/records/web/RecordsSection.tsx')).RecordsSection,
    }),
  },
  {
    id: 'venues',
    title: '场地',
    needs: 'venue.bookings',
    aside: true,
    load: async () => ({ default: (await import('./modules/venues/web/VenuesSection.tsx')).VenuesSection }),
  },
  {
    id: 'honors',
    title: '荣誉',
    needs: 'honor.see',
    aside: true,
    load: async () => ({ default: (await import('./modules/honors/web/HonorsSection.tsx')).HonorsSection }),
  },
  {
    id: 'training',
    title: '培训',
    needs: 'training.ofOrganization',
    aside: true,
    load: async () => ({
      default: (await import('./modules/training/web/TrainingSection.tsx')).TrainingSection,
    }),
  },
  {
    id: 'activities',
    title: '活动',
    needs: 'activity.see',
    aside: true,
    load: async () => ({
      default: (await import('./modules/activities/web/ActivitiesSection.tsx')).ActivitiesSection,
    }),
  },
  {
    id: 'workers',
    title: '社工',
    needs: 'worker.ofOrganization',
    aside: true,
    load: async () => ({
      default: (await import('./modules/workers/web/WorkersSection.tsx')).WorkersSection,
    }),
  },
]

export const platformSections: readonly PlatformSection[] = [
  {
    id: 'stationWorkers',
    needs: 'support.see',
    load: async () => ({
      default: (await import('./modules/workers/web/StationWorkers.tsx')).StationWorkers,
    }),
  },
]
