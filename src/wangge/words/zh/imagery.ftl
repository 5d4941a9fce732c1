## 自有影像

imagery-for_everybody = 所有人可见
imagery-for_officials = 仅工作人员可见
imagery-wrong-no_file = 没有文件“{ $file }”。
imagery-wrong-no_place = “{ $file }”不是带坐标的影像，或坐标系无法识别；坐标系可用 --crs EPSG:4546 指定。
imagery-wrong-bands = “{ $file }”不是每波段 8 位的灰度、RGB 或 RGBA 影像，请先用 gdal_translate 转换（-ot Byte -scale，调色板用 -expand rgb）。
imagery-wrong-no_pictures = “{ $file }”不是存放 JPEG 或 PNG 图片的 MBTiles。
imagery-wrong-key = 代号“{ $key }”只能用小写字母、数字、“-”和“_”，不超过 40 个字符。
imagery-wrong-unknown = 没有代号为“{ $key }”的影像。
