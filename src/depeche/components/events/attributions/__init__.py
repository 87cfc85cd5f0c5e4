"""Who claims an act, who is accused of it, and who only speaks of it."""
