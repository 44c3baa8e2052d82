// What the modules show on an organization's page, in its order.
import type { OrganizationSection } from './modules/organizations/web/organization-sections.ts'

export const organizationSections: readonly OrganizationSection[] = [
  {
    id: 'tier',
    needs: 'organization.see',
    load: async () => ({
      default: (await import('./modules/organizations/web/TierSection.tsx')).TierSection,
    }),
  },
  {
    id: 'filing',
    needs: 'filing.see',
    load: async () => ({ default: (await import('./modules/filing/web/FilingSection.tsx')).FilingSection }),
  },
  {
    id: 'keeper',
    needs: 'organization.setKeeper',
    load: async () => ({
      default: (await import('./modules/organizations/web/KeeperSection.tsx')).KeeperSection,
    }),
  },
  {
    id: 'certificate',
    needs: 'certificate.see',
    load: async () => ({
      default: (await import('./modules/certificates/web/CertificateSection.tsx')).CertificateSection,
    }),
  },
  {
    id: 'party',
    needs: 'party.see',
    load: async () => ({ default: (await import('./modules/party/web/PartySection.tsx')).PartySection }),
  },
  {
    id: 'charter',
    needs: 'charter.see',
    load: async () => ({
      default: (await import('./modules/charters/web/CharterSection.tsx')).CharterSection,
    }),
  },
  {
    id: 'hubs',
    needs: 'hub.see',
    load: async () => ({ default: (await import('./modules/hubs/web/HubsSection.tsx')).HubsSection }),
  },
  {
    id: 'incubation',
    needs: 'incubation.see',
    aside: true,
    load: async () => ({
      default: (await import('./modules/support/web/SupportSection.tsx')).SupportSection,
    }),
  },
  {
    id: 'changes',
    needs: 'change.see',
    load: async () => ({
      default: (await import('./modules/changes/web/ChangesSection.tsx')).ChangesSection,
    }),
  },
  {
    id: 'projects',
    needs: 'project.see',
    aside: true,
    load: async () => ({
      default: (await import('./modules/projects/web/ProjectsSection.tsx')).ProjectsSection,
    }),
  },
  {
    id: 'volunteers',
    needs: 'volunteer.see',
    aside: true,
    load: async () => ({
      default: (await import('./modules/volunteers/web/VolunteersSection.tsx')).VolunteersSection,
    }),
  },
  {
    id: 'records',
    needs: 'record.see',
    aside: true,
    load: async () => ({
      default: (await import('./modules/records/web/RecordsSection.tsx')).RecordsSection,
    }),
  },
  {
    id: 'venues',
    needs: 'venue.bookings',
    aside: true,
    load: async () => ({ default: (await import('./modules/venues/web/VenuesSection.tsx')).VenuesSection }),
  },
  {
    id: 'honors',
    needs: 'honor.see',
    aside: true,
    load: async () => ({ default: (await import('./modules/honors/web/HonorsSection.tsx')).HonorsSection }),
  },
  {
    id: 'training',
    needs: 'training.ofOrganization',
    aside: true,
    load: async () => ({
      default: (await import('./modules/training/web/TrainingSection.tsx')).TrainingSection,
    }),
  },
  {
    id: 'activities',
    needs: 'activity.see',
    aside: true,
    load: async () => ({
      default: (await import('./modules/activities/web/ActivitiesSection.tsx')).ActivitiesSection,
    }),
  },
  {
    id: 'workers',
    needs: 'worker.see',
    aside: true,
    load: async () => ({
      default: (await import('./modules/workers/web/WorkersSection.tsx')).WorkersSection,
    }),
  },
]
