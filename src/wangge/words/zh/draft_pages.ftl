## 划分草案的页面（console/draft_*.py、grid_history.py）

draft-heading = 划分草案
draft-lead = 村里起草，乡镇审核，县里批准并定生效日期。由三个人分别经手，起草的人不批准。
draft-title = { $village }：网格划分草案
draft-to_board = 画网格
draft-to_page = 看变动并提交
draft-list-waiting = 待我处理
draft-list-waiting_on_bench = 待我处理的网格划分草案
draft-list-under_way = 办理中
draft-list-over = 已结束
draft-list-shows = 最近修改的在前
draft-list-waiting_empty = 没有等您处理的草案
draft-list-under_way_empty = 没有办理中的草案
draft-list-over_empty = 还没有结束的草案
draft-list-empty_next = 从网格划分的测算结果中选一个方案，就可以起草。
draft-goes_on = 正在逐项生效；可以离开本页，办理继续进行。没有脚本时请刷新本页。
draft-state_from = { $state }，自{ $day }起

draft-column-place = 村
draft-column-state = 状态
draft-column-grids = 网格数
draft-column-faults = 不合要求处
draft-column-saved = 最近修改
draft-column-on_map = 图上编号
draft-column-becomes = 生效后
draft-column-households = 户数
draft-column-persons = 人数
draft-column-deviation = 偏差
draft-column-walk = 平均距离
draft-column-split = 不完整的小组
draft-column-piece = 事项
draft-column-reason = 原因
draft-column-done = 已办
draft-column-of_all = 共计
draft-column-grid = 网格
draft-column-fate = 变动
draft-column-households_before = 现户数
draft-column-households_after = 新户数
draft-column-persons_before = 现人数
draft-column-persons_after = 新人数
draft-column-worker = 网格员
draft-column-way = 从何处到何处
draft-column-group = 村民小组
draft-column-parts = 分属
draft-column-case = 事件编号
draft-column-words = 内容
draft-column-from_day = 自
draft-column-until = 至
draft-column-named = 网格
draft-column-division = 依据

draft-number_on_map = { $number } 号
draft-becomes-kept = 沿用第 { $number } 网格
draft-becomes-new = 新设第 { $number } 网格
draft-no_grid = 未入网格
draft-unplaced = 有 { $count } 户没有划入任何网格（起草后才登记）。
draft-faults = 不合要求之处
draft-grids = 草案中的网格
draft-grids_shows = 按图上编号；偏差指与均值相比
draft-summary = 生效后的变动
draft-what_if_open = 查看全部变动（含未结事件）
draft-progress = 生效办理进度
draft-progress_shows = 按办理顺序，每一项单独办理
draft-refused = 未能办妥
draft-refused_shows = 不影响其他事项；处理后可以重试
draft-again = 重试
draft-piece_of_grid = { $piece }（第 { $number } 网格）

draft-way-draw = 起草
draft-way-endorse = 乡镇审核
draft-way-approve = 县批准
draft-way-in_force = 生效

draft-did-draw = 起草
draft-did-submit = 提交乡镇审核
draft-did-endorse = 审核同意，报县审批
draft-did-approve = 批准，自{ $day }起生效
draft-did-send_back = 退回修改
draft-did-give_up = 放弃草案
draft-did-begin = 开始生效
draft-did-finish = 生效办理完毕

draft-words = 说明
draft-words-submit = 为什么这样划分（有不合要求之处，须说明）
draft-words-send_back = 退回理由
draft-words-give_up = 放弃理由
draft-in_force_on = 生效日期
draft-in_force_on_hint = 今天或以后。选今天则立即开始办理。

draft-outlook-submit = 交乡镇网格管理中心审核。审核期间不能再改。
draft-outlook-endorse = 报县网格管理中心审批。
draft-outlook-approve = 到生效日，{ $households } 户 { $persons } 人换网格，新设 { $begins } 个、撤销 { $ends } 个网格，岗位和未结事件随之移交。开始生效之前可以退回。
draft-outlook-send_back = 退给起草人修改，理由会转达，之后重新提交和审核。
draft-outlook-give_up = 草案作废，现行网格不变。

draft-what_if = 划分草案的影响
draft-what_if_of = { $village }：草案生效后会怎样
draft-what_if_lead = 按现在登记的住户、岗位和未结事件计算，每次打开重新计算，不保存。
draft-print = 打印
draft-moving = { $households ->
    [0] 没有住户换网格。
   *[other] { $households } 户 { $persons } 人换网格。
}
draft-grids_change = 网格由 { $before } 个变为 { $after } 个：新设 { $begins } 个，撤销 { $ends } 个。
draft-groups_change = { $count } 个村民小组有变动{ $divided ->
    [0] { "" }
   *[other] ，其中 { $divided } 个分属几个网格
}。
draft-term_ends = { $grid }撤销，{ $name }在该网格的任期随之结束。
draft-vacant = { $grid }新设，还没有网格员。
draft-stat-households = 换网格的住户
draft-stat-persons = { $persons } 人；全村共 { $households } 户
draft-stat-grids = 网格
draft-stat-begin_and_end = 新设 { $begins }，撤销 { $ends }
draft-stat-groups = 有变动的小组
draft-stat-divided = 其中 { $count } 个分属几个网格
draft-stat-cases = 移交的未结事件
draft-stat-cases_seen = 限您有权查看的
draft-stat-workers = 任期结束的网格员
draft-stat-vacant = { $count } 个网格待配网格员
draft-grids_before_after = 各网格前后对比
draft-grids_before_after_shows = 现有的和新设的网格，按编号
draft-fate-stays = 沿用
draft-fate-begins = 新设
draft-fate-ends = 撤销
draft-fate-goes_to = 撤销，并入{ $grids }
draft-no_worker = 空缺
draft-workers = 网格员
draft-flows = 谁换网格
draft-flows_shows = 从现网格到新网格的户数和人数，多的在前
draft-flows_empty = 没有住户换网格
draft-way = { $former } → { $latter }
draft-groups = 村民小组
draft-groups_shows = 换网格或分属几个网格的小组；小组归多数住户所在的网格
draft-groups_empty = 没有小组变动
draft-group = { $number } 组
draft-stays_in = 仍在{ $grid }
draft-part = { $grid } { $households } 户
draft-parts = { $parts }
draft-cases = 未结事件
draft-cases_shows = 随网格移交的未结事件，先到期的在前；已结的保留原编号
draft-cases_empty = 没有需要移交的未结事件
draft-worker_of = 由{ $grid }的网格员接办

draft-history_of = { $village }：历次网格
draft-history_listed = 何时用哪些网格
draft-history_shows = 最近的在前；历史数据仍按当时的网格
draft-history_empty = 这个村还没有网格
draft-history_empty_next = 可以先按村民小组列出网格，或测算后起草划分。
draft-day = { $day }
draft-until_now = 至今
draft-names = { $names }
draft-by_division = 划分草案
draft-by_hand = 直接登记
