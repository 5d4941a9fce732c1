# 任职、空缺、请假代理 (console/appointments.py, console/vacancies.py)

appointment-appoint = 任命
appointment-dismiss = 免职
appointment-dismiss_whom = 免去{ $name }的任职
appointment-substitute = 请假代理
appointment-who = 姓名
appointment-search = 按姓名查找
appointment-person = 人选
appointment-newcomer = 名单中没有，新登记一人
appointment-name = 新登记人员的姓名
appointment-name_hint = 选“新登记一人”时填写。
appointment-sex = 性别
appointment-sex-male = 男
appointment-sex-female = 女
appointment-phone = 工作电话
appointment-origin = 来源
appointment-origin_hint = 人选依次从驻村辅警、驻村干部、大学生村官、扶贫工作队员中选用，再从村“两委”成员中选用。
appointment-starts_on = 任职开始日期
appointment-ends_on = 自哪一天起不再任职
appointment-ends_on_hint = 这一天本人已不在岗。
appointment-first_day = 代理第一天
appointment-last_day = 代理最后一天
appointment-officer = { $name }（{ $posts }）
appointment-officer_free = { $name }（现无岗位）
appointment-proposal = { $origin }：{ $name }（{ $post }）
appointment-rule-one = 这个岗位同一时间只能由一人担任：现任者的任职结束以后，新的任职才能开始。
appointment-rule-several = 这个岗位可以由几个人同时担任。
appointment-outlook = 会发生什么
appointment-outlook-appoint = 从开始日期起，此人有这个岗位的权限，岗位上的事项由其承担；由谁代理随即重新计算。
appointment-outlook-second_factor = 这个岗位登录时须用第二重验证：有密码的账号在下次登录时设置，设好之前不能办理其他事项。
appointment-outlook-dismiss = 从这一天起，{ $name }不再有这个岗位的权限。岗位上未办结的事项留在岗位上，不随人走。
appointment-outlook-substitute = 这些天里，代理人与本人一样有这个岗位的权限；期满自动结束。本人仍是岗位的任职人。
appointment-terms = 任职人
appointment-from = 自
appointment-out_from = 离任：
appointment-substitutes = 请假代理
appointment-chain = 现在由谁承担
appointment-chain-why = 空缺的岗位先由本单位副职代理，再由本单位负责人代理，再由上级单位有人的岗位代理：
appointment-chain-then = 以后由谁承担：
appointment-chain-answers = 承担
appointment-proposed = 可以考虑的人选
appointment-proposal-short = { $name }（{ $origin }）
appointment-proposals = { $more ->
    [0] { $people }
   *[other] { $people } 等
  }
appointment-vacancies = 空缺岗位
appointment-vacancies-lead = 空缺不等于无人负责：每个空缺岗位都写明现在由谁承担、为什么。
appointment-vacancies-shows = 现在无人担任的岗位，按地方排列
appointment-vacancies-empty = 没有空缺的岗位
appointment-vacancies-empty_next = 岗位有人离任时会出现在这里。
appointment-column-post = 岗位
appointment-column-place = 地方
appointment-column-cover = 现在由谁承担
appointment-column-proposed = 可以考虑的人选
appointment-wanted-all = 全部
appointment-wanted-workers = 网格员
appointment-wanted-heads = 负责人
appointment-cover-by = { $reason }：{ $post }
appointment-cover-none = 还没有人承担，请尽快任命

## 组织登记的用语 (registers/organisations)

organisation-village = 村级设置：一委两会两站
organisation-village-committee = 一委
organisation-village-associations = 两会
organisation-village-stations = 两站
organisation-substituted_by = 请假，代理人：
organisation-post_in_place = { $place } { $unit } · { $post }
organisation-grid_in_place = { $place } { $grid }
organisation-origin-village_police = 驻村辅警
organisation-origin-resident_cadre = 驻村干部
organisation-origin-graduate_official = 大学生村官
organisation-origin-poverty_team = 扶贫工作队员
organisation-origin-village_committee = 村“两委”成员
organisation-person_unknown = 没有这个人，请重新查找。
organisation-not_oneself = 自己的任职不能由自己办理，请由另一位有任免权限的人办理。
organisation-three_hands = 审计员、安全管理员、系统管理员互相监督，一个人只能担任其中一个。
organisation-starts_before_post = 任职开始日期不能早于岗位设立的日期。
organisation-origin_wrong = 网格员和站长要写明来源，其他岗位不写。
organisation-nobody_away = 这一天岗位没有任职人，不存在请假；空缺由代理规则承担。
organisation-own_substitute = 任职人不能代理自己。
organisation-substituted_already = 这些天已经有代理人。
person-thing = 这个人
person-known = { $name }（同一电话）已经登记，请按姓名查找后选择。
