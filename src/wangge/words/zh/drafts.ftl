## 划分草案怎样走到生效 (insight/divisions: draft_moves, pieces)

division-thing-draft = 划分草案

division-refusal-state = 草案{ $state }，现在不能{ $move }。
division-refusal-seat = 你的岗位不能{ $move }。
division-refusal-own = 草案经过你手（起草、提交或审核），{ $move }须由他人进行。
division-refusal-unplaced = 还有 { $count } 户没有划入任何网格，请先在划分图上补上。
division-refusal-stale = 草案在你打开之后已经变动，请看过新的内容再决定。
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
