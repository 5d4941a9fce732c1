## 工作人员界面

console-rail-workbench = 工作台
console-rail-cases = 事件
console-rail-map = 地图与网格
console-rail-supervision = 督办
console-rail-organisation = 组织与责任

console-post = { $unit } · { $post }
console-posts-all = 全部岗位
console-enter = 登记事件

console-column-case = 事件
console-column-light = 时限灯
console-column-due = 到期
console-column-state = 状态
console-column-category = 类别
console-column-place = 地点
console-column-unit = 责任单位
console-column-reported = 登记
console-column-task = 任务
console-column-kind = 种类

console-queue = 等我办理
console-queue-empty = 眼下没有等您办理的事件
console-queue-empty-next = 新交来的事件会自动出现在这里。
console-queue-shows = 要我受理、办理、批准或核查的事件，先到期的在前
console-queue-all = 全部
console-queue-keys = 键盘：j k 上下选，Enter 打开，m 直接做下一步，n 下一件，? 全部按键
console-queue-next = 下一件
console-queue-moved = 已处理：
console-column-next = 下一步
console-column-waiting = 等什么
console-owed = 本单位要答复、协办的
console-owed-shows = 其他单位请本单位协办、答复的事和给本单位的督办，先到期的在前
console-task-unanswered = 超期未答复
console-today = 今天
console-today-waiting = 等我办理
console-today-due = 其中今天到期
console-today-late = 本地已超期
console-today-reported = 本地今天登记
console-today-more = { $count } 以上
console-today-map = 等我办理的事件所在
console-today-whole = 打开大地图
console-tasks = 协办与答复
console-task-assist = 协办
console-task-answer = 答复
console-task-done = 已办
console-task-binding = 县中心已定为必办
console-sent = 我送出并等待的
console-sent-shows = 本单位办过、现由其他单位办理的未结事件

console-cases-by_due = 未结事件，先到期的在前
console-cases-by_day = 按登记时间，新登记的在前
console-cases-empty = 没有符合条件的事件
console-cases-empty-next = 换一个条件，或清除全部条件。
console-search-shows = 您能看到的最近五千件事件中，内容或地点含有这些字的
console-search-empty = 没有找到
console-search-empty-next = 可以输入完整的事件编号，或换几个字再试。

console-filter-state = 状态
console-filter-state-open = 未结
console-filter-state-all = 全部
console-filter-state-submitted = 已登记
console-filter-state-accepted = 已受理
console-filter-state-handling = 办理中
console-filter-state-completed = 已办结
console-filter-state-closed = 已结案
console-filter-state-suspended = 挂账
console-filter-state-transferred = 已转法定渠道
console-filter-state-withdrawn = 已撤回
console-filter-state-merged = 已并案
console-filter-light = 时限灯
console-filter-category = 类别

console-case-hidden = { $category }（当事人不公开）
console-case-hidden_why = 这类事件的当事人只有办理单位知道。您能看到编号、类别、所在村、状态和时限，看不到反映内容、具体地点、照片和反映人。
console-case-map = 事件所在位置
console-case-map_about = 事件只知道在哪个组，图上是这个组的位置。
console-notices-case = “{ $title }”
console-units_others = 其他单位
console-units_all = 所有单位
console-place-unknown = 待定位
console-place-group = { $place } { $number } 组

console-fact-number = 编号
console-fact-category = 类别
console-fact-place = 地点
console-fact-grid = 网格
console-fact-place_words = 具体位置
console-fact-unit = 责任单位
console-fact-post = 责任岗位
console-fact-channel = 来源
console-fact-reported = 登记时间
console-fact-due = 到期
console-fact-age = 已历时
console-fact-promise = 承诺总时限

console-photo = 照片
console-lay = 间隔 { $span }
console-by-reporter = 反映人
console-occurred = 设备记录于 { $at }
console-occurred_doubtful = 设备记录于 { $at }（设备时钟存疑）
console-by-clock = 系统
console-supervision-due = 要求答复
console-supervision-answered = 已答复

console-asked = { $code ->
    [extend] 延期
   *[other] { $move }
}
console-stage-ask = 申请{ $move }
console-stage-grant = 同意{ $move }
console-stage-refuse = 不同意{ $move }

console-did-ask = 申请{ $move }
console-did-grant = 同意{ $move }
console-did-refuse = 不同意{ $move }
console-did-report = 反映情况，交{ $unit }受理
console-did-accept = 受理
console-did-decline = 不予受理
console-did-relocate = 更正地点
console-did-reclassify = 改类，由{ $unit }负责
console-did-dispatch = 分派{ $unit }办理
console-did-take = 承办
console-did-hand = 在本单位内转办
console-did-progress = 记录进展
console-did-ask_reporter = 请反映人补充
console-did-coordinate = 请县直部门协调
console-did-with = { $did }：{ $what }
console-did-escalate = 上报{ $unit }
console-did-assign = 交办{ $unit }
console-did-send_back = 退回{ $unit }
console-did-decide = 裁定由{ $unit }负责
console-did-extend = 延期
console-did-suspend = 挂账
console-did-resume = 恢复办理
console-did-transfer = 转法定渠道
console-did-record_receipt = 登记回执
console-did-return = 转回{ $unit }
console-did-complete = 办结
console-did-verify_pass = 核查通过，结案
console-did-verify_fail = 核查不通过，退{ $unit }再办
console-did-rate = 评价
console-did-reopen = 重办，交{ $unit }
console-did-withdraw = 撤回
console-did-merge = 并入另一事件
console-did-unmerge = 拆分，恢复单独办理
console-did-supervise = 督办
console-did-instruct = 记录领导批示
console-did-undo = 撤销上一步
console-did-task_answered = 回复协办事项
console-did-task_called_off = 取消协办事项
console-did-task_bound = 定为必办任务
console-did-supervision_answered = 答复督办
console-did-question_answered = 补充情况
console-did-grid_drawn_anew = 网格重新划分，随之移交

console-supervision-shows = 向本单位督办和本单位发出的督办，先到期的在前
console-supervision-empty = 没有待答复的督办
console-supervision-empty-next = 可以查看已超期的事件，决定是否督办。
console-supervision-late = 已超期的事件
console-supervision-open = 待答复
console-supervision-all = 全部
console-supervision-grade = 等级
console-supervision-by = 督办单位

console-organisation-lead = 一级抓一级：责任清单、单位、岗位和由谁承担
console-centres = 三个中心
console-units = 单位与岗位
console-unit-superior = 上级
console-unit-merged-into = 已整合进
console-unit-took-in = 整合了
console-post-vacant = 空缺
console-post-covered = 由以下岗位代理

console-map-shows = 全县区域和未结事件；点区域看责任人，点事件打开
console-map-list = 未结事件列表
console-map-card = 选中的区域
console-map-card_hint = 在地图上点一个区域，或者在列表里选。
console-card-worker = 网格员
console-card-vacant = 空缺
console-card-phone = 电话
console-card-centre_phone = 服务站电话
console-card-grids = 网格
console-card-households = 户数
console-card-persons = 人数
console-card-open_cases = 未结事件
console-card-here = 在地图上打开
console-card-whole = 网格与人员

case-source-portal = 群众自报
case-source-worker = 网格员巡查
case-source-visit = 入户走访
case-source-hotline = 群众来电
case-source-behalf = 代为登记
case-source-patrol = 巡查
case-source-staff = 工作人员发现
case-source-api = 其他系统

organisation-ends_before_start = 结束日期要晚于开始日期。
organisation-unit = { $area } { $unit }
organisation-post = { $unit } · { $post }
organisation-unit_without_post = 接收单位还没有可接收的岗位，请先设岗。

case-refusal-post_of_another = 这个岗位不在责任单位里。
case-refusal-main_not_open = 主事件须是另一件未结的事件。
