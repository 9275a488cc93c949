package org.diaodu.bench;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.sample.load.SampleUser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many people at the dispatch pages of a platform with very many cases, and opening cases for all falling enterprises at once. */
@Command(
        name = "dispatch",
        mixinStandardHelpOptions = true,
        description =
                "200 people at lists and pages of 100 000 dispatch cases, and opening cases for many enterprises at once.")
final class DispatchBench implements Callable<Integer> {
    private static final String PERIOD = "2022-03";
    private static final String LIST = "list of cases";
    private static final String CASE = "page of a case";
    private static final String APPEALS = "list of appeals";
    private static final String APPEAL = "page of an appeal";
    private static final int PAGES_READ = 40;
    private static final int ROUNDS = 5;
    private static final Pattern FALLING = Pattern.compile("name=\"enterprise\" value=\"(\\d+)\"");

    @Option(names = "--cases", description = "cases beside those of the sample (default ${DEFAULT-VALUE})")
    private int cases = 100_000;

    @Option(names = "--users", description = "people at once (default ${DEFAULT-VALUE})")
    private int users = 200;

    @Option(
            names = "--seconds",
            description = "measured time, after a third of it unmeasured (default ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(names = "--think", description = "mean seconds between a person's pages (default ${DEFAULT-VALUE})")
    private double think = 5;

    @Option(names = "--at-once", description = "cases opened in one go (default ${DEFAULT-VALUE})")
    private int atOnce = 131;

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the table as markdown")
    private @Nullable Path markdown;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("diaodu-bench");
        try (Platform platform = Platform.start(
                data,
                "--diaodu.sign-in.attempts-per-minute=100000",
                "--diaodu.effects.first=1d",
                "--diaodu.matching.first=1d",
                "--diaodu.appeals.every=200ms")) {
            platform.awaitSample();
            try (var beside = new Beside(data)) {
                var many = new Many(new ManyCases(beside), new ManyAppeals(beside));
                many.cases().add(cases);
                many.appeals().add();
                return measure(platform, many) ? 0 : 1;
            }
        } finally {
            Folders.delete(data);
        }
    }

    private record Many(ManyCases cases, ManyAppeals appeals) {}

    private boolean measure(Platform platform, Many many) throws Exception {
        var report = new Report(
                "%,d dispatch cases and as many appeals, %d people, a page every %.1f s each"
                        .formatted(cases, users, think),
                "./diaodu bench dispatch --cases " + cases + " --users " + users + " --think " + think,
                "what",
                "times",
                "p50",
                "p95",
                "p99",
                "p95 against the peer");
        Crowd.Seen seen = new Crowd(users, seconds, think, Integer.MAX_VALUE, round(many)).read(platform);
        Runs empty = seen.byKind().get(Visit.EMPTY);
        seen.byKind().forEach((kind, runs) -> row(report, kind, runs, empty));
        opening(platform, many.cases(), report);
        sweeping(many.appeals(), report);
        report.note(
                "Peer of a page: the same server's health page; of an opening: PostgreSQL alone copying as many rows"
                        + " without rights, checks, timeline and audit; of a sweep: PostgreSQL alone noting the next look of each."
                        + " %,d pages, %d failed. Server and readers share the machine."
                                .formatted(seen.pages(), seen.failures().size()));
        report.note(
                "Aim: lists p95 under 50 ms, a case's page under 100 ms, 131 cases opened at once in under 2 s, 100 000 clocks looked at in under 5 s.");
        seen.failures().stream().distinct().limit(5).forEach(report::note);
        report.print(spec.commandLine().getOut(), markdown);
        return seen.failures().isEmpty();
    }

    private List<Visit> round(Many many) throws Exception {
        var round = new ArrayList<>(List.of(
                new Visit(LIST, "/dispatch/cases", "dispatcher"),
                new Visit(LIST, "/dispatch/cases?page=40", "dispatcher"),
                new Visit(LIST, "/dispatch/cases?state=OPEN&region=230100", "dispatcher"),
                new Visit(LIST, "/dispatch/cases?sort=since&order=desc", "governor"),
                new Visit(LIST, "/dispatch/cases?late=true", "governor"),
                new Visit(LIST, "/dispatch/cases?unit=SJT&state=UNDER_WAY", "governor"),
                new Visit(LIST, "/dispatch/cases?sort=region", "harbin"),
                new Visit(LIST, "/dispatch/cases", "officer"),
                new Visit(APPEALS, "/appeals", "dispatcher"),
                new Visit(APPEALS, "/appeals?state=OPEN&region=230100", "dispatcher"),
                new Visit(APPEALS, "/appeals?page=40", "governor"),
                new Visit(APPEALS, "/appeals?overdue=true", "dispatcher"),
                new Visit(APPEALS, "/appeals", "officer"),
                new Visit("list of cases by a word", "/dispatch/cases?q=9999", "dispatcher"),
                new Visit("board by unit", "/dispatch/board", "dispatcher"),
                new Visit("falling enterprises", "/dispatch?period=" + PERIOD, "dispatcher"),
                new Visit("meetings", "/dispatch/meetings", "governor"),
                new Visit("cockpit", "/cockpit", "governor"),
                new Visit(Visit.EMPTY, "/actuator/health", "governor")));
        for (String number : many.cases().numbers(PAGES_READ)) {
            round.add(new Visit(CASE, "/dispatch/cases/" + number, "dispatcher"));
            round.add(new Visit(CASE, "/dispatch/cases/" + number, "governor"));
        }
        for (String number : many.appeals().numbers(PAGES_READ)) {
            round.add(new Visit(APPEAL, "/appeals/" + number, "dispatcher"));
        }
        return round;
    }

    private void opening(Platform platform, ManyCases many, Report report) throws Exception {
        HttpClient client = Crowd.client();
        var dispatcher = new VirtualUser(client, platform.address());
        dispatcher.signIn("dispatcher", SampleUser.PASSWORD);
        var times = new double[ROUNDS];
        var bare = new double[ROUNDS];
        int opened = 0;
        for (int i = 0; i < ROUNDS; i++) {
            many.signOffSample();
            List<String> falling = falling(dispatcher);
            opened = falling.size();
            var form = new StringBuilder("period=" + PERIOD + "&lead=SGX");
            falling.forEach(id -> form.append("&enterprise=").append(id));
            times[i] = dispatcher.post("/dispatch/open", form.toString());
            bare[i] = many.insertBare(opened);
        }
        row(report, "opening " + opened + " cases at once", new Runs(times), new Runs(bare));
        row(report, "PostgreSQL alone copying " + opened + " rows", new Runs(bare), new Runs(bare));
    }

    /** The platform's own sweep over the clocks of all appeals, once to warm up and then measured. */
    private void sweeping(ManyAppeals many, Report report) throws Exception {
        var times = new double[ROUNDS];
        var bare = new double[ROUNDS];
        ManyAppeals.Swept first = many.sweep();
        for (int i = 0; i < ROUNDS; i++) {
            times[i] = many.sweep().milliseconds();
            bare[i] = many.lookBare();
        }
        row(report, "sweep of %,d clocks".formatted(first.clocks()), new Runs(times), new Runs(bare));
        report.note("The first sweep took %,d measures and %.1f s; the measured ones find them taken."
                .formatted(first.measures(), first.milliseconds() / 1e3));
    }

    /** Those without a case, from as many pages of the list as it takes. */
    private List<String> falling(VirtualUser dispatcher) throws Exception {
        var falling = new ArrayList<String>();
        for (int page = 1; falling.size() < atOnce; page++) {
            int before = falling.size();
            Matcher found = FALLING.matcher(dispatcher.body("/dispatch?period=" + PERIOD + "&page=" + page));
            while (found.find() && falling.size() < atOnce) {
                if (!falling.contains(found.group(1))) falling.add(found.group(1));
            }
            if (falling.size() == before) return falling;
        }
        return falling;
    }

    private static void row(Report report, String kind, @Nullable Runs runs, @Nullable Runs peer) {
        if (runs == null || runs.milliseconds().length == 0) {
            report.row(kind, "0", "–", "–", "–", "–");
            return;
        }
        boolean alone = peer == null || peer.milliseconds().length == 0;
        report.row(
                kind,
                String.valueOf(runs.milliseconds().length),
                "%.1f ms".formatted(runs.percentile(50)),
                "%.1f ms".formatted(runs.percentile(95)),
                "%.1f ms".formatted(runs.percentile(99)),
                alone || peer == null ? "–" : Report.times(runs.percentile(95) / peer.percentile(95)));
    }
}
