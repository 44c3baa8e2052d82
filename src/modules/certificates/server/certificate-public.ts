// What everybody is told of a certificate: by the code in its QR picture, or by its number typed in full.
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { answerPublicly } from '../../../platform/public-answer.ts'
import { foldNumber } from '../../rules/keys/number-template.ts'
import type { PublicCertificate } from '../certificate.ts'
import { publicByCode, publicByNumber } from './public-store.ts'

export const verifyCode = (ctx: Context, code: string): Promise<PublicCertificate> =>
  answerPublicly(() => publicByCode(ctx, code), unknownCode)

export const verifyNumber = (ctx: Context, number: string): Promise<PublicCertificate> =>
  answerPublicly(() => publicByNumber(ctx, foldNumber(number)), unknownNumber)

const unknownCode = new Problem(404, {
  code: 'certificate.unknownCode',
  message: '没有这个二维码对应的证书。',
  mend: '请确认扫的是备案证书上的二维码，或按证书编号查询；仍查不到的，请向证书上写的发证机关核实。',
})

const unknownNumber = new Problem(404, {
  code: 'certificate.unknownNumber',
  message: '没有这个编号的证书。',
  mend: '请对照证书把编号逐字填完整（包括横线和前面的 0）；仍查不到的，请向证书上写的发证机关核实。',
})
