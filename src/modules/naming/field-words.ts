// Words for what organizations do (业务范围), by category: what a name is read with, and what proposals are made from.

/** The categories of the register, which stands above this module; a test there holds the two together. */
export const fieldWords = {
  service:
    '便民 便民服务 生活服务 家电维修 家电 维修 家政 家政互助 家政服务 理发 理发便民 代办 代购 缝补 磨刀 助餐 洗衣 跑腿 小修小补 物业 停车',
  elderCare:
    '居家养老 养老 助老 为老 敬老 爱老 孝老 老年 老年关爱 老年互助 银龄 银龄陪伴 银发 长者 长者照护 陪伴 照护 助浴 助医 关爱老人 康养 日间照料 老年人',
  charity:
    '公益 爱心 慈善 慈善义卖 义卖 助学 助学帮困 帮困 扶困 济困 助残 残疾人 救助 帮扶 捐赠 扶贫 关爱 关心下一代 希望 志愿 志愿者 志愿服务 义工',
  mutualHelp:
    '互助 邻里互助 邻里 邻里帮扶 妈妈互助 妈妈 病友 病友互助 病友会 睦邻 助邻 亲邻 友邻 家长 家长互助 宝妈 单亲 失独 康复',
  culture:
    '文化 文艺 艺术 合唱 歌唱 歌咏 演唱 唱歌 声乐 音乐 爱乐 民乐 民歌 管乐 器乐 葫芦丝 二胡 锣鼓 腰鼓 鼓乐 舞蹈 舞狮 舞龙 龙狮 秧歌 旗袍 走秀 模特 书画 书法 绘画 国画 剪纸 刺绣 编织 手工 插花 茶艺 摄影 摄像 集邮 收藏 诗词 诗社 朗诵 文学 戏曲 戏剧 戏迷 京剧 昆曲 越剧 沪剧 锡剧 黄梅戏 川剧 粤剧 粤曲 评弹 曲艺 相声 快板 话剧 艺术团 非遗 民俗 国学 象棋 围棋 棋牌 棋艺 武术 乡音',
  sports:
    '体育 健身 健康 健步 健步走 徒步 步行 跑步 骑行 太极 太极拳 太极剑 柔力球 瑜伽 广场舞 健身操 操舞 气功 八段锦 乒乓球 乒乓 羽毛球 篮球 足球 排球 门球 网球 台球 游泳 冬泳 登山 钓鱼 垂钓 空竹 毽球 跳绳 轮滑 信鸽 武术 运动',
  science:
    '科普 科普宣传 科学 科技 读书 阅读 悦读 亲子阅读 亲子 讲书 故事 绘本 教育 家庭教育 早教 培训 学习 讲座 宣讲 课堂 学堂 老年学堂 老年大学 老人大学 四点半课堂 青少年 少儿 儿童 未成年人 托管 英语 计算机 智能手机 健康教育 卫生 医疗 急救 红十字 心理 心理健康 法律 普法',
  mediation:
    '调解 调处 矛盾调解 邻里调解 家事调解 人民调解 纠纷调解 说事 和事 评理 法律援助 婚姻家庭 信访 劝和 谈心',
  safety:
    '平安 平安巡逻 平安建设 巡逻 巡防 治安 治安巡防 治安巡逻 义务巡逻 应急 应急救援 救援 消防 消防宣传 安全 安全宣传 反诈 禁毒 护校 护学 交通 交通劝导 文明交通 防灾 减灾 森林防火 义警 邻里守望 守望',
  governance:
    '议事 居民议事 村民议事 协商 议事协商 自治 楼组自治 楼组 楼道 楼栋 楼宇 院落 小区 网格 监督 民情 共治 共建 自管 业主 乡贤 参事 居民 村民 党员 党群 社区治理 社会组织 社区社会组织 社会工作 社工 群团 社区发展 社区营造 社区服务 社区教育 社区文化 社区养老',
  environment:
    '环保 环境 环境保护 环境卫生 环境整治 绿色 绿化 绿化养护 垃圾分类 分类 护河 河长 护水 护绿 爱绿 护林 园艺 种植 花卉 盆景 养花 节能 低碳 清洁 保洁 清洁家园 卫生 爱国卫生 动物保护 宠物 文明养犬 养犬',
  rural:
    '农业 农技 农村 农民 农机 农产品 果蔬 果蔬种植 蔬菜 水果 葡萄 柑橘 茶叶 水稻 稻作 稻作互助 粮食 养殖 水产 水产养殖 养蜂 畜牧 乡村 乡村振兴 乡村旅游 电商 农家乐 灌溉 用水 生产互助 新农村 种养',
  customs:
    '红白 红白理事 红白事 移风易俗 乡风 乡风文明 民风 家风 文明 文明实践 文明劝导 礼仪 婚庆 丧葬 殡葬 婚丧 禁赌 道德 道德评议 孝善 新风尚 家训 姓氏 宗亲',
  other:
    '退役军人 军人 双拥 拥军 非遗传承 传承 文创 创业 就业 楼宇联谊 联谊 青年 妇女 巾帼 女性 侨胞 侨界 归侨 民族 民族团结 宗教 老党员 五老 老干部 老兵 劳模 工匠 新居民 外来务工 流动人口 商户 商铺 企业 旅游 美食 烹饪 烘焙 集市 市民 市场 城市 村史 社区历史 口述史 直播 跳蚤 互联网 公益创投',
} as const satisfies Record<string, string>
export type FieldCategory = keyof typeof fieldWords

export const wordsOf = (category: FieldCategory): readonly string[] => listed[category]

export const isFieldCategory = (category: string): category is FieldCategory =>
  Object.hasOwn(fieldWords, category)

/** The category whose word a text begins with, or null. */
export const categoryOf = (text: string): FieldCategory | null =>
  (Object.keys(listed) as FieldCategory[]).find((category) =>
    listed[category].some((word) => text.startsWith(word)),
  ) ?? null

/** Words that say nothing alone but go with the others: 便民*服务*队, 文艺*爱好者*协会, 书画*与*摄影*协会. */
export const fillers =
  '服务 互助 宣传 宣讲 工作 活动 管理 建设 促进 支持 发展 关怀 爱好者 爱好 从业者 居民 群众 社区 社会 社会组织 老年 老年人 中老年 青年 青少年 少年 儿童 女子 男子 业余 义务 民间 传统 现代 事务 交流 传播 推广 保护 研究 创作 表演 演出 培育 孵化 指导 综合 公共 便民'.split(
    ' ',
  )

/** Between two fields, never at the beginning. */
export const connectors = ['与', '和', '及', '、', '·']

/** Field words that people give as a trade name more often than not, when another field word follows. */
export const nameLikeWords: ReadonlySet<string> = new Set('爱心 希望 守望 睦邻 友邻 亲邻 乡音'.split(' '))

/** Field words that stand for the trade name where a name must have one. */
export const eitherWords: ReadonlySet<string> = new Set([
  ...nameLikeWords,
  ...'银龄 银发 邻里 平安 绿色 健康 长者 巾帼 陪伴 孝善'.split(' '),
])

const listed = Object.fromEntries(
  Object.entries(fieldWords).map(([category, words]) => [category, words.split(' ')]),
) as Record<FieldCategory, string[]>

/** Every field word once. */
export const allFieldWords: readonly string[] = [...new Set(Object.values(listed).flat())]
