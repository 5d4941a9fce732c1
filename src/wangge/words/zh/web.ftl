# 页面框架与组件的用语。

web-platform = 网格化治理
web-html-lang = zh-Hans
web-demo = 演示系统：人员、事件、边界均为虚构。
web-skip = 跳到正文
web-home = 回首页
web-workbench = 回工作台
web-sign-out = 退出
web-close = 关闭
web-cancel = 返回
web-language = 语言
web-optional = 选填
web-empty = 没有内容。
web-inner = 内部
web-units-below = 下级 { $count } 个
web-since = 自
web-duty-above = 对上负责：
web-as-of = 数据截至
web-ago = { $span }前
web-ahead = { $span }后

## 代码、打印、字号

web-copy = 复制
web-copied = 已复制
web-print = 打印
web-type-larger = 大字
web-type-usual = 标准字

## 灯

web-light-green = 正常
web-light-yellow = 将到期
web-light-red = 已超期
web-light-none = 不计时

## 事件状态

web-state-submitted = 已登记
web-state-accepted = 已受理
web-state-handling = 办理中
web-state-completed = 已办结
web-state-closed = 已结案
web-state-suspended = 挂账
web-state-transferred = 已转法定渠道
web-state-withdrawn = 已撤回
web-state-merged = 已并案

## 列表

web-count = 共 { $count } 项
web-export = 导出 Excel
web-pages = 翻页
web-previous = 上一页
web-next = 下一页
web-filter = 筛选
web-filter-clear = 清除筛选
web-filter-choices = 按名称找
web-filter-choices-none = 没有这样的单位

## 页头、侧栏、搜索

web-scope = 所在范围
web-scope-below = 下一级
web-rail = 主要栏目
web-post = 当前身份
web-search = 搜索
web-search-hint = 编号，或内容、地点里的字

## 办理

web-moves = 现在可以办理
web-moves-none = 您的岗位现在不需要办理。
web-story = 办理过程
web-draft-kept = 已恢复上次未提交的内容。
web-step-done = （已完成）
web-step-now = （进行中）
web-step-ahead = （未开始）

## 回执与门户

web-receipt = 回执
web-receipt-number = 编号
web-receipt-code = 查询码
web-receipt-qr = 查询进度的二维码
web-receipt-how = 请保存编号和查询码：可在本网站查询进度，也可打村里的电话，报出查询码询问。
web-village-phone = 村里电话
web-track = 查进度
web-doors = 办事入口

## 地图

web-map-failed = 地图现在不能显示。
web-map-synthetic = 演示用虚拟边界，非实际界线
web-map-zoom-in = 放大
web-map-zoom-out = 缩小
web-map-list = 用列表看
web-map-legend = 图例
web-map-keys = 方向键移动，加减号缩放，回车选中间的区域。
web-map-locate = 我的位置
web-map-locate-why = 只在您的手机上查，位置不会发出去。
web-map-locating = 正在查您的位置…
web-map-located = 您在{ $place }。
web-map-locate-outside = 您不在这里的网格里。请在地图上点您住的地方。
web-map-locate-refused = 没有取到您的位置。请在地图上点您住的地方。
web-map-grounds = 底图
web-map-ground-plain = 简图
web-map-ground-relief = 地势
web-map-ground-tianditu_imagery = 影像
web-map-ground-tianditu_map = 地图
web-map-ground-other = 影像
web-map-credit-tianditu_imagery = 天地图
web-map-credit-tianditu_map = 天地图
web-map-credit-other = {""}
web-map-invented_picture = 虚拟地势
web-map-sign-areas = 乡镇、村、网格，相邻的颜色不同
web-map-sign-chosen = 选中的区域
web-map-sign-red = 红灯事件：已超期
web-map-sign-yellow = 黄灯事件：将到期
web-map-sign-green = 绿灯事件：期限内
web-map-sign-none = 没有时限的事件
web-map-sign-groups = 村民小组
web-map-sign-households = 住户（颜色浅的位置是估计的）
web-map-sign-barriers = 河流、山脊、公路等阻隔
web-map-sign-bridges = 桥和通道

## 键盘

web-keys = 键盘操作
web-key-search = 搜索
web-key-list = 在列表中上下移动
web-key-open = 打开所选的一项
web-key-move = 到“现在可以办理”，在列表中直接做下一步
web-key-next = 队列中的下一件
web-key-send = 提交正在填写的表单
web-key-help = 显示这张表

## 填写有误

web-errors = { $count } 处需要修改
web-wrong-field = { $field }：{ $problem }
web-wrong-required = 请填写这一项。
web-wrong-invalid = 填写的格式不对，请检查。
web-wrong-invalid_choice = 请从所列选项中选择。
web-wrong-invalid_list = 请从所列选项中选择。
web-wrong-invalid_date = 没有这一天，请检查日期。
web-wrong-max_length = 太长了，最多 { $limit } 个字。
web-wrong-min_length = 太短了，至少 { $limit } 个字。
web-wrong-max_value = 不能大于 { $limit }。
web-wrong-min_value = 不能小于 { $limit }。
web-wrong-empty = 文件是空的，请换一个。

## 出错页

web-reference = 参考编号
web-error-400 = 请求有误
web-error-400-why = 系统没有看懂这次请求。
web-error-400-next = 请返回上一页，重新填写后再提交。
web-error-403 = 没有权限
web-error-403-why = 您现在的身份不能查看或办理此事。
web-error-403-next = 如果您有其他岗位，请切换身份；如果认为有误，请联系本单位负责人。
web-error-404 = 没有找到
web-error-404-why = 这个地址没有内容，可能已经移动，或者您无权查看。
web-error-404-next = 请检查地址，或从首页重新找起。
web-error-409 = 现在不能这样办
web-error-409-why = 此事的情况已经变化，刚才的操作没有执行。
web-error-409-next = 请刷新页面，查看最新情况后再办理。
web-error-500 = 系统出了故障
web-error-500-why = 刚才的操作没有完成，没有留下任何改动。
web-error-500-next = 请稍后再试；仍不行时，请把参考编号告诉管理员。

## 组件样张

web-gallery = 组件样张
web-gallery-lead = 每个组件的每个样例。样例中的人员、编号、电话均为虚构。

web-account = 我的账号
