package org.diaodu.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code diaodu bench}: measures this platform beside a peer, on the same machine in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "growth|returns|pages|dispatch|start|rules|policy|read|brief",
        description = "Measures speed beside a peer in the same run; each prints the machine, the peer and the ratio.",
        subcommands = {
            GrowthBench.class,
            ReturnsBench.class,
            PagesBench.class,
            DispatchBench.class,
            StartBench.class,
            RulesBench.class,
            PolicyBench.class,
            ReadBench.class,
            BriefBench.class
        })
public final class BenchCommand {

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("BENCH-FAILED " + failure.getMessage());
                    failure.printStackTrace(command.getErr());
                    return 2;
                })
                .execute(arguments));
    }
}
