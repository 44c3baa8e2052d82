// The accounts listed on the sign-in page of a demo.
import { expect, test } from 'vitest'
import { onePerLogin } from './demo-accounts.ts'

const account = (loginName: string, areaName: string) => ({
  loginName,
  displayName: '演示',
  role: 'townshipOfficer' as const,
  areaName,
})

test('a person with several postings is listed once, with all of them, in the order of the server', () => {
  const listed = onePerLogin([account('b', '浮桥镇'), account('a', '沙溪镇'), account('b', '浏河镇')])
  expect(listed.map((one) => [one.loginName, one.postings])).toEqual([
    ['b', ['浮桥镇 · 街镇', '浏河镇 · 街镇']],
    ['a', ['沙溪镇 · 街镇']],
  ])
})
