# 居民页面、登录页面的用语，以及上报、登录时的回绝。

## 首页与页脚

portal-home = 有事请说
portal-door-report = 我要反映
portal-door-report_hint = 水、电、路、灯、垃圾、纠纷，都可以说；不用注册，可以不留名
portal-desk-v_service_station = { $place }服务站
portal-desk-t_grid_centre = { $place }网格中心
portal-door-track = 查进度
portal-door-staff = 工作人员登录
portal-hotline = 政务热线
portal-emergency = 遇到危险，请先打电话：
portal-emergency-loud = 看起来情况紧急，请先打电话：
portal-emergency-110 = 报警
portal-emergency-119 = 火警
portal-emergency-120 = 急救
portal-next = 下一步

## 地点

portal-where = 选择地点
portal-where-township = 在哪个乡镇？
portal-where-village = { $township }的哪个村？
portal-where-why = 知道地点，才能直接送到管这里的人手上。
portal-where-unknown = 说不清在哪个乡镇
portal-where-unknown-village = 不在村里，或者说不清是哪个村
portal-where-other = 换个地方
portal-where-other-township = 换个乡镇
portal-place = { $place } { $within }
portal-group = { $number } 组

## 反映

portal-report = 我要反映
portal-report-what = 发生了什么事？
portal-report-words = 请说说情况
portal-report-words_hint = 什么事、什么时候开始的。用平常的话说就行，也可以用输入法的语音。
portal-report-group = 哪个组
portal-report-group_unknown = 说不清
portal-report-place_words = 具体位置
portal-report-place_words_hint = 比如：村口老樟树旁、二组张家门前的路。
portal-report-kind = 这是哪一类事情？
portal-report-category = 选最接近的一类
portal-report-left_to_staff = 说不清，由工作人员判断
portal-report-other_category = 上面都不对？从全部类别里选
portal-report-no_other = 不另选
portal-report-whom_title = 这件事是反映谁的？
portal-report-whom = 您反映的是哪个单位，或者哪个单位的人？
portal-report-whom_lead = 这类事情不经过被反映的单位，由上级或纪检机关受理。
portal-report-whom_hint = 选了以后，这个单位和它下面的单位都不会经手，也看不到。
portal-report-whom_unknown = 说不清，或者没有列出
portal-report-you = 怎么联系您
portal-report-you-why = 可以不留姓名电话，一样会办。申请个人救助、补贴、保险等必须留，否则无法核对。
portal-report-name = 姓名
portal-report-name_hint = 可以不写。
portal-report-phone = 电话
portal-report-contact = 办理的人可以联系您吗？
portal-report-contact_hint = 不让联系时，办理的人看不到您是谁，有话由受理中心转达。
portal-report-contact_preset = 按这类事情的惯例：纠纷、治安、意见、投诉不直接联系，其他可以
portal-report-contact_yes = 可以联系我
portal-report-contact_no = 不要联系我，请中心转达
portal-report-check = 再看一眼
portal-report-send = 提交

## 回执

portal-receipt = 已经收到
portal-receipt-next = { $unit }收到了，{ $due }前受理并答复您。
portal-receipt-how = 请拍照或记下编号和查询码，没有它们查不到进度。扫二维码会自动填好；打电话时报给接线员也可以。
portal-put_away = 看完了，从这台设备上清除
portal-put_away-why = 这台手机或电脑会记住回执半小时。和别人共用时，看完请清除。

## 查进度

portal-track = 查进度
portal-track-lead = 编号和查询码在您的回执上。
portal-track-number = 编号
portal-track-number_hint = 以 SJ 开头，可以只输后面的数字。
portal-track-code = 查询码
portal-track-code_hint = 8 位字母和数字，大小写都行，横线可以不输。
portal-track-do = 查询
portal-track-lost = 找不到回执了？请打热线，工作人员核对后帮您查。
portal-track-not_found = 没有查到。请对照回执，把编号和查询码再输一遍。
portal-track-wait = 试的次数太多了，请在{ $until }之后再查。

portal-progress = 您反映的事
portal-progress-stages = 进度
portal-promise-accept = { $unit }应在{ $due }前受理。
portal-promise-handle = 由{ $unit }办理，最迟{ $due }办结。
portal-answer = 给您的答复
portal-story = 经过
portal-by-post = { $unit } { $post }
portal-by-reporter = 您

portal-stage-received = 收到
portal-stage-accepting = 受理
portal-stage-handling = 办理
portal-stage-checking = 核查
portal-stage-closed = 结案

portal-fact-number = 编号
portal-fact-reported = 收到时间
portal-fact-category = 类别
portal-fact-place = 地点

## 经过里的每一步

portal-did-report = 反映了这件事
portal-did-accept = 受理了
portal-did-decline = 不予受理
portal-did-progress = 说明了进展
portal-did-ask_reporter = 请您补充情况
portal-did-question_answered = 补充了情况
portal-did-with = { $did }：{ $what }
portal-did-escalate = 报到上一级办理
portal-did-extend = 延长了办理时间
portal-did-suspend = 暂时办不了，先挂着，到时再办
portal-did-resume = 继续办理
portal-did-transfer = 转到法定渠道办理
portal-did-record_receipt = 登记了对方的回执
portal-did-return = 从法定渠道转回办理
portal-did-complete = 办结，等核查
portal-did-verify_pass = 核查通过，结案
portal-did-verify_fail = 核查没有通过，继续办理
portal-did-rate = 作了评价
portal-did-reopen = 重新办理
portal-did-withdraw = 撤回了
portal-did-merge = 和同一件事并在一起办
portal-did-other = 有进展

## 反映人自己能做的

portal-own = 您可以
portal-own-words = 想说的话
portal-own-reason = 为什么
portal-own-rating = 您满意吗？
portal-own-answer = 补充情况
portal-own-answer_asked = 办理单位问：{ $words }。请在{ $until }前补充，期间停止计时。
portal-own-answer_words = 补充的内容
portal-own-answer_do = 发送
portal-own-verify_pass = 解决了
portal-own-verify_pass_do = 确认解决了
portal-own-verify_fail = 没解决
portal-own-verify_fail_do = 告诉他们没解决
portal-own-rate = 评价
portal-own-rate_do = 提交评价
portal-own-reopen = 要求重新办理
portal-own-reopen_do = 要求重新办理
portal-own-withdraw = 撤回
portal-own-withdraw_do = 确认撤回
portal-rating-satisfied = 满意
portal-rating-fairly = 基本满意
portal-rating-not = 不满意

## 登录

portal-sign_in = 工作人员登录
portal-sign_in-lead = 居民反映和查进度不用登录。
portal-sign_in-name = 用户名
portal-sign_in-password = 密码
portal-sign_in-do = 登录
portal-sign_in-lost = 忘记密码，请找县网格管理中心的安全管理员重设。
portal-second_factor = 再验证一次
portal-second_factor-code = 验证码
portal-second_factor-hint = 手机验证器上显示的 6 位数字。
portal-second_factor-do = 确认
portal-second_factor-back = 换个账号登录
portal-demo = 演示登录
portal-demo-lead = 演示系统里的人都是虚构的。选一个人，用他的岗位看看。
portal-level-6 = 县
portal-level-9 = 乡镇
portal-level-12 = 村
portal-level-15 = 网格

## 上报时的回绝

case-report-outside_area = 您的岗位只能登记本辖区的事件。
case-report-words_missing = 请说说发生了什么事。
case-report-words_too_long = 太长了，最多 { $most } 个字。
case-report-category_missing = 请选一类；说不清就选“由工作人员判断”。
case-report-benefit_not_anonymous = 这类事情要核对本人，请留下姓名和电话。
case-report-place_missing = 请选择本县的地点。

request-key_used_for_another = 这张表已经提交过，回执就是上次那张。要补充，请到“查进度”；要反映另一件事，请从首页重新开始。

## 登录时的回绝

account-wait = 试的次数太多了，请在{ $until }之后再登录。
account-sign_in_failed = 用户名或密码不对，请再试一次。
account-second_factor_missing = 这个账号还没有设置验证器，请找安全管理员。
account-second_factor_failed = 验证码不对，或者已经用过。请等下一个验证码。
account-password_too_similar = 密码和用户名太像了，请换一个。
account-password_too_short = 密码太短，至少 10 个字符。
account-password_too_common = 这个密码太常见，请换一个。

## 页面的回绝

refusal-page_not_found = 这个地址没有内容，可能已经移动。
refusal-bad_request = 系统没有看懂这次请求，请返回重试。
refusal-form_expired = 这一页放得太久了，或者浏览器不接受 Cookie。请返回上一页刷新后再提交；写的内容会保留。
refusal-only_here = 演示登录只能在运行演示的这台电脑上使用。

## 找网格员

portal-door-worker = 找网格员
portal-door-worker_hint = 管您家这一片的是谁，电话多少
portal-worker = 网格员
portal-worker-find = 找网格员
portal-worker-say = 说说您住在哪里
portal-worker-say_hint = 比如：天鹅岭村五组，或者村名的拼音首字母
portal-worker-found = { $count ->
    [0] 没有找到
   *[other] 找到 { $count } 处
}
portal-worker-none_found = 没有找到这个地方。请换个说法，或者在下面一级一级地选。
portal-worker-map = 在地图上找
portal-worker-map-press = 在地图上点您住的地方，或者在地图下面选。
portal-worker-map-open = 看网格员和电话
portal-worker-which = 您住在哪个组？
portal-worker-group = 按村民小组
portal-worker-grid = 按网格
portal-worker-no_grids = 这个村还没有划分网格，请拨打下面的电话。
portal-worker-unsure = 说不清是哪个组，可以打这个电话
portal-worker-is = 网格员 { $worker }
portal-worker-vacant = 网格员暂缺
portal-worker-call = 打电话给网格员
portal-worker-station = 村便民服务站
portal-worker-covers = 这个网格包括：
portal-worker-too_many = 您这里刚才查了很多网格，网格员的电话暂时不显示，一小时后再看。现在可以拨打下面的电话。
portal-worker-moved = 这个网格已经重新划分
portal-worker-now = 现在分到这些网格
portal-worker-by_group = 按村民小组重新找
