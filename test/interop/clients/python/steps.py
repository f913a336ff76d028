# Steps of a client in Python: each is told on stdout, and the next begins when a line comes in.
import json
import sys


def step(name, work):
    """Does one step; gives what it gave, or None when it went wrong."""
    value, told = None, {"step": name}
    try:
        value = work()
    except Exception as error:  # whatever a client throws is what the table shows
        told["error"] = f"{type(error).__name__}: {error}"[:500]
    print(json.dumps(told), flush=True)
    sys.stdin.readline()
    return value
