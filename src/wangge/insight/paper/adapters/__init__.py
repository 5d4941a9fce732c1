"""Drawing and printing: maps as SVG, pages as HTML, documents as PDF."""
