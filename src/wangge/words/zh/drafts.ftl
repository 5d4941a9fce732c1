## 划分草案怎样走到生效 (insight/divisions: draft_moves, pieces)

division-thing-draft = 划分草案

division-refusal-state = 草案{ $state }，现在不能{ $move }。
division-refusal-seat = 您的岗位不能{ $move }。
division-refusal-own = 草案经过您手（起草、提交或审核），{ $move }须由他人进行。
division-refusal-unplaced = 还有 { $count } 户没有划入任何网格，请先在划分图上补上。
division-refusal-stale = 草案在您打开之后已经变动，请看过新的内容再决定。
division-refusal-superseded = 这个村后来又有新的划分，旧的不再补做。
division-refusal-cases_left = 旧网格还有 { $count } 件未结事件没有移交，网格和岗位暂不撤销。
division-refusal-words = 请写明理由。
division-refusal-day = 请选定今天或以后的日期。

division-piece-grids = 设立新网格
division-piece-outlines = 划定网格边界
division-piece-groups = 村民小组划入网格
division-piece-households = 住户划入网格
division-piece-posts = 设立网格员岗位
division-piece-cases = 查找随网格移交的事件
division-piece-case = 移交未结事件
division-piece-ending = 撤销旧网格和岗位

## 划分草案

notice-division-submit = { $place }的网格划分草案已提交，请审核。
notice-division-endorse = { $place }的网格划分草案经乡镇同意，请审批。
notice-division-approve = { $place }的网格划分已获批准。
notice-division-send_back = { $place }的网格划分草案被退回，请看理由。
notice-division-give_up = { $place }的网格划分草案已放弃。
notice-division-in_force = { $place }的新网格已生效。
notice-division-pieces_refused = { $place }的新网格已生效，但有 { $count } 项未能办妥，请处理后重试。
notice-division-grid_changed = { $place }重新划分了网格，您的网格住户有变动。
