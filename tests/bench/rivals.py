"""Other programs that search notes: how each indexes the vault and asks for the same words."""
import dataclasses
import pathlib
import shutil
from typing import Callable, Optional

OMEGA = pathlib.Path("/usr/lib/cgi-bin/omega/omega")
OMEGA_PAGE = "$hitlist{$field{url} $field{caption} $snippet{$field{sample}}\n}"
TEXT_EXTENSIONS = ("md", "markdown", "mdx", "txt")


@dataclasses.dataclass
class Rival:
    name: str
    query: Callable                            # of a list of words: a command
    index: Optional[list] = None               # a command; none when it needs no index
    database: Optional[pathlib.Path] = None    # a folder that may be removed
    prepare: Callable = lambda: None           # before each first index
    takes_several_words: bool = True

    def is_ready(self):
        return self.database is None or self.database.exists()


def installed(bin_folder, vault, home):
    """Those that are there; their settings stand in `home`."""
    rivals = [make(bin_folder, vault, home) for make in (fts5, recoll, omega, ripgrep)]
    return [rival for rival in rivals if rival is not None]


def ripgrep(_, vault, __):
    program = shutil.which("rg")
    if program is None:
        return None
    return Rival("ripgrep", lambda words: [program, "--ignore-case", "--line-number", "--word-regexp", words[0], str(vault)],
                 takes_several_words=False)


def fts5(bin_folder, vault, home):
    program = bin_folder / "fts5_rival"
    if not program.exists():
        return None
    folder = home / "fts5"
    return Rival("SQLite FTS5, same front end", lambda words: [str(program), "query", str(folder / "sections.db"), *words],
                 [str(program), "index", str(folder / "sections.db"), str(vault)], folder, folder.mkdir)


def recoll(_, vault, home):
    if shutil.which("recollindex") is None or shutil.which("recollq") is None:
        return None
    settings, database = home / "recoll", home / "recoll-index"
    settings.mkdir()
    (settings / "recoll.conf").write_text(f"topdirs = {vault}\ndbdir = {database}\nloglevel = 1\n"
                                          "indexstemminglanguages = english\n")
    (settings / "mimemap").write_text("".join(f".{extension} = text/plain\n" for extension in TEXT_EXTENSIONS))
    return Rival("Recoll", lambda words: ["recollq", "-c", str(settings), "-n", "10", "-A", *words],
                 ["recollindex", "-c", str(settings), "-z"], database)


def omega(_, vault, home):
    if shutil.which("omindex") is None or not OMEGA.exists():
        return None
    settings, database = home / "omega", home / "omega" / "notes"
    (settings / "templates").mkdir(parents=True)
    (settings / "templates" / "hits").write_text(OMEGA_PAGE)
    (settings / "omega.conf").write_text(f"database_dir {settings}\ntemplate_dir {settings}/templates\n"
                                         f"log_dir {settings}\ncdb_dir {settings}\n")
    types = [argument for extension in TEXT_EXTENSIONS for argument in ("-M", f"{extension}:text/plain")]
    query = lambda words: ["env", f"OMEGA_CONFIG_FILE={settings}/omega.conf", str(OMEGA), "DB=notes", "FMT=hits",
                           "DEFAULTOP=and", "P=" + " ".join(words)]
    return Rival("Xapian Omega", query, ["omindex", "--db", str(database), "--url", "/", *types, str(vault)], database)
