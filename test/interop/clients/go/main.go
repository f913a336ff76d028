// DigitalOcean's library for Go against the simulation.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/digitalocean/godo"
	"golang.org/x/oauth2"
)

var lines = bufio.NewReader(os.Stdin)

// step tells one step on stdout and waits for a line.
func step(name string, work func() error) {
	told := map[string]string{"step": name}
	func() {
		defer func() {
			if broken := recover(); broken != nil {
				told["error"] = fmt.Sprint(broken)
			}
		}()
		if err := work(); err != nil {
			told["error"] = err.Error()
		}
	}()
	line, _ := json.Marshal(told)
	fmt.Println(string(line))
	_, _ = lines.ReadString('\n')
}

func main() {
	ctx := context.Background()
	source := oauth2.StaticTokenSource(&oauth2.Token{AccessToken: "sandbox"})
	client, err := godo.New(oauth2.NewClient(ctx, source), godo.SetBaseURL(os.Getenv("STAND_IN_URL")+"/"))
	if err != nil {
		panic(err)
	}
	page := &godo.ListOptions{PerPage: 5}

	step("account", func() error { _, _, err := client.Account.Get(ctx); return err })
	step("balance", func() error { _, _, err := client.Balance.Get(ctx); return err })
	step("actions", func() error { _, _, err := client.Actions.List(ctx, page); return err })
	step("regions", func() error { _, _, err := client.Regions.List(ctx, page); return err })
	step("sizes", func() error { _, _, err := client.Sizes.List(ctx, page); return err })
	step("images", func() error { _, _, err := client.Images.ListDistribution(ctx, page); return err })
	step("tag", func() error { _, _, err := client.Tags.Create(ctx, &godo.TagCreateRequest{Name: "godo"}); return err })

	var droplet *godo.Droplet
	step("droplet", func() error {
		var err error
		droplet, _, err = client.Droplets.Create(ctx, &godo.DropletCreateRequest{Name: "godo-1", Region: "nyc3", Size: "s-1vcpu-1gb", Image: godo.DropletCreateImage{Slug: "ubuntu-24-04-x64"}, Tags: []string{"godo"}, IPv6: true})
		return err
	})
	step("droplet read", func() error { _, _, err := client.Droplets.Get(ctx, droplet.ID); return err })
	step("droplets", func() error { _, _, err := client.Droplets.List(ctx, page); return err })
	step("droplets by tag", func() error { _, _, err := client.Droplets.ListByTag(ctx, "godo", page); return err })
	step("droplet neighbors", func() error { _, _, err := client.Droplets.Neighbors(ctx, droplet.ID); return err })
	step("droplet actions", func() error { _, _, err := client.Droplets.Actions(ctx, droplet.ID, page); return err })
	step("power off", func() error { _, _, err := client.DropletActions.PowerOff(ctx, droplet.ID); return err })
	step("power on", func() error { _, _, err := client.DropletActions.PowerOn(ctx, droplet.ID); return err })
	step("snapshot", func() error { _, _, err := client.DropletActions.Snapshot(ctx, droplet.ID, "godo"); return err })

	var volume *godo.Volume
	step("volume", func() error {
		var err error
		volume, _, err = client.Storage.CreateVolume(ctx, &godo.VolumeCreateRequest{Name: "godo", Region: "nyc3", SizeGigaBytes: 10})
		return err
	})
	step("volumes", func() error { _, _, err := client.Storage.ListVolumes(ctx, &godo.ListVolumeParams{}); return err })
	step("volume attached", func() error { _, _, err := client.StorageActions.Attach(ctx, volume.ID, droplet.ID); return err })
	step("volume detached", func() error {
		_, _, err := client.StorageActions.DetachByDropletID(ctx, volume.ID, droplet.ID)
		return err
	})
	step("volume snapshot", func() error {
		_, _, err := client.Storage.CreateSnapshot(ctx, &godo.SnapshotCreateRequest{VolumeID: volume.ID, Name: "godo"})
		return err
	})
	step("snapshots", func() error { _, _, err := client.Snapshots.List(ctx, page); return err })

	step("domain", func() error {
		_, _, err := client.Domains.Create(ctx, &godo.DomainCreateRequest{Name: "godo.example"})
		return err
	})
	step("record", func() error {
		_, _, err := client.Domains.CreateRecord(ctx, "godo.example", &godo.DomainRecordEditRequest{Type: "CAA", Name: "@", Data: "letsencrypt.org.", Tag: "issue"})
		return err
	})
	step("records", func() error { _, _, err := client.Domains.Records(ctx, "godo.example", page); return err })
	step("domain gone", func() error { _, err := client.Domains.Delete(ctx, "godo.example"); return err })

	var firewall *godo.Firewall
	request := &godo.FirewallRequest{Name: "godo", DropletIDs: []int{droplet.ID},
		InboundRules:  []godo.InboundRule{{Protocol: "icmp", Sources: &godo.Sources{Addresses: []string{"0.0.0.0/0"}}}},
		OutboundRules: []godo.OutboundRule{{Protocol: "tcp", PortRange: "all", Destinations: &godo.Destinations{Addresses: []string{"0.0.0.0/0"}}}}}
	step("firewall", func() error { var err error; firewall, _, err = client.Firewalls.Create(ctx, request); return err })
	step("firewalls", func() error { _, _, err := client.Firewalls.List(ctx, page); return err })
	step("firewall changed", func() error { _, _, err := client.Firewalls.Update(ctx, firewall.ID, request); return err })
	step("firewall gone", func() error { _, err := client.Firewalls.Delete(ctx, firewall.ID); return err })

	var floating *godo.FloatingIP
	step("floating ip", func() error {
		var err error
		floating, _, err = client.FloatingIPs.Create(ctx, &godo.FloatingIPCreateRequest{Region: "nyc3"})
		return err
	})
	step("floating ips", func() error { _, _, err := client.FloatingIPs.List(ctx, page); return err })
	step("floating ip assigned", func() error { _, _, err := client.FloatingIPActions.Assign(ctx, floating.IP, droplet.ID); return err })
	step("floating ip gone", func() error { _, err := client.FloatingIPs.Delete(ctx, floating.IP); return err })

	var balancer *godo.LoadBalancer
	step("load balancer", func() error {
		var err error
		balancer, _, err = client.LoadBalancers.Create(ctx, &godo.LoadBalancerRequest{Name: "godo", Region: "nyc3", DropletIDs: []int{droplet.ID}, ForwardingRules: []godo.ForwardingRule{{EntryProtocol: "http", EntryPort: 80, TargetProtocol: "http", TargetPort: 80}}})
		return err
	})
	step("load balancer gone", func() error { _, err := client.LoadBalancers.Delete(ctx, balancer.ID); return err })

	step("kubernetes options", func() error { _, _, err := client.Kubernetes.GetOptions(ctx); return err })
	var cluster *godo.KubernetesCluster
	step("kubernetes", func() error {
		var err error
		cluster, _, err = client.Kubernetes.Create(ctx, &godo.KubernetesClusterCreateRequest{Name: "godo", RegionSlug: "nyc3", VersionSlug: "latest", NodePools: []*godo.KubernetesNodePoolCreateRequest{{Name: "main", Size: "s-2vcpu-4gb", Count: 2, Labels: map[string]string{"a": "b"}}}})
		return err
	})
	step("kubernetes upgrades", func() error { _, _, err := client.Kubernetes.GetUpgrades(ctx, cluster.ID); return err })
	step("kubeconfig", func() error { _, _, err := client.Kubernetes.GetKubeConfig(ctx, cluster.ID); return err })
	step("node pool count", func() error {
		count := 3
		_, _, err := client.Kubernetes.UpdateNodePool(ctx, cluster.ID, cluster.NodePools[0].ID, &godo.KubernetesNodePoolUpdateRequest{Count: &count})
		return err
	})
	step("kubernetes gone", func() error { _, err := client.Kubernetes.Delete(ctx, cluster.ID); return err })

	var database *godo.Database
	step("database", func() error {
		var err error
		database, _, err = client.Databases.Create(ctx, &godo.DatabaseCreateRequest{Name: "godo-db", EngineSlug: "pg", Version: "16", SizeSlug: "db-s-1vcpu-1gb", Region: "nyc3", NumNodes: 1})
		return err
	})
	step("databases", func() error { _, _, err := client.Databases.List(ctx, page); return err })
	step("database user", func() error {
		_, _, err := client.Databases.CreateUser(ctx, database.ID, &godo.DatabaseCreateUserRequest{Name: "godo"})
		return err
	})
	step("database pools", func() error { _, _, err := client.Databases.ListPools(ctx, database.ID, page); return err })
	step("database replicas", func() error { _, _, err := client.Databases.ListReplicas(ctx, database.ID, page); return err })
	step("database backups", func() error { _, _, err := client.Databases.ListBackups(ctx, database.ID, page); return err })
	step("database gone", func() error { _, err := client.Databases.Delete(ctx, database.ID); return err })

	step("projects", func() error { _, _, err := client.Projects.List(ctx, page); return err })
	step("default project", func() error { _, _, err := client.Projects.GetDefault(ctx); return err })
	step("vpcs", func() error { _, _, err := client.VPCs.List(ctx, page); return err })
	step("ssh keys", func() error { _, _, err := client.Keys.List(ctx, page); return err })
	step("certificates", func() error { _, _, err := client.Certificates.List(ctx, page); return err })
	step("registry", func() error { _, _, err := client.Registry.Get(ctx); return err })
	step("droplet gone", func() error { _, err := client.Droplets.Delete(ctx, droplet.ID); return err })
	step("tag gone", func() error { _, err := client.Tags.Delete(ctx, "godo"); return err })
}
