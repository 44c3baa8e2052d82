// Readings of names, the hard ones above all.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialsOf, pinyinOf } from './pinyin.ts'

describe('pinyin of places', () => {
  it.each([
    ['重庆市', 'chongqingshi'],
    ['厦门市', 'xiamenshi'],
    ['长沙市', 'changshashi'],
    ['长子县', 'zhangzixian'],
    ['成都市', 'chengdushi'],
    ['都匀市', 'duyunshi'],
    ['喀什地区', 'kashidiqu'],
    ['什邡市', 'shifangshi'],
    ['六安市', 'luanshi'],
    ['六合区', 'luhequ'],
    ['六合村', 'liuhecun'],
    ['单县', 'shanxian'],
    ['番禺区', 'panyuqu'],
    ['大埔县', 'dabuxian'],
    ['黄埔区', 'huangpuqu'],
    ['黄陂区', 'huangpiqu'],
    ['洪洞县', 'hongtongxian'],
    ['繁峙县', 'fanshixian'],
    ['乐亭县', 'laotingxian'],
    ['乐清市', 'yueqingshi'],
    ['乐山市', 'leshanshi'],
    ['民乐县', 'minlexian'],
    ['蚌埠市', 'bengbushi'],
    ['亳州市', 'bozhoushi'],
    ['台州市', 'taizhoushi'],
    ['丽水市', 'lishuishi'],
    ['东莞市', 'dongguanshi'],
    ['上莞镇', 'shangguanzhen'],
    ['珲春市', 'hunchunshi'],
    ['闵行区', 'minhangqu'],
    ['曾都区', 'zengduqu'],
    ['浒墅关镇', 'xushuguanzhen'],
    ['弇山社区居委会', 'yanshanshequjuweihui'],
    ['璜泾镇', 'huangjingzhen'],
    ['绿春县', 'lvchunxian'],
    ['八五一０农场', 'bawuyi0nongchang'],
    ['长shan村', 'changshancun'],
  ])('%s is %s', (name, pinyin) => expect(pinyinOf(name)).toBe(pinyin))
})

describe('pinyin of groups', () => {
  it.each([
    ['爱乐社', 'aiyueshe'],
    ['快乐舞蹈队', 'kuailewudaodui'],
    ['社区民乐队', 'shequminyuedui'],
    ['长者食堂', 'zhangzheshitang'],
    ['调解委员会', 'tiaojieweiyuanhui'],
    ['重阳孝老队', 'chongyangxiaolaodui'],
    ['夕阳红合唱团', 'xiyanghonghechangtuan'],
    ['“小蚂蚁”环保志愿者协会', 'xiaomayihuanbaozhiyuanzhexiehui'],
  ])('%s is %s', (name, pinyin) => expect(pinyinOf(name)).toBe(pinyin))
})

describe('initials', () => {
  it.each([
    ['重庆市', 'cqs'],
    ['太仓市', 'tcs'],
    ['绿园3号', 'ly3h'],
    ['ＩＴ家园', 'itjy'],
    ['㙟村', 'c'],
    ['', ''],
  ])('of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

  it('and pinyin are letters and digits only, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        expect(pinyinOf(text)).toMatch(/^[a-z0-9]*$/)
        expect(initialsOf(text)).toMatch(/^[a-z0-9]*$/)
      }),
    )
  })
})
