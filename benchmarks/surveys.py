"""How long surveys take from rows to figures: `python -m benchmarks.surveys [answers …]`, 300 columns each."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from itertools import pairwise

from pipeline.base.figures import Figures
from pipeline.base.settings import Settings
from pipeline.ingest.sheets import Sheet
from pipeline.topics.survey.charts.drawing import draw_survey
from pipeline.topics.survey.counting.counting import count
from pipeline.topics.survey.reading.exports import read_surveys
from pipeline.topics.survey.text.chapter import write_survey

COLUMNS = 300
STEPS = ("stimme voll zu", "stimme eher zu", "teils/teils", "stimme eher nicht zu", "stimme gar nicht zu", None)
PLACES = ("Nord", "Süd", "Ost", "West")


def made_up(answers: int) -> Sheet:
    """Return a survey of scales, choices and free texts, always the same."""
    chance = random.Random(1)  # noqa: S311 - made-up answers
    kinds: tuple[Callable[[int], str | None], ...] = (
        *[lambda row: chance.choice(STEPS)] * 3,
        lambda row: chance.choice(PLACES),
        lambda row: f"Ein paar Worte zu Nummer {row}" if chance.random() < 0.3 else None,
    )
    head = tuple(
        f"Thema {i // 10} [Aussage {i}]" if i % 5 < 3 else f"Was meinen Sie zu Punkt {i}?" for i in range(COLUMNS)
    )
    body = (tuple(kinds[i % 5](row) for i in range(COLUMNS)) for row in range(answers))
    return Sheet("Umfrage.xlsx", "Antworten", (head, *body))


def main() -> None:
    """Print seconds per step for each number of answers."""
    settings = Settings()
    print("answers   read  count  write   draw  figures")
    for answers in map(int, sys.argv[1:] or (1000, 10_000)):
        sheet = made_up(answers)
        times = [time.perf_counter()]
        (survey,) = read_surveys([sheet], settings, 1).surveys
        times.append(time.perf_counter())
        result, counted = count(survey, settings)
        figures = Figures(counted)
        times.append(time.perf_counter())
        write_survey(survey, result, figures, settings)
        times.append(time.perf_counter())
        draw_survey(result, figures, settings)
        times.append(time.perf_counter())
        steps = "".join(f"{after - before:7.1f}" for before, after in pairwise(times))
        print(f"{answers:7}{steps}{len(figures):9}")


if __name__ == "__main__":
    main()
