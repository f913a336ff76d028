# python-digitalocean against the simulation.
import digitalocean
from steps import step

token = "sandbox"
manager = digitalocean.Manager(token=token)
key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC python"

step("account", manager.get_account)
step("balance", manager.get_balance)
step("regions", manager.get_all_regions)
step("sizes", manager.get_all_sizes)
step("images", manager.get_images)
step("distribution images", manager.get_distro_images)
step("own images", manager.get_my_images)
step("global images", manager.get_global_images)
step("image by slug", lambda: manager.get_image("ubuntu-24-04-x64"))
step("droplets", manager.get_all_droplets)
step("tags", manager.get_all_tags)
step("projects", manager.get_all_projects)
step("default project", manager.get_default_project)
step("vpcs", manager.get_all_vpcs)
step("certificates", manager.get_all_certificates)
step("snapshots", manager.get_all_snapshots)
step("droplet snapshots", manager.get_droplet_snapshots)
step("volume snapshots", manager.get_volume_snapshots)
step("volumes", manager.get_all_volumes)
step("floating ips", manager.get_all_floating_ips)
step("firewalls", manager.get_all_firewalls)
step("load balancers", manager.get_all_load_balancers)
step("domains", manager.get_all_domains)
step("ssh keys", manager.get_all_sshkeys)

ssh = digitalocean.SSHKey(token=token, name="python", public_key=key)
step("ssh key", ssh.create)
step("ssh key by key", lambda: ssh.load_by_pub_key(key))
ssh.name = "python-2"
step("ssh key renamed", ssh.edit)
step("ssh key gone", ssh.destroy)

tag = digitalocean.Tag(token=token, name="python")
step("tag", tag.create)

droplet = digitalocean.Droplet(
    token=token, name="python-1", region="nyc3", image="ubuntu-24-04-x64", size_slug="s-1vcpu-1gb",
    backups=False, ipv6=False, monitoring=True, tags=["python"], ssh_keys=[], user_data="#!/bin/sh",
)
step("droplet", droplet.create)
step("droplet waits", lambda: [a.wait(update_every_seconds=0.2) for a in droplet.get_actions()])
step("droplet load", droplet.load)
step("several droplets", lambda: digitalocean.Droplet.create_multiple(
    token=token, names=["python-2", "python-3"], region="nyc3", image="ubuntu-24-04-x64",
    size_slug="s-1vcpu-1gb", tags=["python-more"]))
step("droplets by tag", lambda: manager.get_all_droplets(tag_name="python"))
step("droplet read", lambda: manager.get_droplet(droplet.id))


def act(name, *given, **more):
    def work():
        getattr(droplet, name)(*given, **more)
        for action in droplet.get_actions()[:1]:
            action.wait(update_every_seconds=0.2)
    step(f"droplet {name}", work)


act("power_off")
act("resize", "s-1vcpu-2gb", disk=False)
act("power_on")
act("reboot")
act("power_cycle")
act("rename", "python-one")
act("enable_backups")
act("disable_backups")
act("take_snapshot", "python", power_off=True)
act("power_on")
act("shutdown")
act("rebuild", "ubuntu-24-04-x64")
act("reset_root_password")
act("enable_ipv6")
step("droplet kernels", droplet.get_kernel_available)
step("droplet snapshots", droplet.get_snapshots)
step("tag on droplet", lambda: tag.add_droplets([str(droplet.id)]))
step("tag off droplet", lambda: tag.remove_droplets([str(droplet.id)]))

volume = digitalocean.Volume(token=token, name="python", region="nyc3", size_gigabytes=10, description="")
step("volume", volume.create)
step("volume attached", lambda: volume.attach(droplet.id, "nyc3"))
step("volume detached", lambda: volume.detach(droplet.id, "nyc3"))
step("volume resized", lambda: volume.resize(20, "nyc3"))
step("volume snapshot", lambda: volume.snapshot("python"))
step("volume snapshots", volume.get_snapshots)
step("volume gone", volume.destroy)

domain = digitalocean.Domain(token=token, name="python.example", ip_address="198.51.100.5")
step("domain", domain.create)
record = step("record", lambda: domain.create_new_domain_record(type="TXT", name="_acme-challenge", data="abc", ttl=60))
step("record MX", lambda: domain.create_new_domain_record(type="MX", name="@", data="mail.python.example.", priority=10))
records = step("records", lambda: domain.get_records()) or []
step("record changed", lambda: [setattr(r, "data", "198.51.100.6") or r.save() for r in records if r.type == "A"])
step("records by params", lambda: domain.get_records(params={"name": "python.example", "type": "A"}))
step("record gone", lambda: [r.destroy() for r in records if r.type == "TXT"])
step("domain gone", domain.destroy)

rules = [digitalocean.InboundRule(protocol="tcp", ports="22", sources=digitalocean.Sources(addresses=["0.0.0.0/0"]))]
out = [digitalocean.OutboundRule(protocol="tcp", ports="all", destinations=digitalocean.Destinations(addresses=["0.0.0.0/0"]))]
firewall = digitalocean.Firewall(token=token, name="python", inbound_rules=rules, outbound_rules=out, droplet_ids=[droplet.id])
step("firewall", firewall.create)
step("firewall tag", lambda: firewall.add_tags(["python"]))
step("firewall droplet off", lambda: firewall.remove_droplets([droplet.id]))
step("firewall gone", firewall.destroy)

floating = digitalocean.FloatingIP(token=token, region_slug="nyc3")
step("floating ip reserved", lambda: floating.reserve())
step("floating ip assigned", lambda: floating.assign(droplet.id))
step("floating ip unassigned", floating.unassign)
step("floating ip gone", floating.destroy)

balancer = digitalocean.LoadBalancer(
    token=token, name="python", region="nyc3", droplet_ids=[droplet.id], algorithm="round_robin",
    forwarding_rules=[digitalocean.ForwardingRule(entry_protocol="http", entry_port=80, target_protocol="http", target_port=80)],
    health_check=digitalocean.HealthCheck(), sticky_sessions=digitalocean.StickySessions(type="none"))
step("load balancer", balancer.create)
step("load balancer read", balancer.load)
step("load balancer saved", balancer.save)
step("load balancer droplet off", lambda: balancer.remove_droplets([droplet.id]))
step("load balancer gone", balancer.destroy)

vpc = digitalocean.VPC(token=token, name="python", region="nyc3", ip_range="10.66.0.0/20")
step("vpc", vpc.create)
step("vpc renamed", lambda: vpc.rename("python-2"))
step("vpc gone", vpc.destroy)

project = digitalocean.Project(token=token, name="python", purpose="Testing", description="", environment="Development")
step("project", project.create_project)
step("project resources", lambda: project.assign_resource([f"do:droplet:{droplet.id}"]))
step("project listed", lambda: project.get_all_resources())
step("droplet gone", droplet.destroy)
step("tag gone", tag.delete)
