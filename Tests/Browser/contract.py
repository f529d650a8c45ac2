"""The API as its OpenAPI document says (schemathesis), and what no document can say: bad input."""

import concurrent.futures
import json
import os
import pathlib
import socket
import subprocess
import sys
import time

from harness import IS_DEBUG, OUT, fetch, server


def described(base):
    """Requests made from the contract get answers that the contract allows."""
    OUT.mkdir(parents=True, exist_ok=True)
    tool = pathlib.Path(sys.executable).with_name("schemathesis")
    result = subprocess.run(
        [tool, "run", base + "/openapi.json", "--checks", "all",
         # A score, a code or a date is also checked against published facts, which a schema
         # cannot say: a body that fits the schema may get 422, and that is documented.
         "--exclude-checks", "positive_data_acceptance",
         "--phases", "examples,coverage,fuzzing", "--max-examples", "15" if IS_DEBUG else "60",
         "--seed", "7", "--workers", "1", "--request-timeout", "90",
         "--max-response-time", "60" if IS_DEBUG else "5"],
        cwd=OUT, capture_output=True, text=True, timeout=600,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100"})
    (OUT / "schemathesis.txt").write_text(result.stdout + result.stderr)
    assert result.returncode == 0, result.stdout[-3500:] + result.stderr[-500:]


def exchange(base, data, wait=3.0):
    """Sends raw bytes and returns what comes back."""
    host, port = base.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=wait) as connection:
        connection.sendall(data)
        answer = b""
        try:
            while part := connection.recv(65536):
                answer += part
        except (TimeoutError, ConnectionResetError):
            pass
        return answer


def damaged_requests(base):
    """Requests that are not HTTP end their connection and nothing else."""
    for data in [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET\r\n\r\n", b"\x00" * 500,
        b"GET / HTTP/9.9\r\n\r\n", b"POST /advice HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        b"POST /advice HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
        b"Content-Length: 6\r\n\r\nabcdef",
        b"POST /advice HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 70_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ]:
        answer = exchange(base, data, wait=1.0)
        assert not answer.startswith(b"HTTP/1.1 200"), (data[:40], answer[:80])
        assert fetch(base + "/health")[0] == 200, data[:40]


def too_large(base):
    """A body of more than the limit is refused before it is read."""
    head = (b"POST /api/v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Content-Length: 900000000\r\n\r\n")
    assert exchange(base, head).startswith(b"HTTP/1.1 413"), "announced"
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    head = (b"POST /api/v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n")
    try:
        answer = exchange(base, head + chunk * 60 + b"0\r\n\r\n")
    except (BrokenPipeError, ConnectionResetError):
        answer = b""  # closed while we were still sending
    assert not answer or answer.startswith(b"HTTP/1.1 413"), answer[:80]
    assert fetch(base + "/health")[0] == 200


def slow_clients(base):
    """Slow clients are given up on, and others are served meanwhile."""
    host, port = base.removeprefix("http://").split(":")
    slow = []
    for _ in range(40):
        connection = socket.create_connection((host, int(port)), timeout=30)
        connection.sendall(b"POST /api/v1/advice HTTP/1.1\r\nHost: localhost\r\n"
                           b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
        slow.append(connection)
    heads = []
    for _ in range(40):
        connection = socket.create_connection((host, int(port)), timeout=30)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: local")
        heads.append(connection)
    start = time.monotonic()
    assert fetch(base + "/health")[0] == 200
    assert time.monotonic() - start < 2, "others wait for slow clients"
    answer = slow[0].recv(65536)
    assert answer.startswith(b"HTTP/1.1 408"), answer[:80]
    # A head that never ends gets no answer, and its connection is closed.
    assert heads[0].recv(65536) == b"", "an endless head is waited for"
    for connection in slow + heads:
        connection.close()


def busy(base):
    """Many advices at once are answered or refused with a time to come back, never dropped."""
    body = json.dumps({"type": "us-md", "step2ck": 240, "specialties": ["Neurology"]}).encode()

    def ask(_):
        return fetch(base + "/api/v1/advice", body, {"Content-Type": "application/json"})

    with concurrent.futures.ThreadPoolExecutor(150) as pool:
        answers = list(pool.map(ask, range(150)))
    statuses = {status for status, _, _ in answers}
    assert statuses <= {200, 503}, statuses
    assert len({text for status, _, text in answers if status == 200}) == 1, "answers differ"
    for status, headers, _ in answers:
        assert status == 200 or "Retry-After" in headers


def port_taken(base):
    """A second server on the same port says so and how to go on."""
    port = base.rsplit(":", 1)[1]
    result = subprocess.run(
        [os.environ["SMARTPICK_SERVE"], "--port", port], capture_output=True, text=True, timeout=30)
    assert result.returncode == 1, result
    assert "is taken" in result.stderr and "--port" in result.stderr, result.stderr


def graceful_end():
    """SIGTERM ends the server with status 0, after the answer that has begun."""
    with server() as (base, process):
        body = json.dumps({"type": "us-md", "step2ck": 240, "specialties": ["Neurology"]}).encode()
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            answer = pool.submit(
                fetch, base + "/api/v1/advice", body, {"Content-Type": "application/json"})
            time.sleep(0.02)
            process.terminate()
            assert answer.result()[0] == 200
        assert process.wait(timeout=10) == 0


def check(run, base):
    run.check(graceful_end.__doc__.rstrip("."), graceful_end)
    for one in [port_taken, damaged_requests, too_large, busy, slow_clients, described]:
        run.check(one.__doc__.strip().rstrip("."), one, base)
