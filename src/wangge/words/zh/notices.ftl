## 消息：对工作人员和反映人说的话，只有编号和办理环节，不含事件内容

notice-subject = 网格化治理平台消息
notice-thing = 消息

notice-unit = 本单位的事件 { $number }：{ $move }。
notice-units = 本单位参与的事件 { $number }：{ $move }。
notice-joining = 事件 { $number } 请本单位协助：{ $move }。
notice-holder = 事件 { $number } 请您办理：{ $move }。
notice-granter = 事件 { $number } 有“{ $move }”待您决定。
notice-asker-grant = 事件 { $number } 的“{ $move }”已同意。
notice-asker-refuse = 事件 { $number } 的“{ $move }”未同意。
notice-checkers = 事件 { $number } 已办结，请您核查。
notice-addressed = 事件 { $number }：有发给本单位的{ $move }，请按期答复。
notice-question_answered = 事件 { $number }：反映人补充了情况，请您接着办理。
notice-undone = 更正：事件 { $number } 的“{ $move }”已经撤销。
notice-grid_drawn_anew = 网格重新划分，事件 { $number } 归{ $grid }，由您办理。
notice-restricted = 事件 { $number } 有新情况，请您查看。
notice-of_case = 事件 { $number }：{ $what }
notice-calendar_missing = { $year } 年的工作日历尚未载入，跨年时限暂按周一至周五计算，请县网格管理中心载入。

## 对反映人

notice-reporter-restricted = 您的事项 { $number } 有新情况，请用编号和查询码查询。
notice-reporter-report = 您反映的事项已登记，编号 { $number }，可用编号和查询码查询进展。
notice-reporter-accept = 您反映的事项 { $number } 已受理。
notice-reporter-decline = 您反映的事项 { $number } 不予受理，理由和可去的地方请用编号和查询码查询。
notice-reporter-progress = 您反映的事项 { $number } 有新进展，请用编号和查询码查询。
notice-reporter-ask_reporter = 您反映的事项 { $number } 需要您补充情况，请用编号和查询码查看并答复。
notice-reporter-escalate = 您反映的事项 { $number } 已上报上一级办理。
notice-reporter-extend = 您反映的事项 { $number } 已延长办理时间，请用编号和查询码查询。
notice-reporter-suspend = 您反映的事项 { $number } 暂时挂账，到期会再办，请用编号和查询码查询。
notice-reporter-resume = 您反映的事项 { $number } 已恢复办理。
notice-reporter-transfer = 您反映的事项 { $number } 已转法定渠道，怎样继续请用编号和查询码查询。
notice-reporter-record_receipt = 您反映的事项 { $number } 已由法定渠道接收，请用编号和查询码查询。
notice-reporter-return = 您反映的事项 { $number } 已从法定渠道转回办理。
notice-reporter-complete = 您反映的事项 { $number } 已办结，结果请用编号和查询码查看，您可以说是否满意。
notice-reporter-verify_pass = 您反映的事项 { $number } 已结案，请用编号和查询码评价。
notice-reporter-merge = 您反映的事项 { $number } 与同类事项合并办理，请用编号和查询码查询。
notice-reporter-undo = 更正：您反映的事项 { $number } 的上一条消息已撤销，请用编号和查询码查询。

## 消息页面

console-rail-notices = 消息
console-own_files = 我的文件
console-notices-unread = 未读
console-notices-all = 全部
console-notices-shows = 发给您本人的消息，新的在前
console-notices-empty = 没有新消息
console-notices-empty_next = 事件有新的一步需要您知道时，会出现在这里。
console-notices-open = 查看
console-notices-read = 已读
console-notices-read-all = 全部标为已读
console-letters = 未发出的消息
console-letters-shows = 多次发送失败、已停止发送的消息，新的在前
console-letters-empty = 没有未发出的消息
console-letters-empty_next = 消息在多次发送失败后才会列在这里。
console-letters-again = 再次发送
console-letters-dead = 未发出
console-letters-demo = 演示：本来会发出的
console-letters-demo_shows = 演示系统不向外发送；这里列出本来会发给反映人的消息，新的在前
console-letters-tried = 已试 { $tries } 次，{ $error }
console-letters-channel-http = 短信网关
console-letters-channel-e_mail = 电子邮件
console-letters-channel-demo = 演示

console-did-wait_over = 等候补充期满，恢复计时

## 约束

constraint-notice_once = 这条消息已经发过。

notice-print-done = { $place }的“{ $what }”已经做好，可以下载。
notice-print-failed = { $place }的“{ $what }”没有做成，请再试一次。
