"""How villages are divided into grids: proposals of the engine, drafts, approval, coming into force."""
