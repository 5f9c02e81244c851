"""Faults: the job, the server, the connection and the disk fail at random moments, and what is published stays whole.

Run by scripts/chaos in a private cluster and a private mount namespace. Two publications of one month, as of two instants,
take turns; whatever a fault interrupts, the month must read as one of the two, digit for digit, its export too, and the
next run must succeed and leave nothing behind.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MONTH = "2020-02"
INSTANTS = ("2020-03-11T00:00:00+08:00", "2020-05-20T00:00:00+08:00")
VIEWS = (
    "headline attainment section_summary department_scorecard unit_ranking livelihood_projects milestones "
    "reporting_rates findings trend revisions target_changes units responsible commentary appraisal appraisal_points"
).split()


class Broken(AssertionError):
    """Something that must hold after every fault does not."""


def demand(holds, message):
    if not holds:
        raise Broken(message)


def psql(sql, database=None):
    done = subprocess.run(
        ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", *(["-d", database] if database else []), "-c", sql],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"psql: {done.stderr.strip()}: {sql}")
    return done.stdout.strip()


def eventually(what, holds, seconds=10):
    deadline = time.monotonic() + seconds
    while not holds():
        demand(time.monotonic() < deadline, f"still not after {seconds} s: {what}")
        time.sleep(0.05)


def digest_of(folder):
    """SHA-256 over the names and bytes under a folder; None where there is none."""
    if not folder.is_dir():
        return None
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Server:
    """The private cluster's server, which may be killed and started again."""

    def __init__(self):
        self.data = psql("show data_directory")
        self.binaries = Path(subprocess.check_output(["pg_config", "--bindir"], text=True).strip())
        owner = Path(self.data).owner()
        self.prefix = ["runuser", "-u", owner, "--"] if os.geteuid() == 0 else []

    def ctl(self, *arguments):
        return subprocess.run(
            [*self.prefix, str(self.binaries / "pg_ctl"), "-D", self.data, *arguments],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ).returncode

    def kill(self):
        pid = int((Path(self.data) / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)

    def stop(self, mode):
        self.ctl("stop", "-m", mode, "-w")

    def start(self):
        # The killed server's last children may still hold its memory.
        def started():
            log = str(Path(self.data).parent / "server.log")
            return self.ctl("restart", "-m", "immediate", "-w", "-l", log) == 0

        eventually("the server starts again", started, 60)
        eventually("the server answers", lambda: self.answers())

    @staticmethod
    def answers():
        return subprocess.run(["psql", "-XAtqc", "select"], capture_output=True).returncode == 0


class CutConnection:
    """A socket in a folder of its own that passes everything on to the server until so many bytes have passed."""

    def __init__(self, folder, limit):
        self.folder, self.limit, self.passed = folder, limit, 0
        self.lock = threading.Lock()
        self.pairs = []
        name = f".s.PGSQL.{os.environ['PGPORT']}"
        self.server = str(Path(os.environ["PGHOST"]) / name)
        self.listener = socket.socket(socket.AF_UNIX)
        path = Path(folder) / name
        path.unlink(missing_ok=True)
        self.listener.bind(str(path))
        self.listener.listen(8)
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self.server)
            self.pairs.append((client, server))
            for source, sink in ((client, server), (server, client)):
                threading.Thread(target=self.pass_on, args=(source, sink), daemon=True).start()

    def pass_on(self, source, sink):
        try:
            while data := source.recv(16384):
                with self.lock:
                    allowed = data if self.limit is None else data[: max(0, self.limit - self.passed)]
                    self.passed += len(allowed)
                sink.sendall(allowed)
                if len(allowed) < len(data):
                    break
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def close(self):
        self.listener.close()
        for pair in self.pairs:
            for end in pair:
                end.close()


class Site:
    """A database, a folder of exports, and what must be true of them."""

    def __init__(self, dabiao, folder):
        self.dabiao = dabiao
        self.folder = folder
        self.exports = folder / "exports"
        self.current = None
        self.databases = {}
        self.exported = {}
        self.submissions = self.count_submissions()
        for instant in INSTANTS:
            self.recover(instant)
            self.databases[instant] = self.published()
            self.exported[instant] = digest_of(self.month)
        demand(len(set(self.databases.values())) == 2, "the two publications do not differ")
        durations = []
        for instant in INSTANTS:
            self.recover(instant)
            durations.append(self.job_duration)
        self.duration = min(durations)

    @property
    def month(self):
        return self.exports / "jingan" / MONTH

    def start(self, instant, exports=None, **environment):
        return self.command(
            "run", "--month", MONTH, "--as-of", instant, "--export", str(exports or self.exports), **environment
        )

    def command(self, *arguments, **environment):
        return subprocess.Popen(
            [self.dabiao, *arguments],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def other(self):
        """The instant that is not published now."""
        return INSTANTS[1] if self.current == INSTANTS[0] else INSTANTS[0]

    @staticmethod
    def published():
        """A digest of the month as every view shows it."""
        return psql(
            "select md5(string_agg(line, E'\\n')) from (select line from ("
            + " union all ".join(
                f"select '{view}: ' || row::text as line from report.{view} as row where period = '{MONTH}'"
                for view in VIEWS
            )
            + ") as lines order by line collate \"C\") as sorted"
        )

    @staticmethod
    def count_submissions():
        return int(psql("select count(*) from intake.submission"))

    def check_whole(self, exports=None):
        """The publication and its export read as one of the two; gives whether the export is one behind."""
        published = self.published()
        shown = [instant for instant, digest in self.databases.items() if digest == published]
        demand(shown, "the publication is neither of the two")
        self.current = shown[0]
        folder = (exports or self.exports) / "jingan" / MONTH
        exported = digest_of(folder)
        found = [instant for instant, digest in self.exported.items() if digest == exported]
        demand(found, f"the export in {folder} is neither of the two")
        link = folder.parent / "latest"
        demand(link.resolve() == folder.resolve(), f"{link} does not lead to the month")
        count = self.count_submissions()
        demand(count == self.submissions, f"{count} submissions where {self.submissions} were")
        return found[0] != shown[0]

    def recover(self, instant=None, exports=None):
        """The next run succeeds, and leaves neither file, lock nor session behind."""
        instant = instant or self.other()
        # A killed job's session holds its lock until the server has noticed.
        eventually("no lock of a run is held", lambda: not self.locks())
        begun = time.monotonic()
        job = self.start(instant, exports)
        said, _ = job.communicate(timeout=120)
        self.job_duration = time.monotonic() - begun
        demand(job.returncode == 0 and said == "", f"the next run ends with {job.returncode}: {said}")
        if len(self.exported) == 2:
            demand(not self.check_whole(exports), "the next run's export is not of its publication")
            demand(self.current == instant, "the next run published another instant")
        else:
            self.current = instant
        folder = (exports or self.exports) / "jingan"
        stray = [path.name for path in folder.iterdir() if path.name not in ("latest", MONTH)]
        demand(not stray, f"stray files in {folder}: {stray}")
        demand(psql("select count(*) from report.run where outcome = 'running'") == "0", "a run still says running")
        eventually("no lock and no session is left", lambda: not self.locks() and not self.sessions())

    @staticmethod
    def locks():
        return int(
            psql(
                "select count(*) from pg_locks where locktype = 'advisory'"
                " and database = (select oid from pg_database where datname = current_database())"
            )
        )

    @staticmethod
    def sessions():
        return int(
            psql(
                "select count(*) from pg_stat_activity where datname = current_database()"
                " and application_name = 'dabiao'"
            )
        )

    def a_file(self, number):
        """A file of corrections, different from every other, of figures after both instants."""
        path = self.folder / f"corrections-{number}.csv"
        rows = psql(
            "select concat_ws(',', indicator, unit, to_char(period, 'YYYY-MM'), value + "
            f"{number}, '', '', '', '', '', '', '') from (select distinct on (indicator, unit, period) *"
            " from intake.submission where value is not null and denominator is null and base_value is null"
            " and base_denominator is null and stage is null and progress is null"
            " and period between '2020-03-01' and '2020-06-01'"
            " order by indicator, unit, period, revision desc) as newest"
        )
        header = "indicator,unit,period,value,denominator,base_value,base_denominator,stage,progress,occurred_on,note"
        path.write_text(f"{header}\n{rows}\n", encoding="utf-8")
        return path, len(rows.splitlines())

    def check_file(self, path, lines):
        """The file is in whole or not at all; gives whether it is. Sent again it is one more batch, which adds nothing."""
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        recorded = psql(f"select count(*) > 0 from intake.batch where sha256 = decode('{digest}', 'hex')") == "t"
        stored = self.count_submissions() - self.submissions
        demand(stored == (lines if recorded else 0), f"{stored} of {lines} figures of a file are stored")
        return recorded

    def submit_again(self, path, lines):
        """Sent again after the fault, the file is in once."""
        job = self.command("submit", str(path))
        said, _ = job.communicate(timeout=120)
        demand(job.returncode == 0, f"the file sent again ends with {job.returncode}: {said}")
        demand(self.check_file(path, lines), "the file sent again is not stored")
        self.submissions += lines


class Chaos:
    """Each kind of fault so many times, counted."""

    def __init__(self, site, server, seed):
        self.site, self.server = site, server
        self.random = random.Random(seed)
        self.files = 0
        self.disks = None
        self.submit_duration = self.time_a_submission()

    def time_a_submission(self):
        path, lines = self.next_file()
        begun = time.monotonic()
        self.site.submit_again(path, lines)
        return time.monotonic() - begun

    def next_file(self):
        self.files += 1
        return self.site.a_file(self.files)

    def moment(self, duration):
        time.sleep(self.random.uniform(0, duration * 1.05))

    def faults(self, name, count, fault):
        """Runs a fault so many times and prints what became of the jobs."""
        begun = time.monotonic()
        tally = {}
        for number in range(count):
            try:
                outcomes = fault()
            except (Broken, subprocess.TimeoutExpired) as broken:
                raise Broken(f"{name}, number {number + 1} of {count}: {broken}") from broken
            for outcome in outcomes:
                tally[outcome] = tally.get(outcome, 0) + 1
        said = ", ".join(f"{outcome} {times}" for outcome, times in sorted(tally.items()))
        print(f"{name}: {count} faults; {said}; {time.monotonic() - begun:.0f} s", flush=True)

    def ended(self, job, codes, seconds=30):
        """Waits for the job and gives its exit code, which must be one of those, with at most one line said."""
        said, _ = job.communicate(timeout=seconds)
        demand(job.returncode in codes, f"the job ended with {job.returncode}, not one of {codes}: {said}")
        wanted = 0 if job.returncode == 0 else 1
        # A server that dies in the moment in which it lets a connection in is quoted by libpq itself, to which nobody can
        # have said yet where its notices go.
        own = [line for line in said.splitlines() if not line.startswith("FATAL:  terminating connection")]
        demand(len(own) == wanted, f"the job said with {job.returncode}: {said}")
        return f"exit {job.returncode}"

    def after(self, outcome, exports=None):
        behind = self.site.check_whole(exports)
        self.site.recover(exports=exports)
        return [outcome] + (["export one behind until the next run"] if behind else [])

    def job_killed(self):
        job = self.site.start(self.site.other())
        self.moment(self.site.duration)
        job.kill()
        job.communicate()
        return self.after("finished before" if job.returncode == 0 else "killed")

    def job_terminated(self):
        job = self.site.start(self.site.other())
        self.moment(self.site.duration)
        job.terminate()
        begun = time.monotonic()
        # Before the program listens, the signal ends it as it ends any other.
        said, _ = job.communicate(timeout=30)
        demand(job.returncode in (0, 143, -signal.SIGTERM), f"SIGTERM ended the job with {job.returncode}: {said}")
        demand(time.monotonic() - begun < 5, "the job took longer than 5 s to end")
        if job.returncode == 143:
            demand("Stopped by SIGTERM" in said and len(said.splitlines()) == 1, f"on SIGTERM the job said: {said}")
        return self.after(f"exit {job.returncode}")

    def server_killed(self):
        job = self.site.start(self.site.other())
        self.moment(self.site.duration)
        way = self.random.choice(["kill", "immediate", "fast"])
        if way == "kill":
            self.server.kill()
        else:
            self.server.stop(way)
        outcome = self.ended(job, (0, 69))
        self.server.start()
        return self.after(f"{way}: {outcome}")

    def connection_cut(self):
        with tempfile.TemporaryDirectory(dir="/tmp") as folder:
            limit = self.random.randrange(self.traffic())
            cut = CutConnection(folder, limit)
            outcome = self.ended(self.site.start(self.site.other(), PGHOST=folder), (0, 69))
            cut.close()
        return self.after(outcome)

    def traffic(self):
        """How many bytes a whole run passes."""
        if not hasattr(self, "bytes"):
            with tempfile.TemporaryDirectory(dir="/tmp") as folder:
                whole = CutConnection(folder, None)
                self.ended(self.site.start(self.site.other(), PGHOST=folder), (0,))
                whole.close()
                self.bytes = whole.passed
        return self.bytes

    def statement_timeout(self):
        milliseconds = self.random.choice([1, 2, 5, 10, 20, 50, 100])
        job = self.site.start(self.site.other(), PGOPTIONS=f"-c statement_timeout={milliseconds}")
        return self.after(self.ended(job, (0, 75)))

    def lock_wait(self):
        table = self.random.choice(["report.run", "report.evaluation", "report.finding", "report.publication"])
        with subprocess.Popen(["psql", "-XAtq"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
            holder.stdin.write(f"begin; lock table {table} in share mode; select 'held';\n")
            holder.stdin.flush()
            holder.stdout.readline()
            job = self.site.start(self.site.other(), PGOPTIONS="-c lock_timeout=200ms")
            outcome = self.ended(job, (75,))
            holder.stdin.close()
        return self.after(outcome)

    def jobs_at_once(self, number):
        instant = self.site.other()
        jobs = [self.site.start(instant) for _ in range(number)]
        outcomes = [self.ended(job, (0, 75), 120) for job in jobs]
        demand("exit 0" in outcomes, "none of the jobs succeeded")
        self.after("")
        return outcomes

    def exports_full(self):
        """The exports' disk is full, with a whole export on it."""
        disk = self.disks / "exports"
        disk.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], check=True)
        try:
            self.site.recover(exports=disk)
            before = self.site.current
            fill(disk, self.random.randrange(self.export_size()))
            job = self.site.start(self.site.other(), exports=disk)
            outcome = self.ended(job, (0, 73))
            self.site.check_whole(disk)
            if outcome != "exit 0":
                demand(self.site.current == before, "published without its export")
            (disk / "filler").unlink()
            return self.after(outcome, disk)
        finally:
            subprocess.run(["umount", str(disk)], check=True)
            self.site.recover()

    def export_size(self):
        return sum(path.stat().st_size + 4096 for path in self.site.month.rglob("*"))

    def server_full(self):
        """The server's disk is full: its tables are on a small file system of their own."""
        disk = self.disks / "server"
        # Made before, since the sort that finds its figures may need room as well.
        path, lines = self.next_file()
        # The tables' last pages have some room of their own, so little more must be left for the disk to run full.
        fill(disk, self.random.choice([0, 16_384, 65_536, 262_144, 1_048_576]), self.server.prefix)
        if self.random.random() < 0.5:
            outcomes = ["run: " + self.ended(self.site.start(self.site.other()), (0, 73))]
            (disk / "filler").unlink()
            return self.after(outcomes[0])
        job = self.site.command("submit", str(path))
        said, _ = job.communicate(timeout=60)
        demand(job.returncode in (0, 73), f"submit ended with {job.returncode}: {said}")
        (disk / "filler").unlink()
        self.site.check_file(path, lines)
        self.site.submit_again(path, lines)
        return [f"submit: exit {job.returncode}"]

    def move_to_small_disk(self):
        disk = self.disks / "server"
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", str(disk)], check=True)
        (disk / "tables").mkdir()
        shutil.chown(disk, Path(self.server.data).owner())
        shutil.chown(disk / "tables", Path(self.server.data).owner())
        psql(f"create tablespace small location '{disk}/tables'", "postgres")
        psql(f'alter database {os.environ["PGDATABASE"]} set tablespace small', "postgres")

    def submission_killed(self):
        path, lines = self.next_file()
        job = self.site.command("submit", str(path))
        self.moment(self.submit_duration)
        job.kill()
        job.communicate()
        eventually("the killed session has ended", lambda: not self.site.sessions())
        stored = self.site.check_file(path, lines)
        self.site.submit_again(path, lines)
        return ["stored whole" if stored else "not stored"]

    def submission_terminated(self):
        path, lines = self.next_file()
        job = self.site.command("submit", str(path))
        self.moment(self.submit_duration)
        job.terminate()
        begun = time.monotonic()
        said, _ = job.communicate(timeout=30)
        demand(job.returncode in (0, 143, -signal.SIGTERM), f"SIGTERM ended submit with {job.returncode}: {said}")
        demand(time.monotonic() - begun < 5, "submit took longer than 5 s to end")
        eventually("the session has ended", lambda: not self.site.sessions())
        self.site.check_file(path, lines)
        self.site.submit_again(path, lines)
        return [f"exit {job.returncode}"]

    def submission_cut(self):
        path, lines = self.next_file()
        with tempfile.TemporaryDirectory(dir="/tmp") as folder:
            cut = CutConnection(folder, self.random.randrange(path.stat().st_size * 3))
            job = self.site.command("submit", str(path), PGHOST=folder)
            said, _ = job.communicate(timeout=60)
            cut.close()
        demand(job.returncode in (0, 69), f"submit ended with {job.returncode}: {said}")
        eventually("the session has ended", lambda: not self.site.sessions())
        self.site.check_file(path, lines)
        self.site.submit_again(path, lines)
        return [f"exit {job.returncode}"]

    def submission_server_killed(self):
        path, lines = self.next_file()
        job = self.site.command("submit", str(path))
        self.moment(self.submit_duration)
        self.server.kill()
        said, _ = job.communicate(timeout=60)
        demand(job.returncode in (0, 69), f"submit ended with {job.returncode}: {said}")
        self.server.start()
        stored = self.site.check_file(path, lines)
        demand(stored or job.returncode != 0, "a file that was accepted is lost")
        self.site.submit_again(path, lines)
        return [f"exit {job.returncode}, {'stored whole' if stored else 'not stored'}"]

    def submissions_at_once(self):
        """Ten at once, two of each of five files: what stands is not stored again."""
        files = [self.next_file() for _ in range(5)]
        begun = psql("select now()")
        jobs = [self.site.command("submit", str(path)) for path, _ in files * 2]
        outcomes = []
        for job in jobs:
            said, _ = job.communicate(timeout=120)
            demand(job.returncode in (0, 75), f"submit ended with {job.returncode}: {said}")
            outcomes.append(f"exit {job.returncode}")
        for path, lines in files:
            again = self.site.command("submit", str(path))
            said, _ = again.communicate(timeout=120)
            demand(again.returncode == 0, f"the file sent again ends with {again.returncode}: {said}")
        # Files that correct one another may each come to stand again; what none may do is to repeat what stands.
        repeated = psql(
            "select count(*) from intake.submission as later join intake.submission as earlier"
            " using (district_id, period, indicator, unit) where later.revision = earlier.revision + 1"
            f" and later.submitted_at > '{begun}'"
            " and (later.value, later.denominator, later.base_value, later.base_denominator, later.stage, later.progress,"
            " later.occurred_on, later.note) is not distinct from (earlier.value, earlier.denominator,"
            " earlier.base_value, earlier.base_denominator, earlier.stage, earlier.progress, earlier.occurred_on,"
            " earlier.note)"
        )
        demand(repeated == "0", f"{repeated} figures were stored again as they stood")
        stored = int(psql("select count(*) from intake.submission")) - self.site.submissions
        demand(stored >= sum(lines for _, lines in files), f"{stored} figures of five files are stored")
        self.site.submissions += stored
        return outcomes


def fill(disk, left, prefix=()):
    """Leaves so many bytes of a file system free."""
    room = os.statvfs(disk)
    size = max(0, room.f_bavail * room.f_frsize - left)
    subprocess.run([*prefix, "fallocate", "-l", str(max(1, size)), str(disk / "filler")], check=True, cwd="/")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dabiao", required=True, help="the built program")
    parser.add_argument("--kills", type=int, default=200, help="how often the job is killed; the other faults in proportion")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="of the random moments")
    parser.add_argument("--disks", type=Path, help="a folder in which small disks may be mounted: the namespace is private")
    arguments = parser.parse_args()

    print(f"seed {arguments.seed}", flush=True)
    share = lambda part: max(1, round(arguments.kills * part))
    # In memory where possible: a disk that is busy with other work makes each run of these hundreds wait for it.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="dabiao-chaos-", dir=memory) as folder:
        site = Site(arguments.dabiao, Path(folder))
        chaos = Chaos(site, Server(), arguments.seed)
        print(f"a run takes {site.duration:.1f} s, a submission {chaos.submit_duration:.1f} s", flush=True)
        chaos.faults("job killed", arguments.kills, chaos.job_killed)
        chaos.faults("job terminated", share(0.1), chaos.job_terminated)
        chaos.faults("connection cut", share(0.15), chaos.connection_cut)
        chaos.faults("statement timeout", share(0.05), chaos.statement_timeout)
        chaos.faults("lock wait", share(0.05), chaos.lock_wait)
        chaos.faults("two jobs at once", share(0.05), lambda: chaos.jobs_at_once(2))
        chaos.faults("ten jobs at once", share(0.025), lambda: chaos.jobs_at_once(10))
        chaos.faults("server killed or stopped", share(0.1), chaos.server_killed)
        chaos.faults("submit killed", share(0.2), chaos.submission_killed)
        chaos.faults("submit terminated", share(0.05), chaos.submission_terminated)
        chaos.faults("submit cut", share(0.1), chaos.submission_cut)
        chaos.faults("submit, server killed", share(0.05), chaos.submission_server_killed)
        chaos.faults("submit, ten at once", share(0.025), chaos.submissions_at_once)
        if arguments.disks:
            chaos.disks = arguments.disks
            chaos.faults("exports' disk full", share(0.05), chaos.exports_full)
            chaos.move_to_small_disk()
            chaos.faults("server's disk full", share(0.05), chaos.server_full)
        else:
            print("disks full: skipped, for want of a mount namespace (run as root)")


if __name__ == "__main__":
    try:
        main()
    except Broken as broken:
        sys.exit(f"chaos: {broken}")
