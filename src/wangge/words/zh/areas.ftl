# 区域：村民小组、住户与网格（registers/areas、registers/people）

area-grid_name = 第 { $number } 网格
area-grid_unknown = 这个村那时没有这样的网格：{ $codes }。
area-group_unknown = 这个村没有这样的村民小组：{ $numbers }。
area-placed_ahead = 归属只能从今天或以前的日期起登记。
area-placed_later = 其中有的在那天之后已经调整过归属，不能再从更早的日期改起。
area-groups_unreadable = “{ $part }”不是村民小组的编号。请填 1 至 999 的编号，例如：1、3、5-7。
area-groups_none = 请至少填一个村民小组。
area-groups_taken = 这些村民小组已经归属别的网格：{ $numbers }。调整已有网格请走划分方案。
area-name_missing = 请填名称。
area-name_taken = 这个村已经有名为“{ $name }”的网格。
area-point_outside = 这个位置不在本村范围内。
area-outline_invalid = 这条村界是空的，或自己相交。
area-outlined_later = 这个村已经有从更晚日期起的村界。
area-special-school = 学校
area-special-hospital = 医院
area-special-market = 市场
area-special-enterprise = 企业
area-special-estate = 小区
area-special-other = 其他
household-thing = 这一户
household-one_village = 一次只能调整一个村的住户。

# 公开电话（registers/organisations/queries/contacts.py）

contact-none_published = 目前没有公开的电话。
organisation-thing-unit = 这个单位

# 批次（insight/divisions/queries/batches.py）

batch-thing = 这一批次
batch-number_wrong = 批次编号应在 1 到 { $most } 之间。
batch-villages_unknown = 没有这些村：{ $codes }。
batch-told = { $name }（{ $starts_on } 起）：{ $villages } 个村，{ $divided } 个村已划分，{ $grids } 个网格，每村平均 { $per_village } 个，{ $worked } 个网格有网格员
