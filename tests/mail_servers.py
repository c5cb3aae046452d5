"""Real mail servers of one test run: Dovecot and Postfix with configurations of their own, on loopback, in a temporary folder."""

import asyncio
import contextlib
import ipaddress
import os
import pwd
import random
import shutil
import smtplib
import socket
import ssl
import subprocess
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DOVECOT, POSTFIX = "/usr/sbin/dovecot", "/usr/sbin/postfix"
THERE = os.geteuid() == 0 and all(Path(each).exists() for each in (DOVECOT, POSTFIX, "/usr/lib/dovecot/imap", "/usr/lib/dovecot/lmtp"))
"""Both are installed, and we may start them under their own users."""
WHY = "needs root, dovecot-imapd, dovecot-lmtpd and postfix; scripts/setup.py --test installs them"
PASSWORD = "a mailbox's password"


_given: set[int] = set()


def free_port() -> int:
    """A port nobody listens on, outside the range from which connections get theirs."""
    while True:
        port = random.randint(21_000, 31_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            if port not in _given:
                _given.add(port)
                return port


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 and localhost, signed by itself, and its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
            .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=2))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), True).sign(key, hashes.SHA256()))
    cert, own = folder / "cert.pem", folder / "key.pem"
    cert.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    own.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return cert, own


def trusting(cert: Path) -> ssl.SSLContext:
    """A context that knows this certificate and no other."""
    context = ssl.create_default_context(cafile=str(cert))
    context.verify_flags &= ~getattr(ssl, "VERIFY_X509_STRICT", 0)
    return context


async def listening(port: int, within_s: float = 20) -> None:
    """Returns when somebody answers on the port."""
    until = asyncio.get_running_loop().time() + within_s
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            assert asyncio.get_running_loop().time() < until, f"nobody listens on {port}"
            await asyncio.sleep(0.05)
            continue
        writer.close()
        await writer.wait_closed()
        return


class Dovecot:
    """IMAP, IMAP with TLS, and LMTP for these users; all have one password."""

    def __init__(self, folder: Path, users: list[str], *, quota: str = "") -> None:
        self.folder, self.users = folder, users
        self.imap, self.imaps, self.lmtp = free_port(), free_port(), free_port()
        self.cert, self._key = certificate(folder)
        self._quota = quota

    async def start(self) -> None:
        """Writes the configuration, starts, waits for the ports."""
        mail = self.folder / "mail"
        mail.mkdir(exist_ok=True)
        nobody = pwd.getpwnam("nobody")
        os.chown(mail, nobody.pw_uid, nobody.pw_gid)
        (self.folder / "users").write_text("".join(f"{user}:{{PLAIN}}{PASSWORD}::::::\n" for user in self.users))
        quota = f"mail_plugins = $mail_plugins quota\nprotocol imap {{\n mail_plugins = $mail_plugins imap_quota\n}}\nplugin {{\n quota = maildir:x\n quota_rule = *:storage={self._quota}\n}}" if self._quota else ""
        (self.folder / "dovecot.conf").write_text(f"""
protocols = imap lmtp
listen = 127.0.0.1
base_dir = {self.folder}/run
state_dir = {self.folder}/state
log_path = {self.folder}/log
ssl = yes
ssl_cert = <{self.cert}
ssl_key = <{self._key}
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:{mail}/%u
first_valid_uid = 1
mail_max_userip_connections = 100
imap_idle_notify_interval = 2 mins
passdb {{
  driver = passwd-file
  args = {self.folder}/users
}}
userdb {{
  driver = passwd-file
  args = {self.folder}/users
  default_fields = uid={nobody.pw_uid} gid={nobody.pw_gid} home={mail}/%u
}}
service imap-login {{
  inet_listener imap {{
    port = {self.imap}
  }}
  inet_listener imaps {{
    port = {self.imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {self.lmtp}
  }}
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
namespace inbox {{
  inbox = yes
}}
{quota}
""")
        await asyncio.to_thread(subprocess.run, [DOVECOT, "-c", str(self.folder / "dovecot.conf")], check=True)
        await listening(self.imaps)
        await listening(self.lmtp)

    def stop(self) -> None:
        """Ends it; the mail stays."""
        subprocess.run([DOVECOT, "-c", str(self.folder / "dovecot.conf"), "stop"], check=False, capture_output=True)

    def password(self, user: str, new: str) -> None:
        """Another password from now on: the server reads its list anew, and forgets who it let in before."""
        users = self.folder / "users"
        lines = [f"{user}:{{PLAIN}}{new}::::::" if line.startswith(f"{user}:") else line for line in users.read_text().splitlines()]
        users.write_text("\n".join(lines) + "\n")
        later = users.stat().st_mtime + 60
        os.utime(users, (later, later))
        subprocess.run([DOVECOT, "-c", str(self.folder / "dovecot.conf"), "reload"], check=True, capture_output=True)

    def mails(self, user: str) -> list[bytes]:
        """What lies in a user's inbox, oldest first."""
        found = [path for part in ("new", "cur") for path in (self.folder / "mail" / user / part).glob("*")]
        return [path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") for path in sorted(found, key=lambda p: p.stat().st_mtime_ns)]

    def flags(self, user: str) -> list[str]:
        """Flags of the mails in a user's inbox, such as ``S``."""
        box = self.folder / "mail" / user
        return [path.name.rpartition(",")[2] for path in (box / "cur").glob("*")] + ["" for _ in (box / "new").glob("*")]

    def put(self, user: str, raw: bytes) -> None:
        """Delivers a mail by LMTP, as a mail server does."""
        with smtplib.LMTP("127.0.0.1", self.lmtp) as client:
            client.sendmail("sender@customer.example", [user], raw)

    def put_many(self, user: str, raws: list[bytes]) -> None:
        """Puts files where deliveries put them."""
        inbox = self.folder / "mail" / user / "new"
        assert inbox.is_dir(), "put one first"
        owner = inbox.stat()
        for at, raw in enumerate(raws):
            path = inbox / f"1700000000.M{at:07d}P1.test"
            path.write_bytes(raw)
            os.chown(path, owner.st_uid, owner.st_gid)


class Postfix:
    """Takes mail from anybody on loopback and hands each domain to its server by LMTP or SMTP."""

    def __init__(self, folder: Path, routes: dict[str, str]) -> None:
        self.folder, self.port, self.routes = folder, free_port(), routes
        self._etc = folder / "etc"

    async def start(self) -> None:
        """Writes the configuration, starts, waits for the port."""
        self._etc.mkdir(exist_ok=True)
        for name in ("spool", "data"):
            (self.folder / name).mkdir(exist_ok=True)
        postfix = pwd.getpwnam("postfix")
        os.chown(self.folder / "data", postfix.pw_uid, postfix.pw_gid)
        (self._etc / "transport").write_text("".join(f"{domain} {to}\n" for domain, to in self.routes.items()))
        (self._etc / "main.cf").write_text(f"""
compatibility_level = 3.6
queue_directory = {self.folder}/spool
data_directory = {self.folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.test.example
mydestination =
local_transport = error:nobody is local
alias_maps =
alias_database =
mynetworks = 127.0.0.0/8
relay_domains = {", ".join(self.routes)}
transport_maps = texthash:{self._etc}/transport
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_client_connection_rate_limit = 0
default_destination_concurrency_limit = 20
default_destination_recipient_limit = 1
message_size_limit = 40000000
mailbox_size_limit = 0
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
smtp_host_lookup = native
disable_dns_lookups = yes
notify_classes =
maillog_file = {self.folder}/maillog
maillog_file_prefixes = /tmp, /var, /dev/stdout
""")
        lines = [f"{self.port} inet n - n - - smtpd", "pickup unix n - n 60 1 pickup", "cleanup unix n - n - 0 cleanup", "qmgr unix n - n 300 1 qmgr",
                 "tlsmgr unix - - n 1000? 1 tlsmgr", "rewrite unix - - n - - trivial-rewrite", "bounce unix - - n - 0 bounce", "defer unix - - n - 0 bounce",
                 "trace unix - - n - 0 bounce", "verify unix - - n - 1 verify", "flush unix n - n 1000? 0 flush", "proxymap unix - - n - - proxymap",
                 "smtp unix - - n - - smtp", "relay unix - - n - - smtp", "showq unix n - n - - showq", "error unix - - n - - error", "retry unix - - n - - error",
                 "discard unix - - n - - discard", "lmtp unix - - n - - lmtp", "anvil unix - - n - 1 anvil", "scache unix - - n - 1 scache",
                 "postlog unix-dgram n - n - 1 postlogd"]
        (self._etc / "master.cf").write_text("\n".join(lines) + "\n")
        await asyncio.to_thread(self._run, "start")
        await listening(self.port)

    def _run(self, verb: str) -> None:
        done = subprocess.run([POSTFIX, "-c", str(self._etc), verb], check=False, capture_output=True, text=True)
        assert verb == "stop" or done.returncode == 0, done.stderr + done.stdout

    def stop(self) -> None:
        """Ends it; what is queued stays queued."""
        self._run("stop")

    def log(self) -> str:
        """What it says of its work."""
        path = self.folder / "maillog"
        return path.read_text() if path.exists() else ""


def folder() -> Path:
    """A new one that the servers' own users may enter."""
    made = Path(tempfile.mkdtemp(prefix="farol-mail-"))
    made.chmod(0o755)
    return made


def remove(folder: Path) -> None:
    """Takes everything away."""
    shutil.rmtree(folder, ignore_errors=True)
