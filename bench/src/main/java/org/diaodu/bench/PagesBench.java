package org.diaodu.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many people reading pages of the sample platform at once, over loopback; time and number of pages are bounded. */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "200 people reading pages of the sample platform: p50, p95 and p99 of each kind of page.")
final class PagesBench implements Callable<Integer> {
    @Option(names = "--users", description = "people at once (default ${DEFAULT-VALUE})")
    private int users = 200;

    @Option(
            names = "--seconds",
            description = "measured time, after a third of it unmeasured (default ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(names = "--think", description = "mean seconds between a person's pages (default ${DEFAULT-VALUE})")
    private double think = 5;

    @Option(names = "--pages", description = "no more pages than this (default ${DEFAULT-VALUE})")
    private int most = 100_000;

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the table as markdown")
    private @Nullable Path markdown;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("diaodu-bench");
        try (Platform platform = Platform.start(data, "--diaodu.sign-in.attempts-per-minute=100000")) {
            platform.awaitSample();
            return measure(platform) ? 0 : 1;
        } finally {
            Folders.delete(data);
        }
    }

    private boolean measure(Platform platform) throws Exception {
        Crowd.Seen seen = new Crowd(users, seconds, think, most, Visit.ROUND).read(platform);
        Runs empty = seen.byKind().getOrDefault(Visit.EMPTY, new Runs(new double[0]));
        var report = new Report(
                "%d people reading the sample platform, a page every %.1f s each".formatted(users, think),
                "./diaodu bench pages --users " + users + " --think " + think,
                "page",
                "opened",
                "p50",
                "p95",
                "p99",
                "p95 against the empty page");
        seen.byKind().forEach((kind, runs) -> row(report, kind, runs, empty));
        row(report, "all pages", seen.all(), empty);
        report.note(
                "%,d pages in %d s, %.0f a second; %d failed. Server and readers share the machine. Aim: p95 under 200 ms, lists under 50 ms."
                        .formatted(
                                seen.pages(),
                                seconds,
                                seen.pages() / (double) seconds,
                                seen.failures().size()));
        seen.failures().stream().distinct().limit(5).forEach(report::note);
        report.print(spec.commandLine().getOut(), markdown);
        return seen.failures().isEmpty();
    }

    private static void row(Report report, String kind, Runs runs, Runs empty) {
        if (runs.milliseconds().length == 0) {
            report.row(kind, "0", "–", "–", "–", "–");
            return;
        }
        double peer = empty.milliseconds().length == 0 ? Double.NaN : empty.percentile(95);
        report.row(
                kind,
                String.valueOf(runs.milliseconds().length),
                "%.1f ms".formatted(runs.percentile(50)),
                "%.1f ms".formatted(runs.percentile(95)),
                "%.1f ms".formatted(runs.percentile(99)),
                Double.isNaN(peer) ? "–" : Report.times(runs.percentile(95) / peer));
    }
}
