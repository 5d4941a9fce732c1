division-run-waiting = 等待测算
division-run-running = 正在测算
division-run-done = 已测算
division-run-failed = 未能测算
division-run-cancelled = 已取消

division-manner-today = 现行网格
division-manner-whole = 小组不拆分
division-manner-soft = 小组可拆分

division-draft-drawing = 起草中
division-draft-submitted = 待乡镇审核
division-draft-endorsed = 待县审批
division-draft-approved = 已批准，待生效
division-draft-adopting = 正在生效
division-draft-in_force = 已生效
division-draft-given_up = 已放弃

division-move-draw = 起草
division-move-submit = 提交乡镇
division-move-endorse = 乡镇同意
division-move-approve = 县批准
division-move-send_back = 退回修改
division-move-give_up = 放弃
division-move-begin = 开始生效
division-move-finish = 生效完毕

division-counted-registered = 户籍人口
division-counted-usual = 常住人口
division-rounding-half_up = 四舍五入
division-rounding-ceil = 有余即进
division-start-today = 从现行网格出发，尽量少变动
division-start-afresh = 不看现行网格，重新划分
division-wish-out_of_span = 应在 { $least } 到 { $most } 之间。

division-reading-no_households = 这个村还没有登记住户，无法测算。请先录入住户或村民小组名单。
division-reading-no_points = 这个村的住户和村民小组都没有位置，无法测算。请先在地图上标出村民小组的位置。
division-reading-outline_of_grids = 没有村界，按现有网格的外围测算。
division-reading-outline_around = 没有村界，按住户外围划线测算，边界仅供参考。
division-reading-approximate = { $all } 户中有 { $count } 户没有自己的坐标，按所在村民小组的位置计（近似）。
division-reading-guessed = { $all } 户中有 { $count } 户没有任何位置，按同组住户或全村的中心计。
division-reading-outside = { $all } 户中有 { $count } 户的坐标在村界外 20 米以上，按村界上最近处计；请核对坐标或村界。
division-reading-without_grid = { $count } 户还没有归入网格，比较时按最近的邻居计。

division-fault-newcomers = { $count } 户是之后登记的，暂按最近的邻居归入；请确认。
division-fault-number = 现分为 { $found } 个网格，按标准应为 { $wanted } 个。
division-fault-tiling = 各网格没有恰好铺满全村。

division-thing-scenario = 这次测算
division-thing-run = 这个村的测算
division-thing-proposal = 这个划分方案
division-scenario-no_villages = 请至少选择一个村。
division-scenario-not_running = 这次测算已经结束，不用再取消。
division-scenario-nothing_left = 没有取消或失败的村，不用再算。
division-run-broken = 测算程序出错，已记入日志，请与运维人员联系。
division-run-asked_again_already = 这个村正在重新测算，请等结果。
division-given-reason_missing = 请说明为什么要人工指定网格数。
constraint-village_run_ends_when_over = 这个村的测算状态不对，请联系系统管理员。
