# wangge verify：全库核对。只说事件编号和岗位，不说内容和人。

verify-holds = ✓ { $what }：{ $count }
verify-broken = ✗ { $what }：{ $count } 中有 { $broken } 不符，最先的是 { $first }
verify-summary = { $count } 项核对中有 { $broken } 项不符。

verify-check-facts_readable = 事件的事实可以读出
verify-check-columns_as_facts = 事件各列与事实一致
verify-check-term_as_facts = 正在走的时限与事实一致
verify-check-tasks_as_facts = 未办的任务与事实一致
verify-check-hands_take_part = 责任单位和欠任务的单位都在参与单位里
verify-check-parties_as_category = 该隐去当事人的事件已隐去，办理方仍看得到
verify-check-in_hands = 未结事件都有现存的责任单位和该单位的岗位
verify-check-looked_at = 未结事件都有下次查看的时间
verify-check-held = 未结事件的责任岗位都有人在岗或有人代理
verify-check-over_means_no_term = 不再办理的事件没有在走的时限
verify-check-participants = 有记载的参与单位都看得到事件
verify-check-steps = 事件经过的编号没有缺漏
verify-check-reporter = 每个事件都有反映人记录
verify-check-posts_covered = 每个岗位都有人负责或代理
verify-check-covers_filled = 代理岗位上都有人
verify-check-groups_placed = 村民小组所属网格与归属记录一致
verify-check-households_placed = 住户所属网格与归属记录一致
verify-check-grids_posted = 现行网格都有网格员岗位
