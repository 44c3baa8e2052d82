// A title of a project names the project: one of the organization's own, by its own name.
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { honorDraft, useHonors } from '../../../../test/honors.ts'
import { sql } from '../../../platform/db.ts'
import { honorsApi } from '../honors-api.ts'

const database = useDatabase()
const world = useHonors(database)

/** A running project of an organization. */
async function addProject(organization: string, title: string): Promise<string> {
  const id = v7()
  await database().run(sql`
    insert into project (id, organization, area, province, city, county, township, community, title, need, starts_on, status,
      on_behalf, recorded_at)
    select ${id}, o.id, o.area, o.province, o.city, o.county, o.township, o.community, ${title}, '需要', '2023-03-01',
      'running', false, now() from organization o where o.id = ${organization}`)
  return id
}

it('A title of a project leads to the project, has its name, and is offered only for the organization’s own', async () => {
  const { worker } = world()
  const idAt = (at: number) => {
    const about = world().group(at)
    return about.subject === 'organization' ? about.organization : ''
  }
  const [own, other] = [idAt(0), idAt(1)]
  const [project, foreign] = [await addProject(own, '“清水”护河'), await addProject(other, '夜校')]
  const nominate = (about: object) =>
    worker.call(honorsApi.nominate, {
      body: {
        ...honorDraft(world().group(0)),
        about: { subject: 'project', organization: own, ...about } as never,
      },
    })
  const { body, status } = await nominate({ project, name: '别的名字' })
  expect([status, body.project, body.name]).toEqual([200, project, '“清水”护河'])
  expect((await nominate({ project: foreign })).body).toMatchObject({ code: 'honor.projectOfAnother' })
  expect((await nominate({})).body).toMatchObject({ code: 'honor.projectUnnamed' })
  expect((await nominate({ name: '没有登记的项目' })).body).toMatchObject({ project: null })
  const of = (await worker.call(honorsApi.ofOrganization, { params: { id: own } })).body
  expect(of.projects).toEqual([{ id: project, title: '“清水”护河', year: 2023 }])
  expect(of.items.filter((one) => one.project === project)).toHaveLength(1)
})
