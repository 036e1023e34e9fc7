"""Units of length: charts are drawn in points, pages are measured in millimetres."""

POINTS_PER_MM = 72 / 25.4  # an inch is 72 points and 25.4 mm
