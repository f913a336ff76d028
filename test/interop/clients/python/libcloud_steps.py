# Apache Libcloud's compute, storage and DNS drivers against the simulation.
from libcloud.compute.providers import get_driver as compute
from libcloud.compute.types import Provider as Compute
from libcloud.dns.providers import get_driver as dns
from libcloud.dns.types import Provider as Dns
from libcloud.dns.types import RecordType
from steps import step

driver = compute(Compute.DIGITAL_OCEAN)("sandbox", api_version="v2")
key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD libcloud"

images = step("images", driver.list_images) or []
sizes = step("sizes", driver.list_sizes) or []
locations = step("locations", driver.list_locations) or []
step("nodes", driver.list_nodes)
place = next((one for one in locations if one.id == "nyc3"), None)
size = next((one for one in sizes if one.name == "s-1vcpu-1gb"), None)
image = next((one for one in images if one.extra.get("slug") == "ubuntu-24-04-x64"), None)
node = step("node", lambda: driver.create_node(name="libcloud-1", size=size, image=image, location=place))
step("node power off", lambda: driver.ex_shutdown_node(node))
step("node power on", lambda: driver.ex_power_on_node(node))
step("node reboot", lambda: driver.reboot_node(node))
step("node rename", lambda: driver.ex_rename_node(node, "libcloud-one"))
step("node snapshot", lambda: driver.create_image(node, "libcloud"))
step("node hard reboot", lambda: driver.ex_hard_reboot(node))
step("node kernels", lambda: driver.list_images())
pair = step("key pair", lambda: driver.create_key_pair("libcloud", key))
step("key pairs", driver.list_key_pairs)
step("key pair read", lambda: driver.get_key_pair("libcloud"))
step("key pair gone", lambda: driver.delete_key_pair(pair))
volume = step("volume", lambda: driver.create_volume(10, "libcloud", location=place))
step("volumes", driver.list_volumes)
step("volume attached", lambda: driver.attach_volume(node, volume))
volume = step("volume read", lambda: next(v for v in driver.list_volumes() if v.name == "libcloud"))
step("volume detached", lambda: driver.detach_volume(volume))
snapshot = step("volume snapshot", lambda: driver.create_volume_snapshot(volume, "libcloud"))
step("volume snapshots", lambda: driver.list_volume_snapshots(volume))
step("volume snapshot gone", lambda: driver.delete_volume_snapshot(snapshot))
step("volume gone", lambda: driver.destroy_volume(volume))
floating = step("floating ip", lambda: driver.ex_create_floating_ip(place))
step("floating ips", driver.ex_list_floating_ips)
step("floating ip attached", lambda: driver.ex_attach_floating_ip_to_node(node, floating))
step("floating ip detached", lambda: driver.ex_detach_floating_ip_from_node(node, floating))
step("floating ip gone", lambda: driver.ex_delete_floating_ip(floating))
step("node gone", lambda: driver.destroy_node(node))

names = dns(Dns.DIGITAL_OCEAN)("sandbox")
zone = step("zone", lambda: names.create_zone("libcloud.example", extra={"ip": "198.51.100.4"}))
step("zones", names.list_zones)
record = step("record", lambda: names.create_record("www", zone, RecordType.A, "198.51.100.5"))
step("records", lambda: names.list_records(zone))
step("record changed", lambda: names.update_record(record, data="198.51.100.6"))
step("record gone", lambda: names.delete_record(record))
step("zone gone", lambda: names.delete_zone(zone))
