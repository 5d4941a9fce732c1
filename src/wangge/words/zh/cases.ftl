# cases: words of the law (work/cases/rules); what pages say of their own stands in their files

## states (states.py)

case-state-submitted = 已登记
case-state-accepted = 已受理
case-state-handling = 办理中
case-state-completed = 已办结
case-state-closed = 已结案
case-state-suspended = 挂账
case-state-transferred = 已转法定渠道
case-state-withdrawn = 已撤回
case-state-merged = 已并案

## how a case ends, how many it concerns, its light (states.py)

case-closing-settled = 已解决
case-closing-explained_accepted = 已解释，群众认可
case-closing-explained_not_accepted = 已解释，群众未认可
case-closing-village_decision = 经村民议定解决
case-closing-conditions_lacking = 条件暂不具备
case-closing-not_verifiable = 无法核实
case-closing-thanked = 已致谢
case-closing-declined = 不予受理
case-scale-01 = 个体性
case-scale-02 = 一般群体性
case-scale-03 = 重大群体性

## channels, cards, ratings (states.py)

case-channel-petition = 信访
case-channel-court = 法院
case-channel-arbitration = 仲裁
case-channel-police = 公安
case-channel-discipline = 纪检监察
case-channel-reconsideration = 行政复议
case-channel-other = 其他法定渠道
case-card-ordinary = 一般督办
case-card-yellow = 黄牌督办
case-card-red = 红牌督办
case-card-withdrawn = 撤销督办
case-rating-satisfied = 满意
case-rating-fairly = 基本满意
case-rating-not = 不满意

## moves and their stages (move_codes.py)

case-move-report = 登记
case-move-accept = 受理
case-move-decline = 不予受理
case-move-relocate = 定位
case-move-reclassify = 改类
case-move-dispatch = 分派
case-move-take = 承办
case-move-hand = 转办（本单位内）
case-move-progress = 进展
case-move-ask_reporter = 请补充
case-move-coordinate = 协调
case-move-escalate = 上报
case-move-assign = 交办
case-move-send_back = 退回
case-move-decide = 裁定
case-move-extend = 申请延期
case-move-suspend = 挂账
case-move-resume = 恢复
case-move-transfer = 转法定渠道
case-move-record_receipt = 登记回执
case-move-return = 转回
case-move-complete = 办结
case-move-verify_pass = 核查通过
case-move-verify_fail = 核查不通过
case-move-rate = 评价
case-move-reopen = 重办
case-move-withdraw = 撤回
case-move-merge = 并案
case-move-unmerge = 拆分
case-move-supervise = 督办
case-move-instruct = 批示
case-move-undo = 撤销
case-stage-do = 办理
case-stage-ask = 申请
case-stage-grant = 批准
case-stage-refuse = 不批准

## tasks and parts in a case (facts.py, outcome.py)

case-task-assist = 协办
case-task-answer = 答复
case-role-responsible = 承办单位
case-role-assisting = 协办单位
case-role-coordinated = 协调单位
case-role-informed = 知情单位
case-role-verifier = 核查单位

## what is said with a move (needs.py)

case-need-words = 说明
case-need-reason = 理由
case-need-tried = 已做的工作
case-need-area = 地点
case-need-contact = 是否同意承办人联系您
case-need-category = 类别
case-need-level = 办理层级
case-need-scale = 规模
case-need-urgent = 紧急
case-need-unit = 单位
case-need-assisting = 协办单位
case-need-departments = 需协调的部门
case-need-post = 岗位
case-need-photo = 照片
case-need-after_photo = 办结后照片
case-need-for_reporter = 反映人是否可见
case-need-amount = 延长时间
case-need-consent_on = 双方同意日期
case-need-review_on = 复查日期
case-need-channel = 法定渠道
case-need-receipt = 回执编号
case-need-receipt_on = 回执日期
case-need-closing = 办结方式
case-need-rating = 满意度
case-need-main_case = 主案
case-need-card = 督办等级
case-need-answer_due = 答复期限

## who moves a case (seats.py)

case-seat-reporter = 反映人
case-seat-clock = 系统到期
case-seat-staff = 工作人员
case-seat-intake_post = 责任单位受理岗
case-seat-centre_of_level = 本级网格中心（站）
case-seat-responsible_unit = 责任单位
case-seat-responsible_head = 责任单位负责人
case-seat-holder = 承办人
case-seat-holder_who_extends = 承办人
case-seat-holder_who_asks = 承办人
case-seat-extender = 延期批准单位
case-seat-assisting = 协办单位
case-seat-assignee = 接到交办的单位
case-seat-village_escalator = 网格员或站长
case-seat-escalation_preparer = 乡镇网格管理中心
case-seat-township_leader = 乡镇主要负责人
case-seat-level_above = 上一级
case-seat-station_head = 站长
case-seat-oversight_committee = 村务监督委员会
case-seat-township_centre = 乡镇网格管理中心
case-seat-checker_above = 上一级核查
case-seat-caller_back = 回访单位
case-seat-supervisor = 督办岗
case-seat-instruction_recorder = 批示登记岗
case-seat-last_mover = 上一步的办理岗位

## terms (limits.py)

case-term-key-immediate = 立即
case-term-key-urgent = 紧急
case-term-key-quick = 小事快办
case-term-key-std = 普通
case-term-key-mediation = 调解
case-term-key-hotline = 热线投诉
case-term-key-statutory = 法定程序
case-term-key-petition = 信访
case-term-key-handoff = 密转
case-term-key-service = 办件
case-term-key-none = 表扬
case-term-key-verify = 核查
case-term-key-coordinate = 协调
case-term-key-send_back = 退回
case-term-accept = { $key }事件应在 { $span }内受理，自{ $start }起，至{ $due }。
case-term-handle = { $key }事件在{ $level }一级的办理时限为 { $span }，自{ $start }起，至{ $due }。
case-term-verify = 办结后 { $span }内核查，自{ $start }起，至{ $due }。
case-term-answer = 应在 { $span }内答复，自{ $start }起，至{ $due }。
case-term-review = 不计超期，{ $due }前复查进展。
case-term-wait = 等待反映人补充，最迟{ $due }，之后时限继续计算。

## routing (routing.py)

case-route-lead = 按分流清单，“{ $category }”在{ $level }一级由{ $lead }承办。
case-route-lead_assist = 按分流清单，“{ $category }”在{ $level }一级由{ $lead }承办，{ $assist }协办。
case-route-missing = 分流清单缺项：“{ $category }”在{ $level }一级没有承办单位。
case-route-misplaced = 分流清单有误：“{ $category }”在{ $level }一级不能由“{ $unit }”承办或协办。

## what will happen (outlook.py)

case-outlook-report = 已送{ $unit }，{ $due }前受理。
case-outlook-accept = 受理后开始办理。
case-outlook-accept_by = 受理后开始办理，时限 { $span }，至{ $due }。
case-outlook-accept_thanked = 受理即致谢结案。
case-outlook-decline = 说明法定理由和正确的办理渠道后结案，上一级可查。
case-outlook-relocate = 地点变更；如属另一单位管辖，事件随之转去。
case-outlook-reclassify = 类别变更并重新分流；时限只会缩短，不会延长。
case-outlook-dispatch = 主办单位负责，协办单位领任务；本级时限继续计算。
case-outlook-take = 由您承办，时限继续计算。
case-outlook-hand = 转给本单位其他岗位，时限不变。
case-outlook-progress = 记录进展，时限不变。
case-outlook-ask_reporter = 等待反映人补充，期间停止计时。
case-outlook-ask_reporter_by = 等待反映人补充，停止计时最多 { $span }，至{ $due }。
case-outlook-coordinate = 相关部门 3 个工作日内答复；责任仍在乡镇。
case-outlook-escalate = 上报{ $unit }。
case-outlook-escalate_by = 上报{ $unit }，时限 { $span }，至{ $due }。
case-outlook-assign = 交办给主办单位；下一级单位另计本级时限。
case-outlook-send_back = 退回{ $unit }，原时限接续计算。
case-outlook-decide = 指定责任单位，不得再退回。
case-outlook-decide_by = 指定责任单位，不得再退回；时限减半为 { $span }，至{ $due }。
case-outlook-extend = 时限按规定延长。
case-outlook-extend_by = 延长 { $span }，至{ $due }。
case-outlook-suspend = 停止计时，到复查日期再办。
case-outlook-resume = 恢复办理，时限接续计算。
case-outlook-resume_by = 恢复办理，剩余 { $span }，至{ $due }。
case-outlook-transfer = 转出后停止计时，登记回执前定期复查。
case-outlook-record_receipt = 登记回执后，本平台不再计时。
case-outlook-return = 转回本单位，时限接续计算。
case-outlook-return_by = 转回本单位，剩余 { $span }，至{ $due }。
case-outlook-complete = 办结后由未经手的人核查。
case-outlook-complete_by = 办结后由未经手的人核查，时限 { $span }，至{ $due }。
case-outlook-verify_pass = 核查通过即结案，请反映人评价。
case-outlook-verify_fail = 退给原承办人继续办理。
case-outlook-verify_fail_by = 退给原承办人继续办理，时限减半为 { $span }，至{ $due }。
case-outlook-rate = 评价计入单位；不满意可申请重办。
case-outlook-reopen = 重新办理，由上一级核查。
case-outlook-reopen_by = 重新办理，时限 { $span }，至{ $due }；由上一级核查。
case-outlook-withdraw = 撤回后不再办理。
case-outlook-merge = 随主案办理，每位反映人都会得到答复。
case-outlook-unmerge = 恢复到并案前的状态。
case-outlook-unmerge_by = 恢复到并案前的状态，剩余 { $span }，至{ $due }。
case-outlook-supervise = 向单位发出督办，事件时限照常计算。
case-outlook-instruct = 记录批示，并转为督办件。
case-outlook-undo = 恢复到上一步之前，并通知已收到消息的人。
case-outlook-ask = 报{ $unit }批准“{ $move }”，批准前照常办理。
case-outlook-refuse_request = 不批准“{ $move }”，事件照常办理。

## what supervisors should know (watch.py)

case-notice-overdue = { $unit }办理超期。
case-notice-ceiling = 总持有时间已满 30 个工作日。
case-notice-no_answer = { $unit }未按期答复协调，县网格管理中心可转为交办任务。

## why not (lawful.py, conditions.py, answers.py, tasks.py)

case-refusal-state = “{ $state }”的事件不能{ $move }。
case-refusal-not_open = 已收到法定渠道回执，不能再{ $move }。
case-refusal-seat = “{ $move }”由{ $who }办理。
case-refusal-stale = 您打开后事件已有变化，请刷新后再办。
case-refusal-unreadable = “{ $what }”的内容无法识别，请重新填写。
case-refusal-missing = 请填写{ $what }。
case-refusal-nothing_asked = 没有待批准的申请。
case-refusal-asked_already = 已提出申请，请等待批准。
case-refusal-grants_own = 不能批准自己提出的申请。
case-refusal-place_unknown = 请先定位到{ $level }。
case-refusal-above_village = 由乡镇及以上单位办理。
case-refusal-highest_level = 已在县级，不能再上报。
case-refusal-township_only = 只有在乡镇办理的事件可以协调。
case-refusal-restricted = 涉及工作人员的投诉不能转给更多单位。
case-refusal-taken = 已有人承办，可由其转办。
case-refusal-reporter_unreachable = 反映人没有留下联系方式。
case-refusal-waiting_already = 正在等待反映人补充。
case-refusal-asked_enough = 请反映人补充最多 { $times } 次。
case-refusal-send_back_late = 收到后 1 个工作日内才能退回。
case-refusal-sent_back_once = 每个单位对同一事件只能退回一次。
case-refusal-decided = 中心已裁定，不能再退回或改判。
case-refusal-nothing_to_decide = 没有单位退回，无需裁定。
case-refusal-no_term_runs = 目前没有办理时限在计算。
case-refusal-extended_enough =
    { $times ->
        [0] 这类时限不能延期。
       *[other] 最多延期 { $times } 次。
    }
case-refusal-term_over = 时限已过，不能再申请延期。
case-refusal-not_yet = 时间未到。
case-refusal-receipt_recorded = 回执已登记。
case-refusal-open_tasks = 还有 { $count } 项任务未完成。
case-refusal-handler_checks = 经手人不能核查或评价自己办的事件。
case-refusal-needs_a_check = 这类事件须有人核查。
case-refusal-rated = 已评价过。
case-refusal-only_thanked = 表扬致谢即可，无需再办。
case-refusal-ask_level_above = 结案 30 天内可由反映人重办一次，此后由上一级决定。
case-refusal-nothing_to_undo = 没有可撤销的步骤。
case-refusal-undo_late = 超过 { $minutes } 分钟，不能撤销。
case-refusal-category_unknown = 没有这个类别。
case-refusal-category_same = 类别没有变化。
case-refusal-thanks_too_late = 已受理的事件不能改为表扬。
case-refusal-level_not_routed = “{ $category }”在所选层级没有承办单位。
case-refusal-reason_for_exception = 改变办理层级或标为紧急须说明理由。
case-refusal-other_county = 该地点不在本县。
case-refusal-grid_of_another_village = 这个网格属于另一个村。
case-refusal-unit_of_level = 请选择{ $level }一级的单位。
case-refusal-one_unit_below = 交给下一级时只能选一个单位，不设协办。
case-refusal-unit_elsewhere = 该单位不管这个地点。
case-refusal-unit_barred = 不能交给被反映的单位。
case-refusal-unit_twice = 同一单位选了两次。
case-refusal-extension_range = 延长时间应为 1 至 { $most }。
case-refusal-review_in_past = 复查日期应在今天之后。
case-refusal-closing_declined = 办结时不能选“不予受理”。
case-refusal-village_decision = 只有村级办理的事件可经村民议定解决。
case-refusal-merge_itself = 不能并入自身。
case-refusal-reminder_only = 对村级只提醒，不发黄牌红牌。
case-refusal-answer_in_past = 答复期限应在现在之后。
case-refusal-task_of_another = 这项任务由其他单位办理。
case-refusal-binds_already = 只有尚未转为任务的协调问题可以这样办。
case-refusal-county_centre_binds = 由县网格管理中心办理。

## categories (data/case_categories.csv)

case-category-01 = 矛盾纠纷
case-category-02 = 公共安全隐患
case-category-03 = 环境卫生与生态
case-category-04 = 基础设施报修
case-category-05 = 民生诉求与救助
case-category-06 = 政务服务
case-category-07 = 农业生产
case-category-08 = 治安与公共秩序
case-category-09 = 社情民意
case-category-10 = 突发事件报告
case-category-0101 = 婚姻家庭纠纷
case-category-0102 = 邻里纠纷
case-category-0103 = 山林土地水利权属纠纷
case-category-0104 = 房屋宅基地纠纷
case-category-0105 = 土地承包与流转纠纷
case-category-0106 = 征地拆迁安置纠纷
case-category-0107 = 劳资与拖欠农民工工资
case-category-0108 = 损害赔偿（含道路交通事故）
case-category-0109 = 生产经营与合同纠纷
case-category-0110 = 民间借贷纠纷
case-category-0111 = 赡养抚养继承纠纷
case-category-0112 = 村务与“三资”争议
case-category-0113 = 医疗与校园纠纷
case-category-0199 = 其他纠纷
case-category-0201 = 居家用火用电隐患
case-category-0202 = 森林防火隐患
case-category-0203 = 农村道路交通隐患
case-category-0204 = 地质灾害隐患
case-category-0205 = 水域与防溺水隐患
case-category-0206 = 农村危房
case-category-0207 = 烟花爆竹与危险化学品
case-category-0208 = 食品药品与集体聚餐
case-category-0209 = 施工与小作坊生产安全
case-category-0210 = 燃气安全
case-category-0211 = 农机与电动车安全
case-category-0299 = 其他安全隐患
case-category-0301 = 生活垃圾
case-category-0302 = 生活污水与黑臭水体
case-category-0303 = 秸秆露天焚烧
case-category-0304 = 养殖污染与病死畜禽
case-category-0305 = 非法采砂采矿
case-category-0306 = 违法占地与违章搭建
case-category-0307 = 河库管护
case-category-0308 = 林木与野生动植物保护
case-category-0309 = 村容村貌与乱堆放
case-category-0401 = 村道桥涵
case-category-0402 = 农村饮水
case-category-0403 = 供电
case-category-0404 = 路灯与照明
case-category-0405 = 农田水利设施
case-category-0406 = 通信宽带广电
case-category-0407 = 公厕与活动场所
case-category-0408 = 路牌门牌地名标志
case-category-0409 = 客运与校车线路
case-category-0410 = 公共设备故障（广播、监控等）
case-category-0501 = 低保特困
case-category-0502 = 临时救助与灾害救助
case-category-0503 = 城乡居民养老保险
case-category-0504 = 医疗保险与报销
case-category-0505 = 残疾人服务
case-category-0506 = 留守老人儿童妇女关爱
case-category-0507 = 就业创业与培训
case-category-0508 = 教育资助与控辍保学
case-category-0509 = 卫生健康与疫苗
case-category-0510 = 防返贫监测与帮扶
case-category-0511 = 住房保障与危改
case-category-0601 = 村级直接办理事项
case-category-0602 = 代办事项
case-category-0603 = 授权（委托）办理事项
case-category-0604 = 政策与办事咨询
case-category-0605 = 办事结果投诉
case-category-0701 = 病虫害与动物疫情
case-category-0702 = 假劣农资
case-category-0703 = 惠农补贴
case-category-0704 = 灌溉用水调度
case-category-0705 = 农业灾情上报
case-category-0801 = 诈骗防范与求助
case-category-0802 = 违法犯罪线索
case-category-0803 = 噪声扰民
case-category-0804 = 走失与临时困难求助
case-category-0805 = 犬只与大牲畜管理
case-category-0806 = 家庭暴力与侵害未成年人线索
case-category-0901 = 对村务公开的意见
case-category-0902 = 对政府工作的建议
case-category-0903 = 政策落实反映
case-category-0904 = 表扬与好人好事
case-category-0905 = 工作人员作风投诉
case-category-1001 = 火灾
case-category-1002 = 洪涝与山体滑坡
case-category-1003 = 突发公共卫生事件
case-category-1004 = 溺水、交通等人身事故
case-category-1005 = 大面积停水停电与极端天气

# 事件在工作台上等什么
case-waiting-accept = 待受理
case-waiting-hand_out = 待分派
case-waiting-handle = 待办理
case-waiting-grant = 待批准
case-waiting-check = 待核查
case-waiting-rest = 暂停计时
