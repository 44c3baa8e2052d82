// What two applications at the same time run into, in words.
import { Problem } from '../../../kernel/problem.ts'
import { brokenConstraint } from '../../../platform/db.ts'

/** Of the same organization, or under the same name. */
export async function explainOnce(error: unknown): Promise<never> {
  if (brokenConstraint(error) === 'application_upgrade_once') {
    throw new Problem(422, {
      code: 'filing.underway',
      message: '这个组织已有一件升级申请正在办理。',
      mend: '请在申请列表里找到那一件接着办。',
    })
  }
  if (brokenConstraint(error) === 'application_name_once') {
    throw new Problem(422, {
      code: 'filing.nameUnderway',
      message: '这个社区（村）已有同名的申请正在办理。',
      mend: '如果是同一个组织，请接着办那一件；如果不是，请在名称里写明区别。',
      faults: [{ at: 'name', message: '同名的申请正在办理' }],
    })
  }
  throw error
}
