"""The pages for officials: wings side by side on a shared floor."""
