"""Make a virtual environment, and install there what a requirements file pins.

    python3 dev/environment.py .venv requirements/run.txt

Standard library only, and no syntax that a Python 3.6 cannot parse: a Python that is too old has to get as far as the
sentence that says so.
"""

import sys

NEEDED = (3, 11)
if sys.version_info < NEEDED:
    sys.exit(
        "Python %d.%d or newer is needed; %s is Python %d.%d. Name another one: make PYTHON=python3.12 ..."
        % (NEEDED + (sys.executable or "python3",) + tuple(sys.version_info[:2]))
    )

import fcntl
import importlib.util
import json
import re
import subprocess
import time
from pathlib import Path

PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^]]*\])?==(\S+)", re.MULTILINE)
UNREACHABLE = re.compile(r"connection|timed out|name resolution|max retries|proxy|SSLError|network is", re.IGNORECASE)


def main(environment, requirements):
    """Do nothing when all pins are there already; else install, one line of progress a stage."""
    pins = dict(PIN.findall(requirements.read_text()))
    environment.mkdir(exist_ok=True)
    with (environment / ".lock").open("w") as lock:
        # Two makes at once (`make -j`, two terminals) take turns.
        fcntl.flock(lock, fcntl.LOCK_EX)
        installed = read_stamp(environment)
        if pins.items() <= installed.items() and answers(environment, "-c", ""):
            return
        if not answers(environment, "-m", "pip", "--version"):
            installed = {}
            create(environment)
        install(environment, requirements, pins=pins, installed=installed)


def create(environment):
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "%s has no venv module. On Debian and Ubuntu: apt install python%d.%d-venv"
            % ((sys.executable,) + tuple(sys.version_info[:2]))
        )
    say("Creating %s with Python %d.%d ..." % ((environment,) + tuple(sys.version_info[:2])))
    made = run([sys.executable, "-m", "venv", "--clear", str(environment)])
    if made.returncode:
        sys.exit("The virtual environment %s cannot be made: %s" % (environment, last_line(made.stdout)))


def install(environment, requirements, *, pins, installed):
    missing = sum(installed.get(name) != version for name, version in pins.items())
    say("Installing from %s, %d to go (the first time takes a minute or two) ..." % (requirements, missing))
    # Half an installation must not be taken for a whole one.
    stamp(environment).unlink(missing_ok=True)
    started = time.monotonic()
    pip = [str(python(environment)), "-m", "pip", "--disable-pip-version-check", "--no-input", "--retries", "2"]
    done = run([*pip, "install", "--quiet", "--require-hashes", "--requirement", str(requirements)])
    if done.returncode:
        if UNREACHABLE.search(done.stdout):
            sys.exit("The package index cannot be reached: check the network, or pip's settings (pip config list).")
        sys.exit("Installing %s failed: %s" % (requirements, last_line(done.stdout)))
    stamp(environment).write_text(json.dumps({**installed, **pins}, indent=1))
    say("Installed in %d s." % (time.monotonic() - started))


def stamp(environment):
    return environment / "installed.json"


def read_stamp(environment):
    try:
        return json.loads(stamp(environment).read_text())
    except (OSError, ValueError):
        return {}


def python(environment):
    return environment / "bin" / "python"


def answers(environment, *arguments):
    """A virtual environment breaks when its Python is upgraded away."""
    return python(environment).exists() and run([str(python(environment)), *arguments]).returncode == 0


def run(command):
    return subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def last_line(output):
    lines = [line for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR:")]
    return (errors or lines or ["no reason was given"])[-1]


def say(line):
    print(line, flush=True)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        sys.exit("The virtual environment %s cannot be made: %s" % (sys.argv[1], error))
