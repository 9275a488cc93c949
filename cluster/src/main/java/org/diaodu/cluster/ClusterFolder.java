package org.diaodu.cluster;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which of the clusters on this machine is meant. */
final class ClusterFolder {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "${env:DIAODU_STATE:-.diaodu}/cluster",
            description = "the folder of the cluster on this machine (default: .diaodu/cluster)")
    private Path directory = Path.of(".diaodu/cluster");

    Path directory() {
        return directory.toAbsolutePath().normalize();
    }

    /** The cluster that was started there. */
    StandaloneCluster running() {
        return StandaloneCluster.in(directory())
                .orElseThrow(() -> new ClusterFault(
                        "cluster.not-running",
                        directory() + " 中没有运行的集群。建议：用 --engine spark://主机:端口 指明，或先 ./diaodu cluster start。",
                        "no cluster runs in " + directory()
                                + ". Maybe name one by --engine spark://host:port, or ./diaodu cluster start."));
    }
}
