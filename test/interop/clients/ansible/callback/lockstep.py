# Tells every task as a step on stdout, and waits for a line before the next.
import json
import sys

from ansible.plugins.callback import CallbackBase


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "stdout"
    CALLBACK_NAME = "lockstep"

    def tell(self, result, failed):
        told = {"step": result.task_name}
        if failed:
            told["error"] = str(result._result.get("msg", result._result))[:500]
        print(json.dumps(told), flush=True)
        sys.stdin.readline()

    def v2_runner_on_ok(self, result):
        self.tell(result, False)

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self.tell(result, True)
