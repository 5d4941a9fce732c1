"""Cases: the workbench, lists, a case and its moves, entering one, supervision."""
