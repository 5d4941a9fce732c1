# 清单的导入和导出（insight/lists）

lists-thing = 这份清单
lists-state-waiting = 等待处理
lists-state-running = 正在处理
lists-state-done = 已完成
lists-state-failed = 未成功
lists-form-xlsx = Excel 表格
lists-form-geojson = GeoJSON
lists-form-gpkg = GeoPackage
lists-form_unknown = 请选择一种格式。
lists-kind-grids = 网格清单
lists-kind-cases = 事件清单
lists-kind-vacancies = 空缺岗位清单
lists-cases-number = 编号
lists-failed_because = 未成功：{ $reason }
lists-about = 关于本文件
lists-mark = 由{ $name }（{ $post }）导出，申请时间 { $at }，编号 { $number }。内含姓名或电话，仅供工作使用，不得外传。
lists-failed = 文件没有做成，请再试一次；再不成请找系统管理员。
lists-row_failed = 这一行处理时出错，请核对后再试。
lists-unreadable = 读不了这个文件。请用 Excel（.xlsx）保存后再上传。
lists-too_many_rows = 一次最多 { $most } 行，请分开上传。
lists-no_rows = 表里没有可以导入的行。
lists-columns_missing = 表头缺少：{ $columns }。请下载模板填写。

lists-grids-township = 乡镇
lists-grids-village = 村
lists-grids-code = 村代码
lists-grids-groups = 村民小组
lists-grids-name = 网格名称
lists-grids-worker = 网格员
lists-grids-phone = 电话
lists-grids-origin = 来源
lists-grids-consent = 同意公开电话
lists-grids-yes = 是
lists-grids-code_wrong = 村代码“{ $code }”不是您所管范围内的 12 位村代码。
lists-grids-worker_missing = 填了电话，请同时填网格员姓名。
lists-grids-origin_wrong = 来源请填下列之一：{ $origins }。
lists-grids-note = 一行一个网格；同一个村有几个网格就填几行，村代码照抄。村民小组写编号，如“1、2、5-7”。网格名称可不填。来源填：驻村辅警、驻村干部、大学生村官、扶贫工作队员或村两委成员。网格员本人同意公开电话的，在最后一列填“是”。

lists-column-code = 网格代码
lists-column-township = 乡镇
lists-column-village = 村
lists-column-name = 网格
lists-column-sort = 类型
lists-column-groups = 村民小组数
lists-column-households = 户数
lists-column-persons = 人口
lists-column-worker = 网格员
lists-column-deputies = 副网格员
lists-column-phone = 公开电话
lists-column-valid_from = 生效日期
lists-column-reason = 未导入的原因

area-kind-grid = 网格
area-kind-special_grid = 专属网格

constraint-refused_row_once = 这一行已经登记过。
constraint-geodata_feature_once = 这个要素已经登记过。
constraint-list_import_no_more_than_all = 导入的进度不对，请联系系统管理员。
constraint-list_export_ends_when_over = 这份导出的状态不对，请联系系统管理员。
constraint-list_import_ends_when_over = 这次导入的状态不对，请联系系统管理员。
