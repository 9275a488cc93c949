package org.diaodu.cluster;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diaodu.cluster.StandaloneCluster.Size;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diaodu cluster}: a Spark cluster on this machine, and jobs on this or any other. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "start|stop|status|run|bench",
        description = "The same SQL over the same Parquet on Apache Spark (docs/cluster.md).",
        subcommands = {
            ClusterCommand.Start.class,
            ClusterCommand.Stop.class,
            ClusterCommand.Status.class,
            ClusterJob.class,
            ClusterBench.class
        })
public final class ClusterCommand {

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ClusterCommand()).execute(arguments));
    }

    /** What the commands have in common: a folder, and faults said in both languages. */
    abstract static class OnFolder implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Mixin
        ClusterFolder folder = new ClusterFolder();

        abstract int run();

        @Override
        public Integer call() {
            try {
                return run();
            } catch (ClusterFault fault) {
                err().println(fault.both());
                return 2;
            }
        }

        PrintWriter out() {
            return java.util.Objects.requireNonNull(spec).commandLine().getOut();
        }

        PrintWriter err() {
            return java.util.Objects.requireNonNull(spec).commandLine().getErr();
        }

        void print(StandaloneCluster cluster) {
            for (ClusterProcess process : cluster.processes()) {
                out().printf(
                                "%-10s %-6s process %-8d http://127.0.0.1:%d%n",
                                process.role(), process.runs() ? "up" : "DOWN", process.pid(), process.page());
            }
        }
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Starts a master and workers on this machine, reachable from it alone.")
    static final class Start extends OnFolder {

        @Option(names = "--workers", paramLabel = "N", defaultValue = "2", description = "default: ${DEFAULT-VALUE}")
        private int workers;

        @Option(names = "--cores", paramLabel = "N", defaultValue = "1", description = "of each worker")
        private int cores;

        @Option(names = "--memory", paramLabel = "MiB", defaultValue = "1024", description = "of each worker")
        private int memoryMebibytes;

        @Option(
                names = "--port",
                paramLabel = "P",
                defaultValue = "0",
                description = "of the master; default: a free one")
        private int port;

        @Override
        int run() {
            long began = System.nanoTime();
            StandaloneCluster cluster = StandaloneCluster.start(
                    folder.directory(), new Size(workers, cores, memoryMebibytes, port), Duration.ofSeconds(60));
            err().printf(
                            "%d workers registered in %.1f s%n",
                            cluster.aliveWorkers(), (System.nanoTime() - began) / 1e9);
            out().println(cluster.master());
            return 0;
        }
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Ends the cluster and all that it runs.")
    static final class Stop extends OnFolder {
        @Override
        int run() {
            Optional<StandaloneCluster> cluster = StandaloneCluster.in(folder.directory());
            cluster.ifPresent(StandaloneCluster::stop);
            err().println(
                            cluster.isPresent()
                                    ? cluster.get().master() + " 已停止 / stopped"
                                    : folder.directory() + " 中没有运行的集群 / no cluster runs there");
            return 0;
        }
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "What runs; exit status 0 when every worker is registered, 1 when not or none runs.")
    static final class Status extends OnFolder {
        @Override
        int run() {
            Optional<StandaloneCluster> found = StandaloneCluster.in(folder.directory());
            if (found.isEmpty()) {
                err().println(folder.directory() + " 中没有运行的集群 / no cluster runs there");
                return 1;
            }
            StandaloneCluster cluster = found.get();
            out().printf(
                            "%s %d/%d%n",
                            cluster.master(),
                            cluster.aliveWorkers(),
                            cluster.processes().size() - 1);
            print(cluster);
            return cluster.isWhole() ? 0 : 1;
        }
    }
}
