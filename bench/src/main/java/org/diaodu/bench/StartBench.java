package org.diaodu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long the platform with a filled database takes from its start until its health page answers. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Second start of the sample platform until its health page answers.")
final class StartBench implements Callable<Integer> {
    @Option(names = "--runs", description = "default ${DEFAULT-VALUE}")
    private int runs = 5;

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the table as markdown")
    private @Nullable Path markdown;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("diaodu-bench");
        try {
            double first = startAndStop(data, true);
            var times = new double[runs];
            for (int i = 0; i < runs; i++) {
                times[i] = startAndStop(data, false);
            }
            Runs again = new Runs(times);
            Runs jvm = Runs.of(1, runs, StartBench::emptyJvm);
            var report = new Report(
                    "Start of the sample platform until its health page answers",
                    "./diaodu bench start",
                    "start",
                    "median",
                    "shortest",
                    "longest",
                    "against ours");
            row(
                    report,
                    "ours: a start with a filled database" + (Platform.home() == null ? ", no start-up cache" : ""),
                    again,
                    again);
            row(report, "a JVM that prints its version", jvm, again);
            report.note(
                    "The first start, which makes the database and loads the sample, took %s until all was loaded. Aim for the second: under 4 s."
                            .formatted(Report.milliseconds(first)));
            report.print(spec.commandLine().getOut(), markdown);
            return 0;
        } finally {
            Folders.delete(data);
        }
    }

    private static double startAndStop(Path data, boolean untilLoaded) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Platform platform = Platform.start(data)) {
            double milliseconds = platform.awaitHealth();
            platform.awaitSample();
            return untilLoaded ? (System.nanoTime() - began) / 1e6 : milliseconds;
        }
    }

    private static int emptyJvm() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void row(Report report, String what, Runs runs, Runs ours) {
        report.row(
                what,
                Report.milliseconds(runs.median()),
                Report.milliseconds(runs.shortest()),
                Report.milliseconds(runs.longest()),
                Report.times(runs.median() / ours.median()));
    }
}
