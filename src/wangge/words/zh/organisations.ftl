# organisations: words of the law of units and posts (registers/organisations/rules)

## kinds of units (data/unit_kinds.csv)

unit-kind-leading_group = 县网格化建设领导小组
unit-kind-county_grid_centre = 县网格管理中心
unit-kind-county_party_office = 县委办公室
unit-kind-county_government_office = 县政府办公室（督查室）
unit-kind-organisation_department = 县委组织部
unit-kind-political_legal_committee = 县委政法委
unit-kind-discipline_inspection = 县纪委监委
unit-kind-finance = 县财政局
unit-kind-civil_affairs = 县民政局
unit-kind-human_resources = 县人社局
unit-kind-natural_resources = 县自然资源局
unit-kind-housing = 县住建局
unit-kind-transport = 县交通运输局
unit-kind-water = 县水利局
unit-kind-agriculture = 县农业农村局
unit-kind-forestry = 县林业局
unit-kind-ecology = 市生态环境局县分局
unit-kind-market_supervision = 县市场监管局
unit-kind-emergency_management = 县应急管理局
unit-kind-public_security = 县公安局
unit-kind-justice = 县司法局
unit-kind-education = 县教育局
unit-kind-health = 县卫健局
unit-kind-medical_insurance = 县医保局
unit-kind-petition = 县信访局
unit-kind-disabled_federation = 县残联
unit-kind-women_federation = 县妇联
unit-kind-culture = 县文旅广体局
unit-kind-power = 县供电公司
unit-kind-waterco = 县供水企业
unit-kind-gasco = 县燃气企业
unit-kind-telecom = 通信运营商
unit-kind-busco = 县客运企业
unit-kind-t_government = 乡镇党委政府
unit-kind-t_grid_centre = 乡镇网格管理中心
unit-kind-t_service_centre = 乡镇便民服务中心
unit-kind-t_mediation_centre = 乡镇综治信访维稳中心
unit-kind-t_party_office = 乡镇党政办
unit-kind-t_social = 社会事务办
unit-kind-t_labour = 人社站
unit-kind-t_civil = 民政办
unit-kind-t_medins = 医保站
unit-kind-t_family = 卫健计生办
unit-kind-t_land = 国土村建站
unit-kind-t_politics = 政法综治办
unit-kind-t_petition = 信访办
unit-kind-t_emergency = 应急办
unit-kind-t_agri = 农业综合服务中心
unit-kind-t_finance = 财政所
unit-kind-t_enforce = 综合行政执法队
unit-kind-t_forest = 林业站
unit-kind-t_water = 水利站
unit-kind-t_vet = 畜牧站
unit-kind-t_traffic = 交管站
unit-kind-t_sanitation = 环卫站
unit-kind-t_hospital = 乡镇卫生院
unit-kind-d_police = 派出所
unit-kind-d_traffic_police = 交警中队
unit-kind-d_justice = 司法所
unit-kind-d_land = 自然资源所
unit-kind-d_market = 市场监管所
unit-kind-d_power = 供电所
unit-kind-v_committee = 村民委员会
unit-kind-v_branch = 村党组织
unit-kind-v_mediation = 村人民调解委员会
unit-kind-v_service_station = 村网格管理便民服务站
unit-kind-v_mediation_station = 村综治信访维稳站
unit-kind-v_oversight = 村务监督委员会

## kinds of posts (post_kinds.py)

post-kind-head = 负责人
post-kind-deputy = 副职
post-kind-handler = 经办人
post-kind-intake = 受理岗
post-kind-liaison = 联络员
post-kind-supervisor = 督办岗
post-kind-recorder = 批示登记岗
post-kind-grid_worker = 网格员
post-kind-grid_deputy = 副网格员
post-kind-auditor = 审计员
post-kind-security_admin = 安全管理员
post-kind-it_admin = 系统管理员

## who answers for a post (cover.py)

post-cover-own = 在岗
post-cover-beside = 空缺，由同一网格的网格员或副网格员代理
post-cover-substitute = 请假，由指定人员代理
post-cover-deputy = 空缺，由副职代理
post-cover-head = 空缺，由本单位负责人代理
post-cover-above = 空缺，由上级岗位代理

## duty sheets of the four levels (duty_sheets.py)

duty-committee-title = 县委责任清单
duty-committee-answerable = 县委书记（领导小组组长）
duty-committee-1 = 把农村网格化建设列入重要议事日程，每季度专题研究一次。
duty-committee-2 = 审定建设方案、资金安排和人员配备。
duty-committee-3 = 听取县政府和乡镇党委的履职情况，对工作不力的单位提出要求。
duty-committee-4 = 政法委牵头督促检查，结果向领导小组报告。
duty-government-title = 县政府责任清单
duty-government-answerable = 县长
duty-government-1 = 组织实施建设方案，按时间节点推进。
duty-government-2 = 落实专项资金，统筹涉农项目资金和以奖代补。
duty-government-3 = 明确各成员单位职责，接办县网格管理中心交办的事项。
duty-government-4 = 每月通报进展，向县委报告。
duty-township-title = 乡镇（街道）责任清单
duty-township-answerable = 乡镇党委书记（负总责）
duty-township-1 = 建好网格管理、便民服务、综治信访维稳三个中心。
duty-township-2 = 划定网格，配齐网格员，做到一格一员。
duty-township-3 = 受理、分派、协调村级上报的事项，责任不下推。
duty-township-4 = 每周调度各村，督促逾期事项。
duty-township-5 = 不能解决的，经主要负责人签字上报县网格管理中心。
duty-village-title = 村（社区）、组责任清单
duty-village-answerable = 村党组织书记（第一责任人）
duty-village-1 = 建好网格管理便民服务站和综治信访维稳站。
duty-village-2 = 网格员经常入户走访，小事当场办、就地了。
duty-village-3 = 代群众办事，让干部多跑腿。
duty-village-4 = 矛盾纠纷先在村里调解，处理结果隐名公示。
duty-village-5 = 村里办不了的，讲明原因及时上报乡镇。
