// Why a reward cannot be claimed, decided or paid, in words.
import { Problem } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { type CertifiedGrade, certifiedGrades } from '../worker.ts'

export const claimedBefore = ({ grade }: { grade: CertifiedGrade }, on: Day) =>
  new Problem(409, {
    code: 'reward.claimedBefore',
    message: `这个身份证号的${certifiedGrades[grade]}奖励已在 ${on} 申请过，同一等级只奖励一次。`,
    mend: '请核对身份证号和等级；在别的街道（乡镇）申请过的也算。有疑问的，请与县区民政核对。',
    faults: [{ at: 'identity', message: '这一等级的奖励已经申请过' }],
  })

export const certificateClaimed = new Problem(409, {
  code: 'reward.certificateClaimed',
  message: '这个证书编号已经用来申请过奖励。',
  mend: '请核对证书编号；有疑问的，请与县区民政核对。',
  faults: [{ at: 'number', message: '这个编号已经申请过奖励' }],
})

export const noProof = new Problem(422, {
  code: 'reward.noProof',
  message: '没有找到刚才上传的证书照片或扫描件。',
  mend: '请重新选择文件再提交。',
  faults: [{ at: 'proof', message: '请重新选择文件' }],
})

export const someMoved = (count: number) =>
  new Problem(409, {
    code: 'reward.moved',
    message: `有 ${count} 份已不是“待发放”，或不归您发放，这次一份也没有登记。`,
    mend: '请刷新列表，重新导出发放名单后再登记。',
  })

export const wrongPayday = (today: Day) =>
  new Problem(422, {
    code: 'reward.payday',
    message: `日期要在审定（发放）以后、今天（${today}）以前。`,
    mend: '请改填日期。',
    faults: [{ at: 'on', message: '不在这两天之间' }],
  })
