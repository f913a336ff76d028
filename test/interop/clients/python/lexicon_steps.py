# Lexicon's DigitalOcean provider against the simulation.
from lexicon.client import Client
from lexicon.config import ConfigResolver
from steps import step
import digitalocean

domain = digitalocean.Domain(token="sandbox", name="lexicon-interop.com")
step("domain", domain.create)


def run(action, **more):
    given = {
        "provider_name": "digitalocean", "action": action, "domain": "lexicon-interop.com", "type": "TXT",
        "digitalocean": {"auth_token": "sandbox"}, **more,
    }
    return lambda: Client(ConfigResolver().with_dict(given)).execute()


step("create", run("create", name="_acme-challenge", content="one"))
step("create again", run("create", name="_acme-challenge", content="one"))
step("list", run("list"))
found = step("list by name", run("list", name="_acme-challenge")) or [{}]
step("update", run("update", identifier=found[0].get("id"), name="_acme-challenge", content="two"))
step("delete", run("delete", name="_acme-challenge", content="two"))
step("CNAME", run("create", type="CNAME", name="www", content="lexicon-interop.com"))
step("domain gone", domain.destroy)
