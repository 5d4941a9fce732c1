## The county's own imagery

imagery-for_everybody = seen by everybody
imagery-for_officials = seen by officials only
imagery-wrong-no_file = There is no file “{ $file }”.
imagery-wrong-no_place = “{ $file }” is no picture with a place, or its coordinate system is not known; name it with --crs EPSG:4546 or the like.
imagery-wrong-bands = “{ $file }” is not grey, RGB or RGBA with 8 bits a band; convert it first with gdal_translate (-ot Byte -scale, for palettes -expand rgb).
imagery-wrong-no_pictures = “{ $file }” is no MBTiles file with JPEG or PNG pictures.
imagery-wrong-key = The key “{ $key }” may have small letters, digits, “-” and “_”, at most 40 of them.
imagery-wrong-unknown = There is no imagery with the key “{ $key }”.
