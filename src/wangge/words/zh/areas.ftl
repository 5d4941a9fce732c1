# 区域：村民小组、住户与网格（registers/areas、registers/people）

area-grid_unknown = 这个村那时没有这样的网格：{ $codes }。
area-group_unknown = 这个村没有这样的村民小组：{ $numbers }。
area-placed_ahead = 归属只能从今天或以前的日期起登记。
area-placed_later = 其中有的在那天之后已经调整过归属，不能再从更早的日期改起。
household-thing = 这一户
household-one_village = 一次只能调整一个村的住户。

# 公开电话（registers/organisations/contacts.py）

contact-none_published = 目前没有公开的电话。
organisation-thing-unit = 这个单位
