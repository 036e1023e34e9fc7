"""The documentation says what the program does, and what it tells people to type is accepted."""

import importlib.util
import re
import shlex
import subprocess
import tomllib
from glob import glob
from pathlib import Path

import pytest
from setuptools import find_packages

from pipeline.base.fingerprint import ROOT
from pipeline.base.settings import load
from pipeline.command.cli import COMMANDS, _parser
from pipeline.topics.survey.reading.tools import TOOLS
from tests.documentation import DOCS, OWN_WORDS, PAGES, cell, interfaces
from tests.test_architecture import FLOORS

_READ = (*DOCS.glob("*.md"), DOCS / "bericht.service", ROOT / "README.md")
TEXTS = {path.name: path.read_text("utf-8") for path in _READ}
ALL = "\n".join(TEXTS.values())


@pytest.mark.parametrize("name", PAGES)
def test_a_written_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), "run python -m tests.documentation"


def test_every_command_is_documented() -> None:
    assert [name for name in COMMANDS if f"bericht {name}" not in ALL] == []


def command_lines() -> list[str]:
    """Return what people are told to type, whether in a line of its own or within a sentence."""
    found = re.findall(r"(?:^ *|`|\./|/bin/|/bericht/)bericht ([a-z][^`#|&\n]*)", ALL, re.MULTILINE)
    return sorted({line.strip() for line in found})


def test_there_are_command_lines() -> None:
    assert {line.split()[0] for line in command_lines()} == set(COMMANDS)


@pytest.mark.parametrize("line", command_lines())
def test_the_program_accepts_every_command_line(line: str) -> None:
    _parser().parse_args(shlex.split(line))


def test_the_command_is_where_the_documentation_says() -> None:
    done = subprocess.run([ROOT / "bericht", "--help"], cwd="/", capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Aufruf: bericht")


def test_what_make_shall_make_is_in_the_makefile() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"(?:`|^ *|bericht )make ([a-z]+)", ALL, re.MULTILINE)) <= set(targets)


def test_modules_that_are_named_exist() -> None:
    named = set(re.findall(r"python\s-m\s([\w.]+)", ALL))
    assert {"tests.documentation", "benchmarks.nights"} <= named
    assert [name for name in named if importlib.util.find_spec(name) is None] == []


# What these pages call a path: it begins with a folder of ours, or is a file by its ending and not just a name.
_FOLDERS = ("pipeline", "templates", "tests", "docs", "benchmarks", ".ci")
PATHS = sorted(
    {
        (page, word)
        for page, text in TEXTS.items()
        for word in re.findall(r"`([^`\s]+)`", text)
        if word.partition("/")[0] in _FOLDERS and "/" in word
    }
)


def test_there_are_paths() -> None:
    assert len([path for page, path in PATHS if page == "aufbau.md"]) > 60


@pytest.mark.parametrize(("page", "path"), PATHS)
def test_a_path_that_is_named_exists(page: str, path: str) -> None:
    """Where somebody is to put a NAME of their own, somebody has put one already."""
    assert list(ROOT.glob(path.replace("NAME", "*").rstrip("/")))


def test_no_module_is_named_without_its_folder() -> None:
    """A bare „printed.py“ outlives the file it means."""
    bare = {(page, word) for page, text in TEXTS.items() for word in re.findall(r"`([\w/.]+\.(?:py|j2))`", text)}
    assert [(page, word) for page, word in bare if (page, word) not in PATHS] == []


ROOMS = {room for floor in FLOORS for room in floor}
_IN_QUOTES = re.compile(r"[`„](?:pipeline[./])?([a-z]+)[./]([\w./]+)[`“]")
REMARKS = sorted(
    {
        (path.relative_to(ROOT).as_posix(), room, rest)
        for folder in ("pipeline", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".toml", ".j2")
        for room, rest in _IN_QUOTES.findall(path.read_text("utf-8"))
        if room in ROOMS
    }
)


@pytest.mark.parametrize(("path", "room", "rest"), REMARKS)
def test_a_module_that_a_remark_names_exists(path: str, room: str, rest: str) -> None:
    """„outputs“ is a folder of files, too, of which remarks speak."""
    if room == "outputs" and rest.startswith("."):
        return
    parts = [room, *rest.removesuffix(".py").replace("/", ".").split(".")]
    modules = (ROOT.joinpath("pipeline", *parts[:n]).with_suffix(".py") for n in range(1, len(parts) + 1))
    assert (ROOT / "pipeline" / room / rest).exists() or any(module.exists() for module in modules)


DEFINED = sorted(
    {
        (page, name, path)
        for page, text in TEXTS.items()
        for names, path in re.findall(r"((?:`\w+`(?: and )?)+) in `(pipeline/[\w/]+\.py)`", text)
        for name in re.findall(r"\w+", names.replace(" and ", " "))
    }
)


def test_there_are_definitions() -> None:
    assert {page for page, _, _ in DEFINED} == {"aufbau.md", "erweitern.md", "glossar.md"}


@pytest.mark.parametrize(("page", "name", "path"), DEFINED)
def test_what_is_named_is_defined_where_it_is_said_to_be(page: str, name: str, path: str) -> None:
    assert re.search(rf"^(?:(?:class|def) {name}\b|{name}\b.* = )", (ROOT / path).read_text("utf-8"), re.MULTILINE)


def test_every_word_of_the_glossary_stands_once_in_its_order() -> None:
    words = re.findall(r"^\| ([^|]+) \|", TEXTS["glossar.md"], re.MULTILINE)
    words = [word for word in words if word != "word"]
    assert len(words) > 40
    assert len(words) == len(set(words))


EXAMPLES = re.findall(r"^`([\w/.]+)`\n\n```\w+\n(.*?)^```", TEXTS["erweitern.md"], re.MULTILINE | re.DOTALL)


def test_every_section_of_the_guide_to_extending_has_an_example_or_needs_none() -> None:
    assert len(EXAMPLES) == TEXTS["erweitern.md"].count("```") / 2
    assert len(EXAMPLES) > 15


@pytest.mark.parametrize(("path", "example"), EXAMPLES, ids=[path for path, _ in EXAMPLES])
def test_an_example_is_cut_from_the_file_it_names(path: str, example: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    place = 0
    for part in filter(None, (one.strip("\n") for one in example.split("…\n"))):
        assert part in text[place:]
        place = text.index(part, place) + len(part)


def test_the_rooms_are_those_of_the_architecture() -> None:
    (listed,) = re.findall(r"((?:^    [a-z, ]+  .*\n)+)", TEXTS["aufbau.md"], re.MULTILINE)
    floors = [line[4:25].strip().split(", ") for line in listed.splitlines()]
    assert [sorted(rooms) for rooms in reversed(floors)] == [sorted(rooms) for rooms in FLOORS]


def test_links_lead_somewhere() -> None:
    folders = {name: ROOT if name == "README.md" else DOCS for name in TEXTS}
    links = [(name, link) for name, text in TEXTS.items() for link in re.findall(r"\]\(([^):#]+)[)#]", text)]
    assert [(name, link) for name, link in links if not (folders[name] / link).exists()] == []


@pytest.mark.parametrize(("title", "example"), [(title, example) for title, _, example in OWN_WORDS])
def test_an_example_of_settings_can_be_copied(tmp_path: Path, title: str, example: str) -> None:
    (tmp_path / "bericht.toml").write_text(f'[organisation]\nname = "Verein"\n\n{example}\n', "utf-8")
    settings, problems = load(tmp_path)
    assert problems == ()
    (section,) = re.findall(r"`\[(\w+)", title)
    assert getattr(settings, section)


def test_a_bar_stays_in_its_cell() -> None:
    assert cell("„| rund“") == "„\\| rund“"


@pytest.mark.parametrize("file", interfaces.FILES)
def test_every_field_for_other_programs_is_explained(file: str) -> None:
    assert set(interfaces.field_names(dict(interfaces.contents())[file])) == set(interfaces.ABOUT[file])


def test_the_package_holds_every_file_of_the_code() -> None:
    """As setuptools would build it: modules of packages, and beside them what `package-data` names."""
    setuptools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    packages = [ROOT.joinpath(*name.split(".")) for name in find_packages(str(ROOT), **setuptools["packages"]["find"])]
    patterns = ["*.py", *setuptools["package-data"]["*"]]
    packed = {
        Path(found)
        for folder in packages
        for pattern in patterns
        for found in glob(f"{folder}/{pattern}", recursive=True)
    }
    files = {path for path in (ROOT / "pipeline").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {path.name for path in files} > {"table.toml", "messages.toml", "presse.toml"}
    assert files - packed == set()


def test_every_survey_tool_is_in_the_guide() -> None:
    assert [tool.name for tool in TOOLS if f"| {tool.name} |" not in TEXTS["umfragen.md"]] == []
