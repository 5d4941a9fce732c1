"""What deals with the outside: Excel sheets, and the program that opens a stranger's workbook."""
