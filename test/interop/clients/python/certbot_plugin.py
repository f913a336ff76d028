# The part of certbot's DNS plugin that talks to DigitalOcean, against the simulation.
import digitalocean
from certbot_dns_digitalocean._internal.dns_digitalocean import _DigitalOceanClient
from steps import step

client = _DigitalOceanClient("sandbox")
domain = digitalocean.Domain(token="sandbox", name="certbot.example")
step("domain", domain.create)
step("challenge", lambda: client.add_txt_record("certbot.example", "_acme-challenge.certbot.example", "proof", 30))
step("challenge below", lambda: client.add_txt_record("www.certbot.example", "_acme-challenge.www.certbot.example", "proof", 30))


def is_there(wanted):
    found = [r.name for r in domain.get_records() if r.type == "TXT"]
    if sorted(found) != wanted:
        raise Exception(f"records {found}")


step("challenges are there", lambda: is_there(["_acme-challenge", "_acme-challenge.www"]))
step("challenge gone", lambda: client.del_txt_record("certbot.example", "_acme-challenge.certbot.example", "proof"))
step("challenge is gone", lambda: is_there(["_acme-challenge.www"]))
step("domain gone", domain.destroy)
