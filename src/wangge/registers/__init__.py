"""WHO AND WHERE: audit < calendars < accounts < files < notices < areas < people < organisations."""
