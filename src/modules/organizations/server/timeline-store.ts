// The SQL of one organization's timeline, read from the event record.
import type { Context } from '../../../platform/context.ts'
import { empty, sql } from '../../../platform/db.ts'
import type { OrganizationEvent } from '../organizations-api.ts'

const words: Record<string, string> = {
  'organization.create': '新建',
  'organization.change': '变更',
  'organization.correct': '更正',
  'organization.charter': '章程生效',
  'organization.rest': '标为不活跃',
  'organization.end': '退出名录',
  'organization.revive': '恢复',
  'organization.mergedInto': '并入其他组织',
  'organization.merge': '合并',
  'organization.splitInto': '拆分为多个组织',
  'organization.split': '由拆分成立',
  'organization.annulReorganization': '撤销合并或拆分',
  'organization.move': '迁移',
  'organization.cancel': '注销',
  'organization.remove': '清退',
  'organization.setKeeper': '改负责人账号',
  'organization.standing': '登记规模情况',
  'tier.keep': '分类管理：维持现有',
  'tier.follow': '分类管理：按提示办理',
  'certificate.issue': '核发备案证书',
  'certificate.renew': '到期换发备案证书',
  'certificate.reissue': '补发备案证书',
  'certificate.cancel': '注销备案证书',
  'certificate.ask': '申请换发备案证书',
  'change.request': '提出变更申请',
  'change.resubmit': '补正后再次提出变更',
  'change.return': '变更申请退回补正',
  'change.approve': '同意变更',
  'change.refuse': '不同意变更',
  'change.withdraw': '撤回变更申请',
  'exit.cancellation': '申请注销',
  'exit.removal': '告知清退',
  'exit.accept': '受理注销',
  'exit.refuse': '不予受理注销',
  'exit.withdraw': '撤回注销',
  'exit.conclude': '准予注销',
  'exit.step': '完成一步清算',
  'exit.addEvidence': '附上清算凭据',
  'exit.dropEvidence': '拿掉清算凭据',
  'exit.answer': '说明情况',
  'exit.remove': '决定清退',
  'exit.drop': '不再清退',
  'admonition.reminder': '提醒',
  'admonition.talk': '约谈',
  'admonition.rectification': '限期整改',
  'admonition.settle': '提醒、约谈、整改的结果',
  'dormancy.active': '判断仍在活动',
  'organization.import': '表格导入',
  'organization.undoImport': '撤销导入',
  'hub.tie': '枢纽型组织联系服务',
  'hub.propose': '枢纽型组织提出联系服务',
  'hub.confirm': '确认枢纽型组织的联系服务',
  'hub.decline': '不同意枢纽型组织的联系服务',
  'hub.withdraw': '撤回枢纽型组织的联系服务',
  'hub.changeServices': '枢纽型组织的服务有变化',
  'hub.end': '枢纽型组织的联系服务结束',
  'incubation.apply': '申请入驻孵化',
  'incubation.accept': '同意入驻孵化',
  'incubation.refuse': '不同意入驻孵化',
  'incubation.withdraw': '撤回入驻孵化的申请',
  'incubation.enter': '入驻孵化',
  'incubation.stage': '孵化进入新阶段',
  'incubation.extend': '延长孵化',
  'incubation.exit': '出孵化',
  'incubation.grant': '给予孵化补贴',
  'incubation.revoke': '取消孵化补贴',
  'incubation.pay': '拨付孵化补贴',
  'training.invite': '邀请参加培训',
  'training.enrol': '报名参加培训',
  'training.decline': '不参加培训',
  'training.withdraw': '撤回培训报名',
  'training.recall': '收回培训邀请',
  'census.confirm': '摸底核对：情况属实',
  'census.unsure': '摸底核对：暂时说不清',
}

/** What happened, in Chinese. */
export const eventWords = (action: string): string => words[action] ?? action

/** What happened, newest first; looks at the phone number are for the auditor, not for this list. */
export async function timelineOf(
  ctx: Context,
  id: string,
  after: readonly [unknown, string] | null,
  limit: number,
) {
  const found = await ctx.db.rows<Omit<OrganizationEvent, 'what'> & { action: string }>(sql`
    select e.id, e.at, e.person_name as who, e.action, e.effective_on as "effectiveOn", e.reason, e.changes
    from event e
    where e.subject_kind = 'organization' and e.subject = ${id} and e.action <> 'organization.seePhone'
      ${after ? sql`and (e.at, e.id) < (${String(after[0])}::timestamptz, ${after[1]}::uuid)` : empty}
      and exists (select 1 from organization o where o.id = ${id} and ${ctx.authority.scope('organization.see', 'o')})
    order by e.at desc, e.id desc limit ${limit}`)
  return found.map(({ action, ...event }) => ({ ...event, what: eventWords(action) }))
}
