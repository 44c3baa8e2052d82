// The rounds in which every page is looked at, on one screen: whole, accessible, in words where there is nothing to see.
import { it } from 'vitest'
import { expectAccessible, openPage, type Screen, screenshot } from '../browser/pages.ts'
import { expectWhole, follow } from '../browser/whole.ts'
import { useFaces } from './faces.ts'
import { useProduct } from './product.ts'

export const rounds: Record<string, { as: string | null; routes: string[] }> = {
  'the programme': {
    as: 'countyOfficer.inside',
    routes: ['/', '/programmes', '/programmes/:id', '/programmes/:id/rural-urban'],
  },
  'a target': { as: 'countyOfficer.inside', routes: ['/programmes/:id/targets/:target'] },
  'the register': {
    as: 'countyOfficer.inside',
    routes: [
      ...['/organizations', '/organizations/new', '/organizations/:id', '/organizations/:id/edit'],
      '/organizations/:id/years/:year',
    ],
  },
  'the imports': { as: 'countyOfficer.inside', routes: ['/imports', '/imports/new', '/imports/:id'] },
  'the queue': { as: 'countyOfficer.inside', routes: ['/work'] },
  'the census': {
    as: 'countyOfficer.inside',
    routes: ['/censuses', '/censuses/:id', '/censuses/:id/walk'],
  },
  'the charters': {
    as: 'communityWorker.inside',
    routes: ['/organizations/:id/charter', '/charters/:id'],
  },
  'the applications': {
    as: 'townshipOfficer.inside',
    routes: ['/applications', '/applications/new', '/applications/:id', '/tier-hints'],
  },
  'the changes': {
    as: 'townshipOfficer.inside',
    routes: [
      ...['/changes', '/changes/:id', '/organizations/:id/change', '/organizations/:id/move'],
      ...['/organizations/:id/merge', '/organizations/:id/split', '/organizations/:id/exit'],
    ],
  },
  'the party': {
    as: 'partyOfficer.inside',
    routes: ['/party', '/party/branches', '/party/branches/:id', '/party/instructors'],
  },
  'the trainings': { as: 'townshipOfficer.inside', routes: ['/trainings', '/trainings/:id'] },
  'the venues': {
    as: 'communityWorker.inside',
    routes: ['/venues', '/venues/new', '/venues/:id', '/venues/:id/edit'],
  },
  'the titles': { as: 'townshipOfficer.inside', routes: ['/honors', '/honors/new', '/honors/:id'] },
  'the records': {
    as: 'townshipOfficer.inside',
    routes: ['/records', '/records/new', '/records/:id', '/records/:id/edit'],
  },
  'the social workers': {
    as: 'townshipOfficer.inside',
    routes: ['/workers', '/workers/:id', '/rewards', '/rewards/new', '/rewards/:id'],
  },
  'the rules': { as: 'countyOfficer.inside', routes: ['/rules'] },
  'the support': {
    as: 'townshipOfficer.inside',
    routes: ['/support', '/support/:id', '/incubation', '/incubation/:id', '/incubation/subsidies'],
  },
  'the hubs': { as: 'countyOfficer.inside', routes: ['/hubs'] },
  'the activities': {
    as: 'townshipOfficer.inside',
    routes: ['/activities', '/activities/new', '/activities/:id', '/activities/:id/edit'],
  },
  'service projects': {
    as: 'communityWorker.inside',
    routes: [
      ...['/projects', '/projects/:id', '/projects/:id/edit', '/projects/:id/result'],
      '/organizations/:id/projects/new',
    ],
  },
  'volunteer service': {
    as: 'communityWorker.inside',
    routes: ['/volunteer-teams', '/volunteer-teams/:id', '/team-members/:id', '/service'],
  },
  'what is one’s own': { as: 'resident.inside', routes: ['/my-service', '/my-certificates'] },
  'the administration': { as: 'administrator.inside', routes: ['/areas', '/people', '/packs', '/me'] },
  'the certificates': {
    as: 'townshipOfficer.inside',
    routes: ['/certificates', '/certificates/waiting'],
  },
  'what is open to all': {
    as: null,
    routes: [
      '/sign-in',
      '/api-docs',
      '/verify',
      '/verify/:code',
      '/verify-service/:code',
      '/verify-training/:code',
      '/notices',
      '/join/:code',
      '/check-in/:code',
    ],
  },
}

/** Of hundreds of endpoints in one shape the first few are looked at. */
const within: Record<string, string> = { '/api-docs': 'header, main section:nth-of-type(1)' }

/** Every second round, from the `half`-th on: a file for each screen and half, so that workers share the pages. */
export function lookAtPages(screen: Screen, half: 1 | 2): void {
  const product = useProduct()
  const faces = useFaces(product)
  const mine = Object.entries(rounds).filter((_, at) => at % 2 === half - 1)
  for (const [name, { as, routes }] of mine) {
    it(`${name}: pages are whole and accessible (${screen})`, { timeout: 120_000 }, async () => {
      const page = as ? await product.pageAs(screen, as, '/me') : await openPage(screen, product.url())
      const first = new Set(routes.map((route) => faces()[route]?.[0]))
      for (const path of inTurn(faces(), routes)) {
        await (as ? follow(page, path) : page.goto(path))
        await expectWhole(page, { signedIn: as !== null })
        // Colours are the same on both screens and take longest to look at; other faces have the colours of the first.
        if (screen === 'desk' || first.has(path))
          await expectAccessible(page, {
            colours: screen === 'desk' && first.has(path),
            within: within[path],
          })
        await screenshot(page, `page${path.replaceAll(/[^\w]+/g, '-').slice(0, 90)}-${screen}`)
      }
    })
  }
}

/** Every face of the routes, with those of one route apart: a page is known to have come by its other heading. */
function inTurn(faces: Record<string, string[]>, routes: string[]): string[] {
  const all = routes.map((route) => faces[route] ?? [])
  const longest = Math.max(...all.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) =>
    all.flatMap((those) => those.slice(turn, turn + 1)),
  ).flatMap((those, turn) => (those.length > 1 || turn === 0 ? those : ['/me', ...those]))
}
