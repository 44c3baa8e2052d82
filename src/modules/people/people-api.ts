// The endpoints for signing in, for one's own account, and for accounts and postings.
import { z } from 'zod'
import { del, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, IdField, words } from '../../kernel/fields.ts'
import { pageOf, pageQuery } from '../../kernel/page.ts'
import { type Role, roles } from './roles.ts'

const RoleField = z.enum(Object.keys(roles) as [Role, ...Role[]])

export const Posting = z.object({
  id: IdField,
  role: RoleField,
  area: AreaCodeField,
  areaName: z.string(),
  areaLevel: z.string(),
  /** Names from the top down to the area: 江苏省, 苏州市, 太仓市, 浮桥镇, 牌楼社区. */
  areaPath: z.array(z.string()),
})
export type Posting = z.infer<typeof Posting>

/** Who is signed in here, and what the page may offer. */
export const Session = z.object({
  person: z
    .object({ id: IdField, loginName: z.string(), displayName: z.string(), demo: z.boolean() })
    .nullable(),
  postings: z.array(Posting),
  /** Named actions that at least one posting allows somewhere. */
  may: z.array(z.string()),
  /** The world is made up: every page says so. */
  demo: z.boolean(),
  /** No administrator exists yet: the first-run page is shown. */
  firstRun: z.boolean(),
  today: z.string(),
})
export type Session = z.infer<typeof Session>

/** 等保: at least 8 characters of at least three kinds. */
export const NewPassword = z
  .string()
  .max(200, '最多 200 个字符')
  .refine((text) => text.length >= 8 && kindsIn(text) >= 3, '密码至少 8 位，含大写、小写、数字、符号中的三种')

export const LoginName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._@-]{2,60}$/u, '登录名为 2—60 个汉字、字母、数字或 . _ @ -')

export const Person = z.object({
  id: IdField,
  loginName: z.string(),
  displayName: z.string(),
  active: z.boolean(),
  demo: z.boolean(),
  postings: z.array(Posting),
})
export type Person = z.infer<typeof Person>

const byId = z.object({ id: IdField })
const NewPosting = z.object({ role: RoleField, area: AreaCodeField })

export const peopleApi = {
  session: get('/session', { summary: 'Who is signed in', needs: 'public', returns: Session }),
  signIn: post('/session', {
    summary: 'Sign in',
    needs: 'public',
    body: z.object({
      loginName: z.string().trim().min(1, '请填写登录名'),
      password: z.string().min(1, '请填写密码').max(200),
    }),
    returns: Session,
  }),
  signOut: del('/session', { summary: 'Sign out', needs: 'signedIn', returns: z.object({}) }),
  changePassword: put('/me/password', {
    summary: 'Change one’s own password; all other sessions end',
    needs: 'signedIn',
    body: z.object({ current: z.string().min(1, '请填写现在的密码').max(200), next: NewPassword }),
    returns: z.object({}),
  }),
  preference: get('/me/preferences/:key', {
    summary: 'One of the person’s own settings, such as the columns of a list',
    needs: 'signedIn',
    params: z.object({ key: z.string().max(60) }),
    returns: z.object({ value: z.unknown() }),
  }),
  setPreference: put('/me/preferences/:key', {
    summary: 'Remember one of the person’s own settings',
    needs: 'signedIn',
    params: z.object({ key: z.string().max(60) }),
    body: z.object({ value: z.unknown() }),
    returns: z.object({}),
  }),
  demoAccounts: get('/demo-accounts', {
    summary: 'The accounts of a demo world, with their password; empty in real use',
    needs: 'public',
    returns: z.object({
      password: z.string().nullable(),
      accounts: z.array(
        z.object({ loginName: z.string(), displayName: z.string(), role: RoleField, areaName: z.string() }),
      ),
    }),
  }),
  list: get('/people', {
    summary: 'People with a posting in an area',
    needs: 'person.see',
    query: z.object({ ...pageQuery, area: AreaCodeField.optional(), q: z.string().max(60).optional() }),
    returns: pageOf(Person),
  }),
  create: post('/people', {
    summary: 'Give a person an account and a posting',
    needs: 'person.create',
    body: z.object({
      loginName: LoginName,
      displayName: words(40),
      password: NewPassword,
      posting: NewPosting,
    }),
    returns: Person,
  }),
  addPosting: post('/people/:id/postings', {
    summary: 'Give a person one more posting',
    needs: 'person.edit',
    params: byId,
    body: NewPosting,
    returns: Person,
  }),
  endPosting: post('/people/:id/postings/:posting/ending', {
    summary: 'End a posting',
    needs: 'person.edit',
    params: z.object({ id: IdField, posting: IdField }),
    returns: Person,
  }),
  resetPassword: put('/people/:id/password', {
    summary: 'Set a new password for a person; all their sessions end',
    needs: 'person.edit',
    params: byId,
    body: z.object({ next: NewPassword }),
    returns: z.object({}),
  }),
}

function kindsIn(text: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(text)).length
}
