"""Cases (事件): what is reported, who handles it, by when, and how it ends."""
